/** Tables of HTML: a table of data becomes one of the document, a page laid out as a table gives what stands in its cells. */
import { lineBreak, paragraph, text } from '../document/build.ts';
import { tableFromCells, withTableCaption, type ForeignCell } from '../document/table-from-cells.ts';
import type { BlockNode, InlineNode } from '../document/vocabulary.ts';
import { blockText } from '../document/walk.ts';
import type { BlockWriter } from './block-writer.ts';
import type { Attributes } from './html-tokens.ts';

const CELL_SEPARATOR = ' | ';
/** Tables inside tables beyond this are page layout gone wild; their cells are read as plain blocks. */
const DEEPEST_TABLE = 6;
interface Cell extends Omit<ForeignCell, 'words'> {
  blocks: BlockNode[];
}

interface OpenTable {
  sink: BlockNode[];
  rows: Cell[][];
  row: Cell[];
  /** What its own caption says. */
  caption: BlockNode[];
  /** Widths of its columns in per cent, where it tells them. */
  widths: number[];
}

/** Per cent that a `col` says it takes of the table; null where it says so in no way that can be told. */
function widthOfColumn({ style = '', class: names = '', width = '' }: Attributes): number | null {
  const told =
    /(?:^|;)\s*width:\s*([\d.]+)%/i.exec(style) ?? /\bshare-(\d+)\b/.exec(names) ?? /^([\d.]+)%$/.exec(width);
  const share = Number(told?.[1]);
  return share > 0 && share <= 100 ? share : null;
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
    this.#tables.push(real ? { sink: this.#writer.sink, rows: [], row: [], caption: [], widths: [] } : null);
  }

  column(attributes: Attributes): void {
    const width = widthOfColumn(attributes);
    if (width !== null) this.#tables.at(-1)?.widths.push(width);
  }

  caption(): void {
    this.row();
    const open = this.#tables.at(-1);
    if (open !== undefined && open !== null) this.#writer.sink = open.caption;
  }

  row(): void {
    this.#separatorDue = false;
    const open = this.#tables.at(-1);
    if (open === undefined || open === null) return this.#writer.endBlock();
    this.#endRow(open);
  }

  cell(of: Omit<Cell, 'blocks'>): void {
    const open = this.#tables.at(-1);
    if (open === undefined || open === null) {
      this.#separatorDue = true;
      return;
    }
    this.#endCell(open);
    const cell: Cell = { ...of, blocks: [] };
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
      for (const block of this.#blocksOf(open)) open.sink.push(block);
    }
    this.#tables.pop();
  }

  #blocksOf({ rows, caption, widths }: OpenTable): BlockNode[] {
    const made = tableFromCells(
      rows.map((row) => row.map((cell) => ({ ...cell, words: wordsOfCell(cell) }))),
      widths,
    );
    if (made === null) return [...caption, ...layoutBlocks(rows)];
    return [withTableCaption(made, caption.map(blockText).join(' '))];
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
