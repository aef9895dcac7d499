/**
 * Bars in the margin beside stretches of the copy, one look each. They are no part of it, stand in a layer, and are drawn for
 * what is on screen when somebody shows them, never with a key: while one writes they stay as they are and move with their
 * block.
 */
import { defineExtension, type LexicalEditor, type NodeKey } from 'lexical';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { createBlockLayer } from '../marks/block-layer.ts';
import { createDrawnBlocks, type DrawnBlocks } from '../marks/drawn-blocks.ts';
import { $rangeOf, type CopyPlace } from '../marks/places.ts';
import './margin.css';

export interface MarginBlock {
  block: NodeKey;
  /** The block as it was when its stretches were told. */
  json: BlockNode;
  stretches: readonly (CopyPlace & { look: string })[];
}

export interface CopyMargin {
  /** The bars of the whole copy, block by block, in its order. A block that is the same value as before is not drawn anew. */
  show(blocks: readonly MarginBlock[]): void;
}

interface Stretch {
  look: string;
  range: Range;
}

const MOST_DRAWN = 240;
/** Bars of neighbours do not touch, in pixels. */
const GAP = 3;

/** In pixels, from the upper edge of the block. */
interface Bar {
  look: string;
  top: number;
  height: number;
}

function barsOf({ look, range }: Stretch, over: number): Bar[] {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  if (boxes.length === 0) return [];
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return [{ look, top: top - over + GAP / 2, height: Math.max(4, bottom - top - GAP) }];
}

function elementOf({ look, top, height }: Bar): HTMLElement {
  const bar = document.createElement('i');
  bar.dataset['look'] = look;
  bar.style.marginTop = `${top}px`;
  bar.style.height = `${height}px`;
  return bar;
}

function createMargin(editor: LexicalEditor): DrawnBlocks<MarginBlock> {
  return createDrawnBlocks<MarginBlock, Stretch>(editor, {
    layer: createBlockLayer<Stretch, Bar>(editor, 'data-margin', {
      measure: (stretch, { layer, top }) => barsOf(stretch, layer.top + top),
      make: elementOf,
    }),
    sizeOf: ({ stretches }) => stretches.length,
    most: MOST_DRAWN,
    isSame: (one, other) => one === other,
    $itemsOf: ({ stretches }) =>
      stretches.flatMap(({ look, ...place }) => {
        const range = $rangeOf(editor, place);
        return range === null ? [] : [{ look, range }];
      }),
    endsBefore: null,
  });
}

export const MarginExtension = defineExtension({
  name: 'redaksi/margin',
  build: (editor) => createMargin(editor),
  register: (_editor, _config, state) => state.getOutput().register(),
});
