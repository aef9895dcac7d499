/** The line between two columns is taken with the pointer and moved; keys do the same by the menu of the table. */
import { $isTableNode } from '@lexical/table';
import {
  $getNearestNodeFromDOMNode,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
} from 'lexical';
import { sharesOf } from '../../../../shared/document/table-widths.ts';
import { $rootBlockOf } from '../../root-block.ts';
import { isSame } from '../../is-same.ts';

/** So near to a line the pointer takes hold of it. */
const GRIP_PIXELS = 5;

interface Line {
  table: HTMLTableElement;
  /** The column left of it. */
  column: number;
}

interface Drag extends Line {
  widths: number[];
  startX: number;
  moved: boolean;
}

function lineAt({ target, clientX }: PointerEvent): Line | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  const table = cell?.closest('table') ?? null;
  const row = cell?.parentElement;
  if (cell === null || table === null || !(row instanceof HTMLTableRowElement)) return null;
  const { left, right } = cell.getBoundingClientRect();
  const column =
    right - clientX <= GRIP_PIXELS ? cell.cellIndex : clientX - left <= GRIP_PIXELS ? cell.cellIndex - 1 : -1;
  return column >= 0 && column < row.cells.length - 1 ? { table, column } : null;
}

function widthsOf(table: HTMLTableElement): number[] {
  return [...(table.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width);
}

/** The widths with the line moved by so many pixels, as far as both columns have room. */
function movedBy({ widths, column }: Drag, pixels: number): number[] {
  const room = Math.max(-(widths[column] ?? 0), Math.min(widths[column + 1] ?? 0, pixels));
  return widths.map((width, at) => (at === column ? width + room : at === column + 1 ? width - room : width));
}

/** Returns what ends it. */
export function registerColumnDrag(editor: LexicalEditor): () => void {
  let drag: Drag | null = null;

  function onMove(event: PointerEvent): void {
    if (drag === null) {
      const table = event.target instanceof Element ? event.target.closest('table') : null;
      table?.toggleAttribute('data-column-line', editor.isEditable() && lineAt(event) !== null);
      return;
    }
    const { table, startX, moved } = drag;
    const shares = sharesOf(movedBy(drag, event.clientX - startX));
    if (shares === null) return;
    const tag = [moved ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG];
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(table);
        const block = node === null ? null : $rootBlockOf(node);
        if (!$isTableNode(block) || isSame(block.getColWidths(), shares)) return;
        block.setColWidths(shares);
        if (drag !== null) drag.moved = true;
      },
      { tag },
    );
  }

  function onDown(event: PointerEvent): void {
    const line = editor.isEditable() && event.button === 0 ? lineAt(event) : null;
    if (line === null) return;
    event.preventDefault();
    event.stopPropagation();
    drag = { ...line, widths: widthsOf(line.table), startX: event.clientX, moved: false };
    line.table.setPointerCapture(event.pointerId);
  }

  function onUp(): void {
    drag = null;
  }

  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('pointermove', onMove);
    before?.removeEventListener('pointerdown', onDown, true);
    before?.removeEventListener('lostpointercapture', onUp);
    root?.addEventListener('pointermove', onMove, { passive: true });
    root?.addEventListener('pointerdown', onDown, true);
    root?.addEventListener('lostpointercapture', onUp);
  });
}
