/**
 * The node vocabulary of an article body: Lexical's serialised editor state, restricted to what every output
 * of Redaksi can carry. Whatever comes from outside (wire, paste, CMS) is converted to it at the door, and
 * whatever goes out is a serialiser of it.
 *
 * Property names and defaults of text, lists and tables are those that Lexical 0.52 writes in `exportJSON()`; the rest
 * are Redaksi's own nodes. Unknown properties are dropped by the schema: nothing foreign rides along.
 */
import { z } from 'zod';
import { EMBED_PROVIDERS } from './embeds.ts';
import { blockMarksSchema, inlineMarksSchema, noteThreadSchema, textMarksSchema } from './marks.ts';
import { upgradeDocument } from './upgrade.ts';

/**
 * Version of this vocabulary, carried by every document; see upgrade.ts for older and newer ones. Raise it, and add a
 * migration, whenever a node changes or comes in.
 */
export const VOCABULARY_VERSION = 4;

/** Bits of a text node's `format`, as Lexical defines them. */
export const TEXT_FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const;

const allTextFormats = Object.values(TEXT_FORMAT).reduce((bits, bit) => bits | bit, 0);

const direction = z.enum(['ltr', 'rtl']).nullable().default(null);
const alignment = z.enum(['', 'left', 'start', 'center', 'right', 'end', 'justify']).catch('').default('');
const indent = z.int().min(0).max(10).catch(0).default(0);
const version = z.literal(1).catch(1).default(1);

/** Schemes a link in copy may have. Anything else (`javascript:`, `data:` …) never reaches the document. */
const linkSchemes = /^(?:https?:\/\/|mailto:|tel:|#|\/(?!\/))/i;

/** Tells whether an address may stand in a link of the document (absolute http(s), mailto, tel, local path or anchor). */
export function isAllowedLink(url: string): boolean {
  return linkSchemes.test(url);
}

const textNode = z.object({
  type: z.literal('text'),
  text: z.string(),
  format: z
    .int()
    .min(0)
    .transform((bits) => bits & allTextFormats)
    .default(0),
  detail: z.int().catch(0).default(0),
  mode: z.enum(['normal', 'token', 'segmented']).catch('normal').default('normal'),
  style: z
    .string()
    .transform(() => '')
    .default(''),
  $: textMarksSchema.optional(),
  version,
});

const lineBreakNode = z.object({ type: z.literal('linebreak'), $: inlineMarksSchema.optional(), version });

const tabNode = z.object({
  type: z.literal('tab'),
  text: z.literal('\t').catch('\t').default('\t'),
  format: z.int().min(0).default(0),
  detail: z.int().catch(2).default(2),
  mode: z.enum(['normal', 'token', 'segmented']).catch('normal').default('normal'),
  style: z
    .string()
    .transform(() => '')
    .default(''),
  $: inlineMarksSchema.optional(),
  version,
});

const plainInlineNode = z.discriminatedUnion('type', [textNode, lineBreakNode, tabNode]);

const linkNode = z.object({
  type: z.literal('link'),
  url: z.string().refine(isAllowedLink, 'link scheme not allowed'),
  rel: z.string().nullable().default(null),
  target: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  children: z.array(plainInlineNode),
  direction,
  format: alignment,
  indent,
  version,
});

const inlineNode = z.discriminatedUnion('type', [textNode, lineBreakNode, tabNode, linkNode]);

/** On a block: what is suggested of it as a whole, or of its end. Lexical keeps such marks under `$` on every node. */
const $ = blockMarksSchema.optional();

const elementShape = { children: z.array(inlineNode), direction, format: alignment, indent, $, version };

const paragraphNode = z.object({
  type: z.literal('paragraph'),
  ...elementShape,
  textFormat: z.int().catch(0).default(0),
  textStyle: z
    .string()
    .transform(() => '')
    .default(''),
});

const headingNode = z.object({
  type: z.literal('heading'),
  tag: z.enum(['h2', 'h3', 'h4']),
  ...elementShape,
});

const quoteNode = z.object({ type: z.literal('quote'), ...elementShape });

/** A pull quote: the words lifted out of the story, and who said them (plain text, may be empty). */
const pullQuoteNode = z.object({
  type: z.literal('pullquote'),
  attribution: z.string().default(''),
  ...elementShape,
});

const horizontalRuleNode = z.object({ type: z.literal('horizontalrule'), $, version });

/** Crops a picture can be shown in; `original` is none. */
export const PICTURE_RATIOS = ['original', '16:9', '3:2', '4:3', '1:1'] as const;

const fraction = z.number().min(0).max(1);

/**
 * A picture. `mediaId` is the SHA-256 (hex) of its bytes in the media store, or empty for a picture that has not
 * been fetched yet; then `sourceUrl` says where it is. Width and height are its pixels, 0 where unknown. The focus is
 * the point that every crop keeps, in fractions of width and height from the upper left.
 */
const pictureShape = {
  mediaId: z.string().regex(/^(?:[0-9a-f]{64})?$/),
  sourceUrl: z
    .string()
    .regex(/^(?:https?:\/\/\S+)?$/i)
    .default(''),
  alt: z.string().default(''),
  caption: z.string().default(''),
  credit: z.string().default(''),
  width: z.int().min(0).default(0),
  height: z.int().min(0).default(0),
  focusX: fraction.default(0.5),
  focusY: fraction.default(0.5),
};

const picture = z.object(pictureShape);

const imageNode = z.object({
  type: z.literal('image'),
  ...pictureShape,
  ratio: z.enum(PICTURE_RATIOS).default('original'),
  $,
  version,
});

/** Pictures in their order, each with its own texts, and a caption of them all. */
const galleryNode = z.object({
  type: z.literal('gallery'),
  pictures: z.array(picture),
  caption: z.string().default(''),
  $,
  version,
});

/** Something that lives at a known site. Shown as a card here; the target's own page may show more. */
const embedNode = z.object({
  type: z.literal('embed'),
  provider: z.enum(EMBED_PROVIDERS),
  url: z.string().regex(/^https?:\/\/\S+$/i),
  /** What is to be seen there, in words: a film's title, a post's text. */
  title: z.string().default(''),
  caption: z.string().default(''),
  $,
  version,
});

/** Another story: one of ours by its id, or one elsewhere by its address. */
const relatedStoryNode = z.object({
  type: z.literal('relatedstory'),
  articleId: z.union([z.literal(''), z.uuid()]).default(''),
  url: z
    .string()
    .regex(/^(?:https?:\/\/\S+)?$/i)
    .default(''),
  headline: z.string(),
  $,
  version,
});

/** Where facts or figures of the story are from, set small. */
const sourceNoteNode = z.object({ type: z.literal('sourcenote'), ...elementShape });

/** Where lists of stories stop and the page goes on. */
const readMoreNode = z.object({ type: z.literal('readmore'), $, version });

/**
 * A block this version has no node for, kept verbatim. Kinds in use: `wordpress-blocks` and `ghost-lexical` (markup, or JSON
 * of a node, of a post that was pulled; `origin` is the id of that target) and `unknown` (JSON of a node; `origin` is the
 * number of the vocabulary it was written in). It goes back to where it comes from as it came; elsewhere it is left out, and that is said.
 */
const foreignNode = z.object({
  type: z.literal('foreign'),
  kind: z.string().min(1).max(40),
  origin: z.string().default(''),
  raw: z.string(),
  $,
  version,
});

const listItemNode = z.object({
  type: z.literal('listitem'),
  value: z.int().default(1),
  checked: z.boolean().optional(),
  get children(): z.ZodArray<
    z.ZodDiscriminatedUnion<
      [typeof textNode, typeof lineBreakNode, typeof tabNode, typeof linkNode, typeof listNode]
    >
  > {
    return z.array(z.discriminatedUnion('type', [textNode, lineBreakNode, tabNode, linkNode, listNode]));
  },
  direction,
  format: alignment,
  indent,
  $,
  version,
});

const listNode = z.object({
  type: z.literal('list'),
  listType: z.enum(['bullet', 'number']).catch('bullet'),
  start: z.int().default(1),
  tag: z.enum(['ul', 'ol']).catch('ul'),
  get children(): z.ZodArray<typeof listItemNode> {
    return z.array(listItemNode);
  },
  direction,
  format: alignment,
  indent,
  $,
  version,
});

const factBoxBlock = z.discriminatedUnion('type', [paragraphNode, listNode]);

/** A box beside the story: its title in plain text, and what stands in it. */
const factBoxNode = z.object({
  type: z.literal('factbox'),
  title: z.string().default(''),
  children: z.array(factBoxBlock),
  direction,
  format: alignment,
  indent,
  $,
  version,
});

/** Bits of a table cell's `headerState`, as Lexical defines them. */
export const CELL_HEADER = { row: 1, column: 2 } as const;

const tableCellNode = z.object({
  type: z.literal('tablecell'),
  headerState: z.int().min(0).max(3).catch(0).default(0),
  colSpan: z.literal(1).catch(1).default(1),
  rowSpan: z.literal(1).catch(1).default(1),
  backgroundColor: z.null().catch(null).default(null),
  children: z.array(paragraphNode),
  direction,
  format: alignment,
  indent,
  version,
});

const tableRowNode = z.object({
  type: z.literal('tablerow'),
  children: z.array(tableCellNode),
  direction,
  format: alignment,
  indent,
  version,
});

/**
 * A table: rows of equal length, no merged cells. Cells of the first row or column may be headers. `colWidths` are the
 * columns' widths in proportion to one another; without them the words decide. Its caption stands with its marks, as the
 * state of Lexical's own node.
 */
const tableNode = z.object({
  type: z.literal('table'),
  colWidths: z.array(z.number().positive()).max(1000).optional(),
  children: z.array(tableRowNode),
  direction,
  format: alignment,
  indent,
  $: blockMarksSchema.extend({ caption: z.string().optional() }).optional(),
  version,
});

const blockNode = z.discriminatedUnion('type', [
  paragraphNode,
  headingNode,
  quoteNode,
  pullQuoteNode,
  listNode,
  imageNode,
  horizontalRuleNode,
  galleryNode,
  embedNode,
  relatedStoryNode,
  sourceNoteNode,
  readMoreNode,
  factBoxNode,
  tableNode,
  foreignNode,
]);

/** Schema of one block of the body, of this vocabulary. */
export const blockSchema = blockNode;

const rootNode = z.object({
  type: z.literal('root'),
  children: z.array(blockNode),
  direction,
  format: alignment,
  indent,
  version,
});

const currentDocument = z.object({
  vocabulary: z.literal(VOCABULARY_VERSION).default(VOCABULARY_VERSION),
  root: rootNode,
  /** Conversations about the words that carry their ids; those whose words are gone stay. */
  notes: z.array(noteThreadSchema).default([]),
});

const vocabulary = {
  version: VOCABULARY_VERSION,
  types: new Set<string>(
    [...blockNode.options, ...inlineNode.options, listItemNode, tableRowNode, tableCellNode].map(
      ({ shape }) => shape.type.value,
    ),
  ),
  parse: (block: unknown) => blockNode.safeParse(block).data ?? null,
  foreign: (raw: string, origin: number): ForeignNode => ({
    type: 'foreign',
    kind: 'unknown',
    origin: String(origin),
    raw,
    version: 1,
  }),
};

/**
 * Schema of an article body. Parsing brings documents of other vocabulary versions to this one (upgrade.ts), fills
 * Lexical's defaults in and drops properties the vocabulary does not name.
 */
export const documentSchema = z.preprocess(
  (value: z.input<typeof currentDocument>) => upgradeDocument(value, vocabulary),
  currentDocument,
);

/** A document as it was stored, parsed from JSON. One of this vocabulary was checked on its way in and is taken as it is. */
export function readStoredDocument(stored: unknown): ArticleDocument {
  const document = stored as ArticleDocument;
  return document.vocabulary === VOCABULARY_VERSION ? document : documentSchema.parse(document);
}

export type ArticleDocument = z.output<typeof documentSchema>;
export type BlockNode = z.output<typeof blockNode>;
export type InlineNode = z.output<typeof inlineNode>;
export type PlainInlineNode = z.output<typeof plainInlineNode>;
export type TextNode = z.output<typeof textNode>;
export type LinkNode = z.output<typeof linkNode>;
export type ParagraphNode = z.output<typeof paragraphNode>;
export type HeadingNode = z.output<typeof headingNode>;
export type QuoteNode = z.output<typeof quoteNode>;
export type PullQuoteNode = z.output<typeof pullQuoteNode>;
export type ListNode = z.output<typeof listNode>;
export type ListItemNode = z.output<typeof listItemNode>;
export type Picture = z.output<typeof picture>;
export type ImageNode = z.output<typeof imageNode>;
export type GalleryNode = z.output<typeof galleryNode>;
export type EmbedNode = z.output<typeof embedNode>;
export type RelatedStoryNode = z.output<typeof relatedStoryNode>;
export type SourceNoteNode = z.output<typeof sourceNoteNode>;
export type FactBoxNode = z.output<typeof factBoxNode>;
export type TableNode = z.output<typeof tableNode>;
export type ForeignNode = z.output<typeof foreignNode>;
