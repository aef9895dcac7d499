/**
 * Three-way merge of documents by their blocks (the classic diff3, after Khanna, Kunal and Pierce: a stretch that only
 * one side changed is that side's, one that both changed differently is for a person to decide).
 */
import { buildDocument } from './build.ts';
import { commonPositions } from './common-positions.ts';
import type { NoteThread } from './marks.ts';
import type { ArticleDocument, BlockNode } from './vocabulary.ts';

export interface MergePart {
  /**
   * `same`: neither side changed it, or both in the same way. `ours`, `theirs`: only that side did. `both`: each did, and
   * differently.
   */
  kind: 'same' | 'ours' | 'theirs' | 'both';
  base: BlockNode[];
  ours: BlockNode[];
  theirs: BlockNode[];
}

/** What becomes of a part: one side's blocks, or ours followed by theirs. */
export type MergeChoice = 'ours' | 'theirs' | 'each';

/** What both documents hold, in order. */
function commonBlocks(
  ours: ArticleDocument,
  theirs: ArticleDocument,
  keyOf: (block: BlockNode) => string,
): BlockNode[] {
  const keys = [ours, theirs].map(({ root }) => root.children.map(keyOf));
  const shared = new Set(commonPositions(keys[0] ?? [], keys[1] ?? []).map(([position]) => position));
  return ours.root.children.filter((_block, position) => shared.has(position));
}

/**
 * The parts in reading order. `keyOf` tells what a block is to a reader: blocks with equal keys are the same block, and
 * ours is kept. Without a base nobody knows which side changed what: all that differs is `both`. Quadratic in the number
 * of blocks.
 */
export function mergeDocuments(
  base: ArticleDocument | null,
  ours: ArticleDocument,
  theirs: ArticleDocument,
  keyOf: (block: BlockNode) => string,
): MergePart[] {
  const sides = {
    base: base?.root.children ?? commonBlocks(ours, theirs, keyOf),
    ours: ours.root.children,
    theirs: theirs.root.children,
  };
  const keys = {
    base: sides.base.map(keyOf),
    ours: sides.ours.map(keyOf),
    theirs: sides.theirs.map(keyOf),
  };
  const inOurs = new Map(commonPositions(keys.base, keys.ours));
  const inTheirs = new Map(commonPositions(keys.base, keys.theirs));
  const parts: MergePart[] = [];
  let [b, o, t] = [0, 0, 0];

  function keep(part: Omit<MergePart, 'kind'>): void {
    const last = parts.at(-1);
    if (last?.kind !== 'same') {
      parts.push({ kind: 'same', ...part });
      return;
    }
    last.base.push(...part.base);
    last.ours.push(...part.ours);
    last.theirs.push(...part.theirs);
  }

  /** A stretch as long on all three sides is told block by block: who rewrote three paragraphs added none. */
  function changedUntil(baseEnd: number, oursEnd: number, theirsEnd: number): void {
    const length = baseEnd - b;
    if (length > 1 && oursEnd - o === length && theirsEnd - t === length) {
      for (let count = 0; count < length; count += 1) tell(b + 1, o + 1, t + 1);
    } else tell(baseEnd, oursEnd, theirsEnd);
  }

  function tell(baseEnd: number, oursEnd: number, theirsEnd: number): void {
    const part = {
      base: sides.base.slice(b, baseEnd),
      ours: sides.ours.slice(o, oursEnd),
      theirs: sides.theirs.slice(t, theirsEnd),
    };
    const [baseKeys, ourKeys, theirKeys] = [
      JSON.stringify(keys.base.slice(b, baseEnd)),
      JSON.stringify(keys.ours.slice(o, oursEnd)),
      JSON.stringify(keys.theirs.slice(t, theirsEnd)),
    ];
    [b, o, t] = [baseEnd, oursEnd, theirsEnd];
    if (part.base.length + part.ours.length + part.theirs.length === 0) return;
    if (ourKeys === theirKeys) keep(part);
    else if (base === null) parts.push({ kind: 'both', ...part });
    else if (baseKeys === theirKeys) parts.push({ kind: 'ours', ...part });
    else if (baseKeys === ourKeys) parts.push({ kind: 'theirs', ...part });
    else parts.push({ kind: 'both', ...part });
  }

  for (const [position, block] of sides.base.entries()) {
    const [our, their] = [inOurs.get(position), inTheirs.get(position)];
    if (our === undefined || their === undefined) continue;
    changedUntil(position, our, their);
    keep({
      base: [block],
      ours: sides.ours.slice(our, our + 1),
      theirs: sides.theirs.slice(their, their + 1),
    });
    [b, o, t] = [position + 1, our + 1, their + 1];
  }
  changedUntil(sides.base.length, sides.ours.length, sides.theirs.length);
  return parts;
}

/** The choice nobody has to make: null where a person must. */
export function plainChoice({ kind }: Pick<MergePart, 'kind'>): MergeChoice | null {
  if (kind === 'both') return null;
  return kind === 'theirs' ? 'theirs' : 'ours';
}

/**
 * The merged document; `choices` by position of the part, the plain ones where none is given. `notes` are the
 * conversations of both sides (mergeNotes): none is lost with the words it was about.
 */
export function mergedDocument(
  parts: readonly MergePart[],
  choices: ReadonlyMap<number, MergeChoice>,
  notes: readonly NoteThread[],
): ArticleDocument {
  const merged = buildDocument(
    parts.flatMap((part, position) => {
      const choice = choices.get(position) ?? plainChoice(part) ?? 'ours';
      if (choice === 'each') return [...part.ours, ...part.theirs];
      return choice === 'theirs' ? part.theirs : part.ours;
    }),
  );
  return { ...merged, notes: [...notes] };
}
