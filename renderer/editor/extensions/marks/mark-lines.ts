/**
 * Lines under words, drawn in a layer over the copy. Ranges of the browser's highlight registry are all drawn anew
 * whenever anything on the page changes, so with every key; these lines cost nothing until something moves.
 */
import type { LexicalEditor, NodeKey } from 'lexical';
import type { MarkLook } from './marks-extension.ts';

export interface MarkedRange {
  look: MarkLook;
  range: Range;
}

export interface MarkLines {
  /** Draws the lines of several blocks; the page is looked at once. */
  draw(blocks: ReadonlyMap<NodeKey, readonly MarkedRange[]>): void;
  erase(block: NodeKey): void;
  /** Blocks may stand elsewhere than they did: their lines follow. */
  place(): void;
}

/** A line stands this far above the foot of its words, as a part of their height. */
const ABOVE_FOOT = 0.18;

interface Line {
  left: number;
  top: number;
  width: number;
}

export function createMarkLines(editor: LexicalEditor): MarkLines {
  const groups = new Map<NodeKey, HTMLElement>();

  function layer(): HTMLElement | null {
    return editor.getRootElement()?.parentElement?.querySelector(':scope > [data-mark-lines]') ?? null;
  }

  function topIn(over: DOMRect, block: NodeKey): number | null {
    const element = editor.getElementByKey(block);
    return element === null ? null : element.getBoundingClientRect().top - over.top;
  }

  function linesOf(range: Range, over: DOMRect, top: number): Line[] {
    return [...range.getClientRects()].flatMap(({ left, bottom, width, height }) =>
      width === 0
        ? []
        : [{ left: left - over.left, top: bottom - height * ABOVE_FOOT - over.top - top, width }],
    );
  }

  function elementOf({ left, top, width }: Line): HTMLElement {
    const line = document.createElement('i');
    line.style.left = `${left}px`;
    line.style.top = `${top}px`;
    line.style.width = `${width}px`;
    return line;
  }

  function stand(group: HTMLElement, top: number): void {
    group.style.transform = `translateY(${top}px)`;
  }

  return {
    draw(blocks) {
      const over = layer();
      if (over === null || blocks.size === 0) return;
      const box = over.getBoundingClientRect();
      const measured = [...blocks].flatMap(([block, marks]) => {
        const top = topIn(box, block);
        if (top === null) return [];
        return [
          { block, top, marks: marks.map(({ look, range }) => ({ look, lines: linesOf(range, box, top) })) },
        ];
      });
      for (const { block, top, marks } of measured) {
        const group = document.createElement('div');
        for (const { look, lines } of marks) {
          const mark = document.createElement('span');
          mark.dataset['mark'] = look;
          mark.append(...lines.map(elementOf));
          group.append(mark);
        }
        stand(group, top);
        groups.get(block)?.remove();
        groups.set(block, group);
        over.append(group);
      }
    },
    erase(block) {
      groups.get(block)?.remove();
      groups.delete(block);
    },
    place() {
      const box = layer()?.getBoundingClientRect();
      if (box === undefined) return;
      const places = [...groups].map(([block, group]) => ({ group, top: topIn(box, block) }));
      for (const { group, top } of places) if (top !== null) stand(group, top);
    },
  };
}
