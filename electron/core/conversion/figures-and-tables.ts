/** The two structures of HTML that the document has no node for: figures give a captioned picture, tables their rows. */
import { paragraph, text } from '../../../shared/document/build.ts';
import type { BlockNode, ImageNode, InlineNode } from '../../../shared/document/vocabulary.ts';
import { blockText } from '../../../shared/document/walk.ts';
import type { BlockWriter } from './block-writer.ts';

const CELL_SEPARATOR = ' | ';
/** Tables inside tables beyond this are page layout gone wild; their cells are read as plain blocks. */
const DEEPEST_TABLE = 6;

function append(blocks: BlockNode[], more: readonly BlockNode[]): void {
  for (const block of more) blocks.push(block);
}

interface OpenFigure {
  pictures: ImageNode[];
  caption: BlockNode[];
}

/** Figures: the caption goes to the last picture that has none, and stays as paragraphs where there is no picture. */
export class FigureStack {
  readonly #writer: BlockWriter;
  readonly #tables: TableStack;
  #figures: OpenFigure[] = [];
  #captured: { sink: BlockNode[]; words: BlockNode[]; tables: number } | null = null;

  constructor(writer: BlockWriter, tables: TableStack) {
    this.#writer = writer;
    this.#tables = tables;
  }

  picture(node: ImageNode): void {
    this.#figures.at(-1)?.pictures.push(node);
  }

  open(): void {
    this.#writer.endBlock();
    this.closeCaption();
    this.#figures.push({ pictures: [], caption: [] });
  }

  openCaption(): void {
    this.#writer.endBlock();
    if (this.#figures.length === 0 || this.#captured !== null || this.#writer.inList) return;
    this.#captured = { sink: this.#writer.sink, words: [], tables: this.#tables.depth };
    this.#writer.sink = this.#captured.words;
  }

  closeCaption(): void {
    this.#writer.endBlock();
    if (this.#captured === null) return;
    this.#tables.closeAll(this.#captured.tables);
    if (this.#writer.inList) this.#writer.closeAllLists();
    const { sink, words } = this.#captured;
    this.#captured = null;
    // The table around the figure was closed first: its list is in place, and the words join it.
    if (this.#writer.sink !== words) return append(this.#writer.sink, words);
    this.#writer.sink = sink;
    const figure = this.#figures.at(-1);
    if (figure === undefined) append(sink, words);
    else append(figure.caption, words);
  }

  close(): void {
    this.#writer.endBlock();
    this.closeCaption();
    const figure = this.#figures.pop();
    if (figure === undefined) return;
    const target = figure.pictures.findLast((picture) => picture.caption === '');
    for (const block of figure.caption) {
      if (target === undefined || block.type === 'image') {
        this.#writer.block(block);
        continue;
      }
      const words = blockText(block).replace(/\s+/g, ' ').trim();
      target.caption = target.caption === '' ? words : `${target.caption} ${words}`;
    }
  }

  closeAll(): void {
    while (this.#figures.length > 0) this.close();
  }
}

interface OpenTable {
  sink: BlockNode[];
  cells: BlockNode[][];
}

/** The one run of words a cell holds, or null where it holds more than that. */
function wordsOfCell(cell: readonly BlockNode[]): InlineNode[] | null {
  const [only] = cell;
  if (only === undefined) return [];
  return cell.length === 1 && only.type === 'paragraph' ? only.children : null;
}

/** Tables: a row of plain cells becomes one paragraph, cells parted by ` | `; cells with more in them follow each other. */
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
    this.#tables.push(real ? { sink: this.#writer.sink, cells: [] } : null);
  }

  row(): void {
    this.#separatorDue = false;
    const table = this.#tables.at(-1);
    if (table === undefined || table === null) return this.#writer.endBlock();
    this.#endRow(table);
  }

  cell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined || table === null) {
      this.#separatorDue = true;
      return;
    }
    this.#endCell(table);
    const cell: BlockNode[] = [];
    table.cells.push(cell);
    this.#writer.sink = cell;
  }

  close(): void {
    this.#separatorDue = false;
    if (this.#tables.length === 0) return this.#writer.endBlock();
    const table = this.#tables.at(-1);
    if (table === null || table === undefined) this.#writer.endBlock();
    else this.#endRow(table);
    this.#tables.pop();
  }

  get depth(): number {
    return this.#tables.length;
  }

  closeAll(downTo = 0): void {
    while (this.#tables.length > downTo) this.close();
  }

  #endCell(table: OpenTable): void {
    this.#writer.endBlock();
    if (this.#writer.inList) this.#writer.closeAllLists();
    this.#writer.sink = table.sink;
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    const { cells } = table;
    table.cells = [];
    const filled = cells.filter((cell) => cell.length > 0);
    const words = filled.map(wordsOfCell);
    if (!words.every((run) => run !== null)) {
      for (const cell of filled) append(table.sink, cell);
      return;
    }
    const row: InlineNode[] = [];
    for (const run of words) {
      if (row.length > 0) row.push(text(CELL_SEPARATOR));
      for (const node of run) row.push(node);
    }
    if (row.length > 0) table.sink.push(paragraph(row));
  }
}
