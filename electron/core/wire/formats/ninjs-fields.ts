/**
 * Lenient access to the properties of ninjs objects. The versions spell one property in several ways (`versioncreated`,
 * `versionCreated`; `body_xhtml`, `bodies`), agencies in more: names are compared without case, `_` and `-`.
 */
import { plainLine } from '../../../../shared/conversion/characters.ts';

/** The properties of an object by their plain names, in its order; of two spellings the first that says anything. */
export type NinjsFields = ReadonlyMap<string, unknown>;

/** A list longer than this is no metadata of one story. */
const LONGEST_LIST = 1000;

export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/** The properties of a JSON object; null for anything else. */
export function fieldsOf(value: unknown): NinjsFields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>();
  for (const [name, content] of Object.entries(value)) {
    const plain = plainName(name);
    if (content !== null && content !== '' && !fields.has(plain)) fields.set(plain, content);
  }
  return fields;
}

function words(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** The words of the first of these properties that has any, as written. */
export function rawText(fields: NinjsFields, ...names: string[]): string | null {
  for (const name of names) {
    const text = words(fields.get(name));
    if (text !== null) return text;
  }
  return null;
}

/** The same as one line of plain text. */
export function lineOf(fields: NinjsFields, ...names: string[]): string | null {
  for (const name of names) {
    const line = plainLine(words(fields.get(name)));
    if (line !== null) return line;
  }
  return null;
}

/** The entries of what is a list (3.x), an object of named entries (1.x) or one entry alone. */
export function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST);
  if (value === undefined || value === null) return [];
  return [value];
}

/** The objects in a list or in an object of named objects, with the name each has there. */
export function namedObjects(value: unknown): { name: string | null; fields: NinjsFields }[] {
  const listed = Array.isArray(value)
    ? value.map((entry: unknown) => ({ name: null, entry }))
    : Object.entries(fieldsOf(value) === null ? {} : (value as object)).map(([name, entry]) => ({
        name,
        entry: entry as unknown,
      }));
  return listed.slice(0, LONGEST_LIST).flatMap(({ name, entry }) => {
    const fields = fieldsOf(entry);
    return fields === null ? [] : [{ name: name ?? rawText(fields, 'name'), fields }];
  });
}

/** A piece of copy, its role or the end of its property's name, and its media type where stated. */
export interface NinjsCopy {
  role: string;
  contentType: string;
  source: string;
}

/**
 * The copies of a kind: `body_xhtml`, `body_text` … (1.x, patternProperties `^body_`) and entries of `bodies` (2.x, 3.x:
 * `role`, `contenttype`, `value`).
 */
export function copiesOf(fields: NinjsFields, one: string, many: string): NinjsCopy[] {
  const copies: NinjsCopy[] = [];
  const add = (role: string, contentType: string | null, source: unknown): void => {
    if (typeof source !== 'string' || source.trim() === '') return;
    copies.push({ role: role.toLowerCase(), contentType: contentType?.toLowerCase() ?? '', source });
  };
  const addEntry = (role: string, entry: unknown): void => {
    const stated = fieldsOf(entry);
    if (stated === null) add(role, null, entry);
    else
      add(
        rawText(stated, 'role') ?? role,
        rawText(stated, 'contenttype', 'mimetype'),
        stated.get('value') ?? stated.get('content'),
      );
  };
  for (const [name, value] of fields) {
    if (name === many || name === one) {
      const object = fieldsOf(value);
      if (object === null || object.has('value')) {
        for (const entry of entriesOf(value)) addEntry('', entry);
      } else {
        for (const [role, entry] of object) addEntry(role, entry);
      }
    } else if (name.startsWith(one) && typeof value === 'string') {
      add(name.slice(one.length), null, value);
    }
  }
  return copies;
}
