/**
 * Lines under words, drawn in a layer over the copy. Ranges of the browser's highlight registry are all drawn anew
 * whenever anything on the page changes, so with every key; these lines cost nothing until something moves.
 */
import type { LexicalEditor } from 'lexical';
import { createBlockLayer, type BlockLayer, type GroupPlace } from './block-layer.ts';
import type { MarkLook } from './marks-extension.ts';

export interface MarkedRange {
  look: MarkLook;
  range: Range;
}

/** A line stands this far above the foot of its words, as a part of their height. */
const ABOVE_FOOT = 0.18;

interface Line {
  left: number;
  top: number;
  width: number;
}

function linesOf(range: Range, { layer, top }: GroupPlace): Line[] {
  return [...range.getClientRects()].flatMap(({ left, bottom, width, height }) =>
    width === 0
      ? []
      : [{ left: left - layer.left, top: bottom - height * ABOVE_FOOT - layer.top - top, width }],
  );
}

function elementOf({ left, top, width }: Line): HTMLElement {
  const line = document.createElement('i');
  line.style.marginLeft = `${left}px`;
  line.style.marginTop = `${top}px`;
  line.style.width = `${width}px`;
  return line;
}

export function createMarkLines(editor: LexicalEditor): BlockLayer<readonly MarkedRange[]> {
  return createBlockLayer<readonly MarkedRange[]>(editor, 'data-mark-lines', (marks, place) => {
    const measured = marks.map(({ look, range }) => ({ look, lines: linesOf(range, place) }));
    return () =>
      measured.map(({ look, lines }) => {
        const mark = document.createElement('span');
        mark.dataset['mark'] = look;
        mark.append(...lines.map(elementOf));
        return mark;
      });
  });
}
