/** Makers of vocabulary nodes with Lexical's defaults filled in: for converters, templates and tests. */
import {
  VOCABULARY_VERSION,
  type ArticleDocument,
  type BlockNode,
  type HeadingNode,
  type ImageNode,
  type InlineNode,
  type LinkNode,
  type ListItemNode,
  type ListNode,
  type ParagraphNode,
  type PlainInlineNode,
  type PullQuoteNode,
  type QuoteNode,
  type TextNode,
} from './vocabulary.ts';

const element = { direction: null, format: '', indent: 0, version: 1 } as const;

/** A document of the given blocks. A document without blocks gets one empty paragraph, as Lexical needs one to type into. */
export function buildDocument(blocks: readonly BlockNode[]): ArticleDocument {
  const children = blocks.length > 0 ? [...blocks] : [paragraph([])];
  return { vocabulary: VOCABULARY_VERSION, root: { type: 'root', children, ...element } };
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
  title: string | null = null,
): LinkNode {
  return { type: 'link', url, rel: null, target: null, title, children: [...children], ...element };
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
export function image(
  mediaId: string,
  details: Partial<Omit<ImageNode, 'type' | 'mediaId'>> = {},
): ImageNode {
  return {
    type: 'image',
    mediaId,
    sourceUrl: '',
    alt: '',
    caption: '',
    credit: '',
    width: 0,
    height: 0,
    version: 1,
    ...details,
  };
}

export function horizontalRule(): BlockNode {
  return { type: 'horizontalrule', version: 1 };
}
