/** JSON that is the same text for the same value, for hashing (RFC 8785, JSON Canonicalization Scheme). */
import { createHash } from 'node:crypto';

/**
 * Members are sorted by the UTF-16 units of their names; numbers and strings are written as ECMAScript does, which is
 * what RFC 8785 asks for. Members that are undefined are left out. The value is plain JSON: no dates, no cycles.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Written member by member: an object puts names that look like numbers first, whatever order they are added in.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
