/**
 * Lines under words, or boxes behind them, in a layer over or below the copy. Ranges of the browser's highlight registry are
 * all drawn anew whenever anything on the page changes, so with every key; these shapes cost nothing until something moves.
 */
import type { LexicalEditor } from 'lexical';
import { createBlockLayer, type BlockLayer, type GroupPlace } from './block-layer.ts';

export type RangeShape = 'line' | 'box';

export interface MarkedRange {
  look: string;
  range: Range;
}

/** A line stands this far above the foot of its words, as a part of their height. */
const ABOVE_FOOT = 0.18;

interface Shape {
  left: number;
  top: number;
  width: number;
  /** Null: what the look of a line says. */
  height: number | null;
}

function shapesOf(shape: RangeShape, range: Range, { layer, top }: GroupPlace): Shape[] {
  return [...range.getClientRects()].flatMap((words) => {
    if (words.width === 0) return [];
    const isBox = shape === 'box';
    const upper = isBox ? words.top : words.bottom - words.height * ABOVE_FOOT;
    return {
      left: words.left - layer.left,
      top: upper - layer.top - top,
      width: words.width,
      height: isBox ? words.height : null,
    };
  });
}

function elementOf({ left, top, width, height }: Shape): HTMLElement {
  const element = document.createElement('i');
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
): BlockLayer<readonly MarkedRange[]> {
  return createBlockLayer<readonly MarkedRange[]>(editor, attribute, (marks, place) => {
    const measured = marks.map(({ look, range }) => ({ look, shapes: shapesOf(shape, range, place) }));
    return () =>
      measured.map(({ look, shapes }) => {
        const mark = document.createElement('span');
        mark.dataset['mark'] = look;
        mark.append(...shapes.map(elementOf));
        return mark;
      });
  });
}
