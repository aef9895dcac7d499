/**
 * The node vocabulary of an article body: Lexical's serialised editor state, restricted to what every output
 * of Redaksi can carry. Whatever comes from outside (wire, paste, CMS) is converted to it at the door, and
 * whatever goes out is a serialiser of it.
 *
 * Property names and defaults are those that Lexical 0.52 writes in `exportJSON()`; `image` and `pullquote`
 * are Redaksi's own nodes. Unknown properties are dropped by the schema: nothing foreign rides along.
 */
import { z } from 'zod';

/** Version of this vocabulary. A document carries it so that older ones can be migrated and newer ones refused. */
export const VOCABULARY_VERSION = 1;

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
  version,
});

const lineBreakNode = z.object({ type: z.literal('linebreak'), version });

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

const elementShape = { children: z.array(inlineNode), direction, format: alignment, indent, version };

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

const horizontalRuleNode = z.object({ type: z.literal('horizontalrule'), version });

/**
 * A picture. `mediaId` is the SHA-256 (hex) of its bytes in the media store, or empty for a picture that has not
 * been fetched yet; then `sourceUrl` says where it is. Width and height are its pixels, 0 where unknown.
 */
const imageNode = z.object({
  type: z.literal('image'),
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
]);

const rootNode = z.object({
  type: z.literal('root'),
  children: z.array(blockNode),
  direction,
  format: alignment,
  indent,
  version,
});

/** Schema of an article body. Parsing fills Lexical's defaults in and drops properties the vocabulary does not name. */
export const documentSchema = z.object({
  vocabulary: z.literal(VOCABULARY_VERSION).default(VOCABULARY_VERSION),
  root: rootNode,
});

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
export type ImageNode = z.output<typeof imageNode>;
