import { createHash } from 'node:crypto';

/** An identity derived from words, where a source names none. */
export function identityOfWords(...parts: (string | null)[]): string {
  const hash = createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\n'))
    .digest('hex');
  return `urn:sha256:${hash}`;
}
