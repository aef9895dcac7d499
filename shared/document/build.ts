/** Makers of vocabulary nodes with Lexical's defaults filled in: for converters, templates and tests. */
import type { EmbedAddress } from './embeds.ts';
import {
  CELL_HEADER,
  VOCABULARY_VERSION,
  type ArticleDocument,
  type BlockNode,
  type EmbedNode,
  type FactBoxNode,
  type ForeignNode,
  type GalleryNode,
  type HeadingNode,
  type ImageNode,
  type InlineNode,
  type LinkNode,
  type ListItemNode,
  type ListNode,
  type ParagraphNode,
  type Picture,
  type PlainInlineNode,
  type PullQuoteNode,
  type QuoteNode,
  type RelatedStoryNode,
  type SourceNoteNode,
  type TableNode,
  type TextNode,
} from './vocabulary.ts';

const element = { direction: null, format: '', indent: 0, version: 1 } as const;

/** A document of the given blocks. A document without blocks gets one empty paragraph, as Lexical needs one to type into. */
export function buildDocument(blocks: readonly BlockNode[]): ArticleDocument {
  const children = blocks.length > 0 ? [...blocks] : [paragraph([])];
  return { vocabulary: VOCABULARY_VERSION, root: { type: 'root', children, ...element }, notes: [] };
}

/** A run of text; `format` is a sum of TEXT_FORMAT bits. */
export function text(value: string, format = 0): TextNode {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 };
}

export function lineBreak(): PlainInlineNode {
  return { type: 'linebreak', version: 1 };
}

export function link(
  url: string,
  children: readonly PlainInlineNode[],
  { title = null, rel = null, target = null }: Partial<Pick<LinkNode, 'title' | 'rel' | 'target'>> = {},
): LinkNode {
  return { type: 'link', url, rel, target, title, children: [...children], ...element };
}

export function paragraph(children: readonly InlineNode[]): ParagraphNode {
  return { type: 'paragraph', children: [...children], ...element, textFormat: 0, textStyle: '' };
}

export function heading(tag: HeadingNode['tag'], children: readonly InlineNode[]): HeadingNode {
  return { type: 'heading', tag, children: [...children], ...element };
}

export function quote(children: readonly InlineNode[]): QuoteNode {
  return { type: 'quote', children: [...children], ...element };
}

export function pullQuote(children: readonly InlineNode[], attribution = ''): PullQuoteNode {
  return { type: 'pullquote', attribution, children: [...children], ...element };
}

/** A list; its items are numbered from `start`. */
export function list(
  listType: ListNode['listType'],
  items: readonly ListItemNode['children'][],
  start = 1,
): ListNode {
  return {
    type: 'list',
    listType,
    start,
    tag: listType === 'number' ? 'ol' : 'ul',
    children: items.map((children, index) => ({
      type: 'listitem',
      value: start + index,
      children: [...children],
      ...element,
    })),
    ...element,
  };
}

/** A picture of the media store, or (with an empty id and a `sourceUrl`) one that is still elsewhere. */
export function picture(mediaId: string, details: Partial<Omit<Picture, 'mediaId'>> = {}): Picture {
  return {
    mediaId,
    sourceUrl: '',
    alt: '',
    caption: '',
    credit: '',
    width: 0,
    height: 0,
    focusX: 0.5,
    focusY: 0.5,
    ...details,
  };
}

/** A picture as a block of its own; see `picture`. */
export function image(
  mediaId: string,
  { ratio = 'original', ...details }: Partial<Omit<ImageNode, 'type' | 'mediaId' | 'version'>> = {},
): ImageNode {
  return { type: 'image', ...picture(mediaId, details), ratio, version: 1 };
}

export function gallery(pictures: readonly Picture[], caption = ''): GalleryNode {
  return { type: 'gallery', pictures: [...pictures], caption, version: 1 };
}

export function horizontalRule(): BlockNode {
  return { type: 'horizontalrule', version: 1 };
}

/** A table of rows of cells; rows are filled up to the longest one. `shares`: how wide its columns are, in per cent. */
export function table(
  rows: readonly (readonly (readonly InlineNode[])[])[],
  {
    headerRow = false,
    headerColumn = false,
    caption = '',
    shares = null,
  }: {
    headerRow?: boolean;
    headerColumn?: boolean;
    caption?: string;
    shares?: readonly number[] | null;
  } = {},
): TableNode {
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return {
    type: 'table',
    ...(shares === null ? {} : { colWidths: [...shares] }),
    ...(caption === '' ? {} : { $: { caption } }),
    children: rows.map((cells, row) => ({
      type: 'tablerow',
      children: Array.from({ length: columns }, (_, column) => ({
        type: 'tablecell',
        headerState:
          (headerRow && row === 0 ? CELL_HEADER.row : 0) |
          (headerColumn && column === 0 ? CELL_HEADER.column : 0),
        colSpan: 1,
        rowSpan: 1,
        backgroundColor: null,
        children: [paragraph(cells[column] ?? [])],
        ...element,
      })),
      ...element,
    })),
    ...element,
  };
}

export function embed({ provider, url }: EmbedAddress, title = '', caption = ''): EmbedNode {
  return { type: 'embed', provider, url, title, caption, version: 1 };
}

/** A story to read as well: `articleId` of one of ours, or the address of another. */
export function relatedStory(
  headline: string,
  place: { articleId?: string; url?: string },
): RelatedStoryNode {
  return {
    type: 'relatedstory',
    articleId: place.articleId ?? '',
    url: place.url ?? '',
    headline,
    version: 1,
  };
}

export function factBox(title: string, children: FactBoxNode['children']): FactBoxNode {
  return { type: 'factbox', title, children: [...children], ...element };
}

export function sourceNote(children: readonly InlineNode[]): SourceNoteNode {
  return { type: 'sourcenote', children: [...children], ...element };
}

export function readMore(): BlockNode {
  return { type: 'readmore', version: 1 };
}

/** A block kept verbatim; see the vocabulary for its kinds and what `origin` says. */
export function foreign(kind: string, raw: string, origin = ''): ForeignNode {
  return { type: 'foreign', kind, origin, raw, version: 1 };
}
