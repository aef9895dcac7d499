/** Cells of foreign tables (HTML, spreadsheets) → a table of the document, where they are data and no page layout. */
import { table } from './build.ts';
import type { InlineNode, TableNode } from './vocabulary.ts';
import { sharesOf } from './table-widths.ts';
import { inlineText, tableCaption } from './walk.ts';

export const WIDEST_TABLE = 60;
const TALLEST_SPAN = 1000;
const MOST_CELLS = 20_000;
/** A cell with more characters than this is copy, and the table a layout. */
const LONGEST_CELL = 500;

export interface ForeignCell {
  /** Null where the cell holds more than words. */
  words: readonly InlineNode[] | null;
  header: boolean;
  /** What `colspan` and `rowspan` say. */
  columns: string | null | undefined;
  rows: string | null | undefined;
}

type Row = (readonly InlineNode[] | null)[];

function span(value: string | null | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number > 1 ? Math.min(number, most) : 1;
}

/** Cells at their places, merged ones at their first; null where it grows beyond what a table may be. */
function gridOf(rows: readonly (readonly ForeignCell[])[]): Row[] | null {
  const coveredBelow: number[] = [];
  const grid: Row[] = [];
  for (const cells of rows) {
    const row: Row = [];
    const skipCovered = (): void => {
      for (
        let covered = coveredBelow[row.length] ?? 0;
        covered > 0;
        covered = coveredBelow[row.length] ?? 0
      ) {
        coveredBelow[row.length] = covered - 1;
        row.push([]);
      }
    };
    for (const cell of cells) {
      skipCovered();
      const columns = span(cell.columns, WIDEST_TABLE);
      for (let column = 0; column < columns; column += 1) {
        coveredBelow[row.length] = span(cell.rows, TALLEST_SPAN) - 1;
        row.push(column === 0 ? cell.words : []);
      }
      if (row.length > WIDEST_TABLE) return null;
    }
    skipCovered();
    grid.push(row);
  }
  return grid;
}

function isDataCell(words: readonly InlineNode[] | null): words is readonly InlineNode[] {
  return words !== null && inlineText(words).length <= LONGEST_CELL;
}

/**
 * The rows as a table, empty ones left out, merged cells taken apart; null where they are no data: fewer than two rows or
 * columns with something in them, or cells that hold more than a few words. `widths`: what it says of each of its columns.
 */
export function tableFromCells(
  rows: readonly (readonly ForeignCell[])[],
  widths: readonly number[] = [],
): TableNode | null {
  const grid = gridOf(rows);
  if (grid === null || !grid.every((row) => row.every(isDataCell))) return null;
  const filled = grid.map((row) => row.some((words) => words !== null && words.length > 0));
  const kept = rows.filter((_, index) => filled[index]);
  const words = grid.filter((_, index) => filled[index]).map((row) => row.filter(isDataCell));
  const columns = words.reduce((most, row) => Math.max(most, row.length), 0);
  const filledColumns = Array.from({ length: columns }, (_, column) =>
    words.some((row) => (row[column]?.length ?? 0) > 0),
  ).filter(Boolean).length;
  if (words.length < 2 || filledColumns < 2 || words.length * columns > MOST_CELLS) return null;
  const headerRow = kept[0]?.every(({ header }) => header) ?? false;
  const body = headerRow ? kept.slice(1) : kept;
  const shares = widths.length === columns ? sharesOf(widths) : null;
  return table(words, { headerRow, headerColumn: body.every(([first]) => first?.header === true), shares });
}

/** The table with these words as its caption, behind those it has. */
export function withTableCaption(node: TableNode, words: string): TableNode {
  const caption = `${tableCaption(node)} ${words}`.replaceAll(/\s+/g, ' ').trim();
  return caption === '' ? node : { ...node, $: { ...node.$, caption } };
}
