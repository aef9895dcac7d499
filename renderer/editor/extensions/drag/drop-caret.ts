/** The caret that shows where dragged words would come to stand. */
import { layers } from '../../../ui/layers.ts';
import './drop-caret.css';

export interface DropCaret {
  show(range: Range): void;
  hide(): void;
}

/** Where a caret at the range is; that of an empty line is its own. */
function lineAt(range: Range): DOMRect | null {
  const [line] = range.getClientRects();
  if (line !== undefined && line.height > 0) return line;
  const { startContainer: node, startOffset } = range;
  const child = node.childNodes[startOffset] ?? node;
  const element = child instanceof Element ? child : child.parentElement;
  return element?.getBoundingClientRect() ?? null;
}

export function createDropCaret(): DropCaret {
  let caret: HTMLElement | null = null;
  function make(): HTMLElement {
    const made = document.createElement('div');
    made.className = 'drop-caret';
    made.ariaHidden = 'true';
    return made;
  }
  function hide(): void {
    caret?.remove();
  }
  return {
    show(range) {
      const line = lineAt(range);
      if (line === null) return hide();
      caret ??= make();
      caret.style.translate = `${line.left}px ${line.top}px`;
      caret.style.height = `${line.height}px`;
      if (!caret.isConnected) layers().append(caret);
    },
    hide,
  };
}
