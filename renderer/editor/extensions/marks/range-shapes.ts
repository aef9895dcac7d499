/** Lines under words, or boxes around them, in a layer over or below the copy: they cost nothing until something moves. */
import type { LexicalEditor } from 'lexical';
import { createBlockLayer, type BlockLayer, type GroupPlace } from './block-layer.ts';

export type RangeShape = 'line' | 'box';

export interface MarkedRange {
  look: string;
  range: Range;
}

/** A line stands this far above the foot of its words, as a part of their height. */
const ABOVE_FOOT = 0.18;

/** In pixels, from the left edge of the layer and the upper one of the block. */
interface Shape {
  look: string;
  left: number;
  top: number;
  width: number;
  /** Null: what the look of a line says. */
  height: number | null;
}

/** What the browser tells of the same words at another height of the page differs by less. */
function rounded(pixels: number): number {
  return Math.round(pixels * 32) / 32;
}

/** The part of a line of words that is seen: a wide table is scrolled by itself. */
function edgesOf(range: Range): { left: number; right: number } {
  const table = range.startContainer.parentElement?.closest('table')?.parentElement;
  return table?.getBoundingClientRect() ?? { left: -Infinity, right: Infinity };
}

function shapesOf(shape: RangeShape, { look, range }: MarkedRange, { layer, top }: GroupPlace): Shape[] {
  const edges = edgesOf(range);
  return [...range.getClientRects()].flatMap((words) => {
    const left = Math.max(words.left, edges.left);
    const width = Math.min(words.right, edges.right) - left;
    if (width <= 0) return [];
    const isBox = shape === 'box';
    const upper = isBox ? words.top : words.bottom - words.height * ABOVE_FOOT;
    return {
      look,
      left: rounded(left - layer.left),
      top: rounded(upper - layer.top - top),
      width: rounded(width),
      height: isBox ? rounded(words.height) : null,
    };
  });
}

function elementOf({ look, left, top, width, height }: Shape): HTMLElement {
  const element = document.createElement('i');
  element.dataset['mark'] = look;
  element.style.marginLeft = `${left}px`;
  element.style.marginTop = `${top}px`;
  element.style.width = `${width}px`;
  if (height !== null) element.style.height = `${height}px`;
  return element;
}

export function createRangeLayer(
  editor: LexicalEditor,
  attribute: string,
  shape: RangeShape,
): BlockLayer<MarkedRange> {
  return createBlockLayer<MarkedRange, Shape>(editor, attribute, {
    measure: (marked, place) => shapesOf(shape, marked, place),
    make: elementOf,
  });
}
