/**
 * Documents of other vocabulary versions. The rule, for blocks at the top of a document:
 *
 * - An older document is migrated, version by version.
 * - A block of a newer document is taken where this version reads it without losing anything of it; otherwise it is kept
 *   verbatim in a `foreign` block of the kind `unknown`, with the number of its vocabulary. So is a block of a type, or
 *   with a node inside, that this version does not know.
 * - Such a block is opened again, and migrated, by the first version that knows it.
 *
 * Nothing is ever dropped, whichever versions a document travels through.
 */
type Properties = Record<string, unknown>;

/** What the rule needs to know of the vocabulary of this version. */
export interface Vocabulary<Foreign extends object> {
  version: number;
  /** Names of all its nodes. */
  types: ReadonlySet<string>;
  /** The block as this version reads it, or null where it does not. */
  parse: (block: unknown) => object | null;
  /** A block that keeps `raw`, JSON of a block of the vocabulary `origin`. */
  foreign: (raw: string, origin: number) => Foreign;
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A picture is cropped around its middle until somebody says otherwise. */
function addPictureFocus(block: Properties): Properties {
  if (block['type'] !== 'image') return block;
  return { ratio: 'original', focusX: 0.5, focusY: 0.5, ...block };
}

/** By the version they start from: one block of that version → the same block in the next one. */
const migrations: Readonly<Record<number, (block: Properties) => Properties>> = {
  1: addPictureFocus,
  // 3 brought suggestions and notes, 4 captions and widths of tables: a document without any is one of them as it is.
};

function migrate(block: unknown, from: number, to: number): unknown {
  if (!isObject(block)) return block;
  let migrated = block;
  for (let version = Math.max(1, from); version < to; version += 1) {
    migrated = migrations[version]?.(migrated) ?? migrated;
  }
  return migrated;
}

/** True where everything that stands in `before` stands in `after` unchanged; `after` may have more. */
function keepsAll(before: unknown, after: unknown): boolean {
  if (Array.isArray(before)) {
    return (
      Array.isArray(after) &&
      before.length === after.length &&
      before.every((item, index) => keepsAll(item, after[index]))
    );
  }
  if (!isObject(before)) return before === after;
  return isObject(after) && Object.entries(before).every(([name, value]) => keepsAll(value, after[name]));
}

function hasUnknownNode(node: unknown, types: ReadonlySet<string>): boolean {
  if (!isObject(node)) return false;
  const { type, children } = node;
  if (typeof type === 'string' && !types.has(type)) return true;
  return Array.isArray(children) && children.some((child) => hasUnknownNode(child, types));
}

function reopened<Foreign extends object>(kept: Properties, vocabulary: Vocabulary<Foreign>): unknown {
  const version = Number(kept['origin']);
  if (!(version >= 1 && version <= vocabulary.version) || typeof kept['raw'] !== 'string') return kept;
  try {
    const block = migrate(JSON.parse(kept['raw']), version, vocabulary.version);
    return vocabulary.parse(block) === null ? kept : block;
  } catch {
    return kept;
  }
}

function currentBlock<Foreign extends object>(
  block: unknown,
  version: number,
  vocabulary: Vocabulary<Foreign>,
): unknown {
  if (isObject(block) && block['type'] === 'foreign' && block['kind'] === 'unknown') {
    return reopened(block, vocabulary);
  }
  if (version > vocabulary.version) {
    const known = vocabulary.parse(block);
    return known !== null && keepsAll(block, known)
      ? block
      : vocabulary.foreign(JSON.stringify(block), version);
  }
  const migrated = migrate(block, version, vocabulary.version);
  return hasUnknownNode(migrated, vocabulary.types)
    ? vocabulary.foreign(JSON.stringify(block), version)
    : migrated;
}

/** A document of any version as one of this version, its blocks unchecked. What is no document at all comes back as it is. */
export function upgradeDocument<Foreign extends object>(
  value: unknown,
  vocabulary: Vocabulary<Foreign>,
): unknown {
  if (!isObject(value) || !isObject(value['root']) || !Array.isArray(value['root']['children'])) return value;
  const { vocabulary: told, root } = value;
  if (told !== undefined && !Number.isInteger(told)) return value;
  const version = told === undefined ? vocabulary.version : (told as number);
  const blocks = value['root']['children'] as unknown[];
  const children = blocks.map((block) => currentBlock(block, version, vocabulary));
  return { ...value, vocabulary: vocabulary.version, root: { ...(root as Properties), children } };
}
