/** What stands marked in a document, in reading order: for the panel beside the copy. */
import type { BlockMarks, Suggestion, TextMarks } from './marks.ts';
import type { BlockNode } from './vocabulary.ts';

/** One suggestion, gathered from every node that carries its id. */
export interface ListedSuggestion extends Suggestion {
  inserted: string;
  deleted: string;
  /** Words that shall be set otherwise. */
  formatted: string;
  /** Whether paragraphs or blocks come, go or join as well. */
  blocks: boolean;
  /** Whole blocks that shall come or go: pictures, cards, paragraphs. */
  whole: { type: BlockNode['type']; comes: boolean }[];
}

export type ListedMark =
  { kind: 'suggestion'; suggestion: ListedSuggestion } | { kind: 'note'; noteId: string };

interface MarkedNode {
  type: string;
  text?: string;
  $?: (TextMarks & BlockMarks) | undefined;
  children?: readonly MarkedNode[];
}

type Part = 'inserted' | 'deleted' | 'formatted' | 'blocks';
type Found =
  | { kind: 'note'; noteId: string }
  | { kind: 'mark'; mark: Suggestion; part: Part; text: string; whole: ListedSuggestion['whole'] };

const PARTS = [
  ['insertion', 'inserted'],
  ['deletion', 'deleted'],
  ['formatting', 'formatted'],
  ['endInsertion', 'blocks'],
  ['endDeletion', 'blocks'],
] as const;

function find(node: MarkedNode, found: Found[], block: BlockNode | null): void {
  const { $, text } = node;
  for (const child of node.children ?? []) find(child, found, null);
  if ($ === undefined) return;
  for (const noteId of $.notes ?? []) found.push({ kind: 'note', noteId });
  for (const [name, part] of PARTS) {
    const mark = $[name];
    if (mark === undefined) continue;
    const isWhole = block !== null && part !== 'blocks';
    const whole = isWhole ? [{ type: block.type, comes: part === 'inserted' }] : [];
    found.push({ kind: 'mark', mark, part: text === undefined ? 'blocks' : part, text: text ?? '', whole });
  }
}

/** What was found in a block that is still the same value is not looked for again. */
const known = new WeakMap<BlockNode, readonly Found[]>();

function foundIn(block: BlockNode): readonly Found[] {
  const before = known.get(block);
  if (before !== undefined) return before;
  const found: Found[] = [];
  find(block as MarkedNode, found, block);
  known.set(block, found);
  return found;
}

/** Every suggestion and every noted place once, where it begins. */
export function listMarks(blocks: readonly BlockNode[]): ListedMark[] {
  const listed: ListedMark[] = [];
  const suggestions = new Map<string, ListedSuggestion>();
  const notes = new Set<string>();
  for (const found of blocks.flatMap(foundIn)) {
    if (found.kind === 'note') {
      if (!notes.has(found.noteId)) listed.push(found);
      notes.add(found.noteId);
      continue;
    }
    const { id, personId, at } = found.mark;
    let suggestion = suggestions.get(id);
    if (suggestion === undefined) {
      suggestion = { id, personId, at, inserted: '', deleted: '', formatted: '', blocks: false, whole: [] };
      suggestions.set(id, suggestion);
      listed.push({ kind: 'suggestion', suggestion });
    }
    suggestion.whole.push(...found.whole);
    if (found.part === 'blocks') suggestion.blocks = true;
    else suggestion[found.part] += found.text;
  }
  return listed;
}
