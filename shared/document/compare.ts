/**
 * What is different between two copies of an article, as one flowing text: paragraphs that came, went, changed or were
 * moved, and within them the words.
 */
import type { ArticleFields } from '../contract/articles.ts';
import { commonPositions } from './common-positions.ts';
import {
  blockLabel,
  blockSubject,
  compareDetails,
  type BlockLabel,
  type ComparedDetail,
} from './compare-details.ts';
import { compareWords, likeness, type Piece } from './compare-words.ts';
import type { ArticleDocument, BlockNode } from './vocabulary.ts';
import { blockText } from './walk.ts';

export interface ComparableCopy {
  fields: ArticleFields;
  document: ArticleDocument;
}

export type RowRole = keyof ArticleFields | BlockNode['type'];

export interface ComparedRow {
  /**
   * `moved-from` is the place a paragraph was taken from, `moved-to` the place where it is now, with what changed in it on
   * the way. `restyled`: only set otherwise.
   */
  kind: 'same' | 'changed' | 'restyled' | 'inserted' | 'removed' | 'moved-from' | 'moved-to';
  role: RowRole;
  pieces: Piece[];
  /** What else is different, or was changed on the way. */
  details: ComparedDetail[];
  /** What it is told by besides its words; null where those are all. */
  label: BlockLabel | null;
  /** Counts the moves from 1: the two places of one paragraph have the same number; null for anything else. */
  move: number | null;
}

interface Part {
  role: RowRole;
  text: string;
  /** Equal for what is the same to a reader. */
  key: string;
  /** Equal for what shows the same, whatever is said of it; empty where only the words tell. */
  subject: string;
  /** Null for a field. */
  block: BlockNode | null;
}

/** As alike as this, a paragraph is the same one rewritten. */
const REWRITTEN = 0.4;
/** A paragraph elsewhere must be more alike to count as moved, and long enough to be told from others; a picture is known by itself. */
const MOVED = 0.75;
const MOVED_CHARACTERS = 24;

/** What Lexical notes for itself; a reader sees nothing of it. */
const UNSEEN = new Set(['direction', 'textFormat', 'textStyle', 'detail', 'mode', 'style', 'version']);

/** The same for two blocks that look the same, in whatever order their properties were written. */
function keyOf(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(keyOf).join()}]`;
  if (typeof node !== 'object' || node === null) return JSON.stringify(node) ?? '';
  const seen = Object.entries(node).filter(([name]) => !UNSEEN.has(name));
  return `{${seen
    .map(([name, value]) => `${name}:${keyOf(value)}`)
    .toSorted()
    .join()}}`;
}

function partOf(block: BlockNode): Part {
  return { role: block.type, text: blockText(block), key: keyOf(block), subject: blockSubject(block), block };
}

/** An empty paragraph between two others is nothing to compare. */
function isShown({ role, text }: Part): boolean {
  return text.trim() !== '' || !['paragraph', 'heading', 'quote'].includes(role);
}

function rowOf({ role, block }: Part, kind: ComparedRow['kind'], pieces: Piece[]): ComparedRow {
  return { kind, role, pieces, details: [], label: block === null ? null : blockLabel(block), move: null };
}

function whole(part: Part, kind: 'inserted' | 'removed'): ComparedRow {
  const pieces = kind === 'inserted' ? compareWords('', part.text) : compareWords(part.text, '');
  return rowOf(part, kind, pieces);
}

function unchanged(part: Part): ComparedRow {
  const { text } = part;
  return rowOf(part, 'same', text === '' ? [] : [{ text, change: 'same', fact: null }]);
}

function changed(before: Part, after: Part): ComparedRow {
  const pieces = compareWords(before.text, after.text);
  const sameWords = pieces.every(({ change }) => change === 'same');
  const details = compareDetails(before.block, after.block, sameWords);
  if (sameWords && details.length === 0) return unchanged(after);
  const restyled = sameWords && details.every(({ what }) => what === 'style');
  return { ...rowOf(after, restyled ? 'restyled' : 'changed', pieces), details };
}

/** For each part of the left its partner on the right, by position: the same part, or the same one rewritten. */
function pairUp(left: readonly Part[], right: readonly Part[]): [number, number][] {
  const same = commonPositions(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  );
  const pairs: [number, number][] = [];
  const [leftSubjects, rightSubjects] = [left, right].map(
    (parts) => new Set(parts.map(({ subject }) => subject)),
  );
  /** Pictures and such without words, one gone and the other new: at one place, the one was exchanged for the other. */
  const isExchanged = (part: Part, other: Part) =>
    part.subject !== '' &&
    other.subject !== '' &&
    part.text + other.text === '' &&
    rightSubjects?.has(part.subject) === false &&
    leftSubjects?.has(other.subject) === false;
  let [row, column] = [0, 0];
  for (const [sameLeft, sameRight] of [...same, [left.length, right.length] as const]) {
    for (let at = row, next = column; at < sameLeft; at += 1) {
      const partner = mostAlike(left[at], right, next, sameRight, REWRITTEN, isExchanged);
      if (partner === null) continue;
      pairs.push([at, partner]);
      next = partner + 1;
    }
    if (sameLeft < left.length) pairs.push([sameLeft, sameRight]);
    [row, column] = [sameLeft + 1, sameRight + 1];
  }
  return pairs;
}

function isSame(part: Part, other: Part): boolean {
  return part.key === other.key || (part.subject !== '' && part.subject === other.subject);
}

function mostAlike(
  part: Part | undefined,
  others: readonly Part[],
  from: number,
  to: number,
  least: number,
  mayBe: (part: Part, other: Part) => boolean = () => false,
): number | null {
  let partner: number | null = null;
  let best = least;
  for (let at = from; at < to && part !== undefined; at += 1) {
    const other = others[at];
    if (other?.role !== part.role) continue;
    const alike = isSame(part, other) ? 1 : likeness(part.text, other.text);
    if (alike > best) [best, partner] = [alike, at];
    else if (partner === null && mayBe(part, other)) partner = at;
  }
  return partner;
}

/** Of what has no partner at its place: the paragraphs that stand elsewhere now. From the left's position to the right's. */
function findMoves(
  left: readonly Part[],
  right: readonly Part[],
  pairs: readonly [number, number][],
): Map<number, number> {
  const [keptLeft, keptRight] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))];
  const isKnown = ({ text, subject }: Part) => text.length >= MOVED_CHARACTERS || subject !== '';
  const moves = new Map<number, number>();
  const free = right.flatMap((part, at) => (!keptRight.has(at) && isKnown(part) ? [{ part, at }] : []));
  for (const [at, part] of left.entries()) {
    if (keptLeft.has(at) || !isKnown(part)) continue;
    const candidates = free.map((each) => each.part);
    const found = mostAlike(part, candidates, 0, candidates.length, MOVED);
    const target = found === null ? undefined : free.splice(found, 1)[0];
    if (target !== undefined) moves.set(at, target.at);
  }
  return moves;
}

function compareBlocks(left: readonly Part[], right: readonly Part[]): ComparedRow[] {
  const pairs = pairUp(left, right);
  const moves = findMoves(left, right, pairs);
  const numbers = new Map([...moves.keys()].map((at, index) => [at, index + 1]));
  const origins = new Map([...moves].map(([from, to]) => [to, from]));
  const rows: ComparedRow[] = [];

  function before(at: number): void {
    const part = left[at];
    if (part === undefined) return;
    const move = numbers.get(at) ?? null;
    rows.push(move === null ? whole(part, 'removed') : { ...unchanged(part), kind: 'moved-from', move });
  }
  function after(at: number): void {
    const part = right[at];
    const origin = origins.get(at);
    const moved = origin === undefined ? undefined : left[origin];
    if (part === undefined) return;
    if (moved === undefined) rows.push(whole(part, 'inserted'));
    else rows.push({ ...changed(moved, part), kind: 'moved-to', move: numbers.get(origin ?? -1) ?? null });
  }

  let [row, column] = [0, 0];
  for (const [pairLeft, pairRight] of [...pairs, [left.length, right.length] as const]) {
    for (; row < pairLeft; row += 1) before(row);
    for (; column < pairRight; column += 1) after(column);
    const [one, other] = [left[pairLeft], right[pairRight]];
    if (one !== undefined && other !== undefined) {
      rows.push(one.key === other.key ? unchanged(other) : changed(one, other));
    }
    [row, column] = [pairLeft + 1, pairRight + 1];
  }
  return rows;
}

const READ_FIELDS = ['headline', 'dek'] as const;

function fieldText(value: ArticleFields[keyof ArticleFields]): string {
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return typeof value === 'string' ? value.trim() : value.join(', ');
}

/** Headline and dek always, other fields where they differ. */
function compareFields(before: ArticleFields, after: ArticleFields): ComparedRow[] {
  const names = Object.keys(after) as (keyof ArticleFields)[];
  const others = names.filter((name) => !READ_FIELDS.some((read) => read === name));
  const part = (fields: ArticleFields, role: keyof ArticleFields): Part => {
    const text = fieldText(fields[role]);
    return { role, text, key: text, subject: '', block: null };
  };
  return [...READ_FIELDS, ...others].flatMap((name) => {
    const [one, other] = [part(before, name), part(after, name)];
    if (one.key !== other.key) return [changed(one, other)];
    return READ_FIELDS.some((read) => read === name) && other.text !== '' ? [unchanged(other)] : [];
  });
}

/** Every part of both copies in reading order: the fields, then the body. What is the same is in it too. */
export function compareCopies(before: ComparableCopy, after: ComparableCopy): ComparedRow[] {
  const [left, right] = [before, after].map(({ document }) =>
    document.root.children.map(partOf).filter(isShown),
  );
  return [...compareFields(before.fields, after.fields), ...compareBlocks(left ?? [], right ?? [])];
}
