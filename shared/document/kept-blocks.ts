/**
 * A document told by what changed in it: blocks that stand as they did in the one before are named by their places, the
 * others are spelled out. A save then costs what was written and not what the article holds.
 */
import { z } from 'zod';
import type { ArticleDocument, BlockNode } from './vocabulary.ts';

const place = z.int().min(0);

/** `count` blocks from place `from` of the document before stand from place `at` of this one; places count from 0. */
export const keptRunSchema = z.object({ from: place, at: place, count: z.int().min(1) });

/** `of`: how many blocks the document before has. */
export const keptBlocksSchema = z.object({ of: place, runs: z.array(keptRunSchema) });

export type KeptBlocks = z.output<typeof keptBlocksSchema>;

function withChildren(document: ArticleDocument, children: BlockNode[]): ArticleDocument {
  return { ...document, root: { ...document.root, children } };
}

/** The document without the blocks that are the very values of the one before, and where those belong. */
export function leaveOutKept(
  document: ArticleDocument,
  before: ArticleDocument,
): { document: ArticleDocument; kept: KeptBlocks } {
  const placesBefore = new Map(before.root.children.map((block, index) => [block, index]));
  const runs: KeptBlocks['runs'] = [];
  const spelledOut: BlockNode[] = [];
  for (const [at, block] of document.root.children.entries()) {
    const from = placesBefore.get(block);
    const run = runs.at(-1);
    if (from === undefined) spelledOut.push(block);
    else if (run && run.from + run.count === from && run.at + run.count === at) run.count += 1;
    else runs.push({ from, at, count: 1 });
  }
  return {
    document: withChildren(document, spelledOut),
    kept: { of: before.root.children.length, runs },
  };
}

/** The whole document again; null where `kept` does not fit the one before. */
export function bringKeptBack(
  document: ArticleDocument,
  kept: KeptBlocks,
  before: ArticleDocument,
): ArticleDocument | null {
  const blocksBefore = before.root.children;
  if (kept.of !== blocksBefore.length) return null;
  const spelledOut = [...document.root.children];
  const children: BlockNode[] = [];
  for (const { from, at, count } of kept.runs) {
    const missing = at - children.length;
    if (missing < 0 || missing > spelledOut.length || from + count > blocksBefore.length) return null;
    children.push(...spelledOut.splice(0, missing), ...blocksBefore.slice(from, from + count));
  }
  return withChildren(document, [...children, ...spelledOut]);
}
