/**
 * A Ghost post's Lexical → document, and nothing lost: a node becomes a block of ours only where that block, written for
 * Ghost again, says the same; every other node is kept verbatim and goes back as it came.
 */
import { z } from 'zod';
import { buildDocument, foreign } from '../../../../shared/document/build.ts';
import type { GhostNode } from '../../../../shared/document/ghost-nodes.ts';
import { ghostNodesOf } from '../../../../shared/document/to-ghost-lexical.ts';
import type { ArticleDocument, BlockNode } from '../../../../shared/document/vocabulary.ts';
import { takeCredit, takeDateline } from '../dateline-and-credit.ts';
import { canonicalGhost } from './canonical.ts';
import { readGhostNode } from './node-readers.ts';

export interface GhostContent {
  document: ArticleDocument;
  /** Bold words before the first paragraph that end in a dash, as a dateline does; dash and space included. */
  dateline: string;
  /** A closing paragraph in brackets. */
  credit: string;
}

/** A block of ours beside what was written for it, where that alone would not be read as this block again. */
export interface KnownBlock {
  /** `canonicalGhost` of the nodes, in order. */
  nodes: string[];
  block: BlockNode;
}

export interface GhostReading {
  /** Id of the target: what is kept verbatim goes back there only. */
  origin: string;
  /** What a picture of the site is known by here (`shownAs`); null where it is none of ours. */
  pictureAt: (url: string) => string | null;
  /** Of a post that we wrote. */
  known?: readonly KnownBlock[];
}

const bodySchema = z.object({
  root: z.object({ children: z.array(z.looseObject({ type: z.string() })) }),
});

/** The outermost nodes of a post's `lexical`; none where it is no Lexical at all. */
export function ghostNodesIn(lexical: string | null): GhostNode[] {
  try {
    return bodySchema.parse(JSON.parse(lexical ?? '')).root.children;
  } catch {
    return [];
  }
}

/** The block a node is, where it says nothing that the block does not say. */
function exactly(node: GhostNode, reading: GhostReading): BlockNode | null {
  const block = readGhostNode(node, reading.pictureAt);
  if (block === null) return null;
  const again = ghostNodesOf(block, {
    origin: reading.origin,
    image: () => ({ url: '', width: 0, height: 0 }),
  });
  const places = (nodes: readonly GhostNode[]): string =>
    JSON.stringify(nodes.map((one) => canonicalGhost(one, { withoutPlaces: true })));
  return places(again) === places([node]) ? block : null;
}

function isEmptyParagraph(node: GhostNode): boolean {
  return node.type === 'paragraph' && Array.isArray(node['children']) && node['children'].length === 0;
}

/** What is to be remembered of blocks, so that they are read as what they are: those Ghost has no exact node for. */
export function blocksToRemember(
  written: readonly { block: BlockNode; nodes: readonly GhostNode[] }[],
  reading: Pick<GhostReading, 'origin' | 'pictureAt'>,
): KnownBlock[] {
  return written.flatMap(({ block, nodes }) => {
    if (nodes.length === 0) return [];
    const [only] = nodes;
    const read = nodes.length === 1 && only !== undefined ? exactly(only, reading) : null;
    if (read !== null && JSON.stringify(read) === JSON.stringify(block)) return [];
    return [{ nodes: nodes.map((node) => canonicalGhost(node)), block }];
  });
}

/** Reads nodes of a post. Never throws; what it does not understand is kept. */
export function ghostToDocument(nodes: readonly GhostNode[], reading: GhostReading): GhostContent {
  const written = nodes.map((node) => canonicalGhost(node));
  const known = (reading.known ?? []).toSorted((one, other) => other.nodes.length - one.nodes.length);
  const blocks: BlockNode[] = [];
  for (let at = 0; at < nodes.length;) {
    const ours = known.find(({ nodes: each }) => each.every((node, index) => written[at + index] === node));
    const node = nodes[at];
    if (ours) blocks.push(ours.block);
    else if (node && !isEmptyParagraph(node)) {
      blocks.push(exactly(node, reading) ?? foreign('ghost-lexical', JSON.stringify(node), reading.origin));
    }
    at += ours?.nodes.length ?? 1;
  }
  const dateline = takeDateline(blocks);
  const credit = takeCredit(blocks);
  return { document: buildDocument(blocks), dateline, credit };
}
