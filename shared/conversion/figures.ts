/** Figures of HTML: a captioned picture, or a gallery where there are more of them. */
import { gallery } from '../document/build.ts';
import { withTableCaption } from '../document/table-from-cells.ts';
import type { BlockNode, GalleryNode, ImageNode, Picture } from '../document/vocabulary.ts';
import { blockText } from '../document/walk.ts';
import type { BlockWriter } from './block-writer.ts';
import type { TableStack } from './tables.ts';

function append(blocks: BlockNode[], more: readonly BlockNode[]): void {
  for (const block of more) blocks.push(block);
}

/** Pictures of a figure, in the gallery that stands for them until it is known whether there is more than one. */
interface OpenFigure {
  gallery: GalleryNode | null;
  /** Pictures that stand in this figure itself. */
  own: Picture[];
  caption: BlockNode[];
  /** How many blocks stood there before it. */
  start: number;
}

/**
 * A caption goes to the last picture of its figure that has none, to the gallery where the figure holds further figures
 * or pictures, to the table that stands in it, and stays as paragraphs where there is neither.
 */
export class FigureStack {
  readonly #writer: BlockWriter;
  readonly #tables: TableStack;
  #figures: OpenFigure[] = [];
  #captured: { sink: BlockNode[]; words: BlockNode[]; tables: number } | null = null;

  constructor(writer: BlockWriter, tables: TableStack) {
    this.#writer = writer;
    this.#tables = tables;
  }

  /** Whether a caption is being written. */
  get inCaption(): boolean {
    return this.#captured !== null;
  }

  /** Writes a picture where it stands: with its neighbours of the same figure, or as a block of its own. */
  picture(node: ImageNode): void {
    const figure = this.#figures.at(-1);
    if (figure === undefined || this.#captured !== null) return this.#writer.block(node);
    const { type: _type, version: _version, ratio: _ratio, ...picture } = node;
    figure.own.push(picture);
    if (figure.gallery !== null && this.#writer.lastBlock === figure.gallery) {
      figure.gallery.pictures.push(picture);
      return;
    }
    figure.gallery = gallery([picture]);
    this.#writer.block(figure.gallery);
  }

  open(): void {
    this.#writer.endBlock();
    this.closeCaption();
    this.#figures.push({
      gallery: this.#figures.at(-1)?.gallery ?? null,
      own: [],
      caption: [],
      start: this.#writer.sink.length,
    });
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
    const outer = this.#figures.at(-1);
    if (outer !== undefined) outer.gallery = figure.gallery;
    const ofAll = figure.own.length !== 1;
    const target = ofAll ? figure.gallery : (figure.own.findLast(({ caption }) => caption === '') ?? null);
    const table = this.#writer.sink.at(-1);
    const isOfTable =
      figure.own.length === 0 && table?.type === 'table' && this.#writer.sink.length > figure.start;
    for (const block of figure.caption) {
      if (isOfTable) {
        this.#writer.sink[this.#writer.sink.length - 1] = withTableCaption(table, blockText(block));
        continue;
      }
      const words = blockText(block).replace(/\s+/g, ' ').trim();
      if (target === null || words === '') this.#writer.block(block);
      else target.caption = target.caption === '' ? words : `${target.caption} ${words}`;
    }
  }

  closeAll(): void {
    while (this.#figures.length > 0) this.close();
  }
}

/** The blocks with every gallery of one picture as that picture, the gallery's caption its own. */
export function withoutLoneGalleries(blocks: readonly BlockNode[]): BlockNode[] {
  return blocks.map((block) => {
    if (block.type !== 'gallery') return block;
    const [only, ...others] = block.pictures;
    if (only === undefined || others.length > 0) return block;
    const caption = [only.caption, block.caption].filter((part) => part !== '').join(' ');
    return { type: 'image', ...only, caption, ratio: 'original', version: 1 };
  });
}
