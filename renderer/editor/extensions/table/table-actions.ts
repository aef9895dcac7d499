import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getTableCellNodeFromLexicalNode,
  $getTableColumnIndexFromTableCellNode,
  $getTableRowIndexFromTableCellNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
  $isTableRowNode,
  $isTableCellNode,
  $isTableSelection,
  $moveTableColumn,
  $moveTableRow,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';
import { CELL_HEADER } from '../../../../shared/document/vocabulary.ts';
import { sharesOf, withColumnShare } from '../../../../shared/document/table-widths.ts';
import { $rootBlockOf } from '../../root-block.ts';

export type TableAction =
  | 'header-row'
  | 'header-column'
  | 'row-above'
  | 'row-below'
  | 'column-left'
  | 'column-right'
  | 'row-up'
  | 'row-down'
  | 'column-to-left'
  | 'column-to-right'
  | 'column-wider'
  | 'column-narrower'
  | 'columns-free'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table';

interface Place {
  table: TableNode;
  row: number;
  column: number;
}

interface Headers {
  row: boolean;
  column: boolean;
}

function $placeOfSelection(): Place | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return null;
  const node = selection.anchor.getNode();
  const cell = $getTableCellNodeFromLexicalNode(node);
  const table = $rootBlockOf(node);
  if (cell === null || !$isTableNode(table)) return null;
  return {
    table,
    row: $getTableRowIndexFromTableCellNode(cell),
    column: $getTableColumnIndexFromTableCellNode(cell),
  };
}

function $cellsOf(table: TableNode): TableCellNode[][] {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode));
}

function has(cell: TableCellNode | undefined, header: number): boolean {
  return cell !== undefined && (cell.getHeaderStyles() & header) !== 0;
}

/** Whether the caret is in the last cell of a table. */
export function $isInLastCell(): boolean {
  const place = $placeOfSelection();
  if (place === null) return false;
  const cells = $cellsOf(place.table);
  return place.row === cells.length - 1 && place.column === (cells.at(-1)?.length ?? 0) - 1;
}

/** Which headers the table at the selection has; null outside of tables. */
export function $readTableHeaders(): Headers | null {
  const place = $placeOfSelection();
  return place === null ? null : $headersOf(place.table);
}

function $headersOf(table: TableNode): Headers {
  const cells = $cellsOf(table);
  return {
    row: cells[0]?.every((cell) => has(cell, CELL_HEADER.row)) ?? false,
    column: cells.length > 0 && cells.every(([first]) => has(first, CELL_HEADER.column)),
  };
}

/** Headers belong to the first row and column, whatever cells have come there. */
function $setHeaders(table: TableNode, headers: Headers): void {
  for (const [row, cells] of $cellsOf(table).entries()) {
    for (const [column, cell] of cells.entries()) {
      const state =
        (headers.row && row === 0 ? CELL_HEADER.row : 0) |
        (headers.column && column === 0 ? CELL_HEADER.column : 0);
      if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state);
    }
  }
}

/** The columns' shares as they are, all alike where nobody has set any; null where there are too many columns. */
function $sharesOf(table: TableNode): number[] | null {
  const columns = table.getColumnCount();
  const widths = table.getColWidths();
  return sharesOf(widths?.length === columns ? widths : Array.from({ length: columns }, () => 1));
}

function $changeWidth(table: TableNode, column: number, by: 1 | -1): void {
  const shares = $sharesOf(table);
  if (shares !== null && shares.length > 1) table.setColWidths(withColumnShare(shares, column, by));
}

function $change({ table, row, column }: Place, action: Exclude<TableAction, 'delete-table'>): void {
  switch (action) {
    case 'row-above':
    case 'row-below':
      $insertTableRowAtSelection(action === 'row-below');
      break;
    case 'column-left':
    case 'column-right':
      $insertTableColumnAtSelection(action === 'column-right');
      break;
    case 'row-up':
    case 'row-down':
      $moveTableRow(table, row, row + (action === 'row-up' ? -1 : 1));
      break;
    case 'column-to-left':
    case 'column-to-right':
      $moveTableColumn(table, column, column + (action === 'column-to-left' ? -1 : 1));
      break;
    case 'column-wider':
    case 'column-narrower':
      $changeWidth(table, column, action === 'column-wider' ? 1 : -1);
      break;
    case 'columns-free':
      table.setColWidths(undefined);
      break;
    case 'delete-row':
      $deleteTableRowAtSelection();
      break;
    case 'delete-column':
      $deleteTableColumnAtSelection();
      break;
    case 'header-row':
    case 'header-column':
      break;
  }
}

/** Does an action on the table the selection is in; false where it is in none. */
export function $actOnTable(action: TableAction): boolean {
  const place = $placeOfSelection();
  if (place === null) return false;
  const { table } = place;
  if (action === 'delete-table') {
    table.selectNext();
    table.remove();
    return true;
  }
  const headers = $headersOf(table);
  if (action === 'header-row') headers.row = !headers.row;
  if (action === 'header-column') headers.column = !headers.column;
  $change(place, action);
  if (table.isAttached()) $setHeaders(table, headers);
  return true;
}
