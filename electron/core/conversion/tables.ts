/** Tables of HTML: a table of data becomes one of the document, a page laid out as a table gives what stands in its cells. */
import { lineBreak, paragraph, table, text } from '../../../shared/document/build.ts';
import type { BlockNode, InlineNode } from '../../../shared/document/vocabulary.ts';
import { inlineText } from '../../../shared/document/walk.ts';
import type { BlockWriter } from './block-writer.ts';

const CELL_SEPARATOR = ' | ';
/** Tables inside tables beyond this are page layout gone wild; their cells are read as plain blocks. */
const DEEPEST_TABLE = 6;
const WIDEST_TABLE = 60;
const MOST_CELLS = 20_000;
/** A cell with more than this is copy, and the table a layout. */
const LONGEST_CELL = 500;

interface Cell {
  blocks: BlockNode[];
  header: boolean;
  columns: number;
  rows: number;
}

/** A word run for each place of a row; null where the cell holds more than words. */
type Row = (InlineNode[] | null)[];

interface OpenTable {
  sink: BlockNode[];
  rows: Cell[][];
  row: Cell[];
}

export interface CellSpan {
  header: boolean;
  /** What `colspan` and `rowspan` say. */
  columns: string | undefined;
  rows: string | undefined;
}

function span(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number > 1 ? Math.min(number, most) : 1;
}

/** What a cell says as one run, a line each paragraph; null where it holds more than words. */
function wordsOfCell({ blocks }: Cell): InlineNode[] | null {
  const words: InlineNode[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph') return null;
    if (words.length > 0) words.push(lineBreak());
    for (const node of block.children) words.push(node);
  }
  return words;
}

/** Cells at their places, merged ones at their first; null where it grows beyond what a table may be. */
function gridOf(rows: readonly Cell[][]): Row[] | null {
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
      for (let column = 0; column < cell.columns; column += 1) {
        coveredBelow[row.length] = cell.rows - 1;
        row.push(column === 0 ? wordsOfCell(cell) : []);
      }
      if (row.length > WIDEST_TABLE) return null;
    }
    skipCovered();
    grid.push(row);
  }
  return grid;
}

function isDataCell(words: InlineNode[] | null): words is InlineNode[] {
  return words !== null && inlineText(words).length <= LONGEST_CELL;
}

/** The rows as a table of the document, or null where they are no data. */
function tableOf(rows: readonly Cell[][]): BlockNode | null {
  const grid = gridOf(rows);
  if (grid === null || !grid.every((row) => row.every(isDataCell))) return null;
  const filled = grid.map((row) => row.some((words) => words !== null && words.length > 0));
  const kept = rows.filter((_, index) => filled[index]);
  const words = grid.filter((_, index) => filled[index]).map((row) => row.filter(isDataCell));
  const columns = Math.max(0, ...words.map((row) => row.length));
  const filledColumns = Array.from({ length: columns }, (_, column) =>
    words.some((row) => (row[column]?.length ?? 0) > 0),
  ).filter(Boolean).length;
  if (words.length < 2 || filledColumns < 2 || words.length * columns > MOST_CELLS) return null;
  const headerRow = kept[0]?.every(({ header }) => header) ?? false;
  const body = headerRow ? kept.slice(1) : kept;
  return table(words, { headerRow, headerColumn: body.every(([first]) => first?.header === true) });
}

/** What stands in the cells, row by row: plain cells as one paragraph a row, cells with more in them one by one. */
function layoutBlocks(rows: readonly Cell[][]): BlockNode[] {
  return rows.flatMap((cells) => {
    const filled = cells.filter(({ blocks }) => blocks.length > 0);
    const words = filled.map((cell) => (cell.blocks.length === 1 ? wordsOfCell(cell) : null));
    if (!words.every((run) => run !== null)) return filled.flatMap(({ blocks }) => blocks);
    const row = words.flatMap((run, index) => (index === 0 ? run : [text(CELL_SEPARATOR), ...run]));
    return row.length === 0 ? [] : [paragraph(row)];
  });
}

export class TableStack {
  readonly #writer: BlockWriter;
  #tables: (OpenTable | null)[] = [];
  #separatorDue = false;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  /** Inside a list a row is one line of the item, as items hold no blocks. */
  beforeText(value: string): void {
    if (!this.#separatorDue || value.trim() === '') return;
    this.#separatorDue = false;
    if (this.#writer.hasContent) this.#writer.text(CELL_SEPARATOR);
  }

  open(): void {
    this.#writer.endBlock();
    const real = this.#tables.length < DEEPEST_TABLE && !this.#writer.inList;
    this.#tables.push(real ? { sink: this.#writer.sink, rows: [], row: [] } : null);
  }

  row(): void {
    this.#separatorDue = false;
    const open = this.#tables.at(-1);
    if (open === undefined || open === null) return this.#writer.endBlock();
    this.#endRow(open);
  }

  cell({ header, columns, rows }: CellSpan): void {
    const open = this.#tables.at(-1);
    if (open === undefined || open === null) {
      this.#separatorDue = true;
      return;
    }
    this.#endCell(open);
    const cell = { blocks: [], header, columns: span(columns, WIDEST_TABLE), rows: span(rows, 1000) };
    open.row.push(cell);
    this.#writer.sink = cell.blocks;
  }

  close(): void {
    this.#separatorDue = false;
    if (this.#tables.length === 0) return this.#writer.endBlock();
    const open = this.#tables.at(-1);
    if (open === null || open === undefined) {
      this.#writer.endBlock();
    } else {
      this.#endRow(open);
      const made = tableOf(open.rows);
      for (const block of made === null ? layoutBlocks(open.rows) : [made]) open.sink.push(block);
    }
    this.#tables.pop();
  }

  get depth(): number {
    return this.#tables.length;
  }

  closeAll(downTo = 0): void {
    while (this.#tables.length > downTo) this.close();
  }

  #endCell(open: OpenTable): void {
    this.#writer.endBlock();
    if (this.#writer.inList) this.#writer.closeAllLists();
    this.#writer.sink = open.sink;
  }

  #endRow(open: OpenTable): void {
    this.#endCell(open);
    if (open.row.length > 0) open.rows.push(open.row);
    open.row = [];
  }
}
