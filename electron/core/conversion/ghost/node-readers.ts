/** One node of Ghost's as the block of ours that comes nearest; what else it says is for the caller to compare. */
import { z } from 'zod';
import {
  embed,
  gallery,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  paragraph,
  picture,
  pullQuote,
  quote,
  readMore,
  relatedStory,
  text,
} from '../../../../shared/document/build.ts';
import { readShownAs } from '../../../../shared/document/crop.ts';
import { embedOfAddress } from '../../../../shared/document/embeds.ts';
import type { GhostNode } from '../../../../shared/document/ghost-nodes.ts';
import { ATTRIBUTION_DASH } from '../../../../shared/document/to-ghost-lexical.ts';
import {
  blockSchema,
  isAllowedLink,
  TEXT_FORMAT,
  type BlockNode,
  type InlineNode,
  type PlainInlineNode,
} from '../../../../shared/document/vocabulary.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { documentText } from '../../../../shared/document/walk.ts';

const textSchema = z.looseObject({ text: z.string(), format: z.int().min(0).catch(0) });
const linkSchema = z.looseObject({
  url: z.string(),
  rel: z.string().nullish(),
  target: z.string().nullish(),
  title: z.string().nullish(),
});
const holderSchema = z.looseObject({ children: z.array(z.looseObject({ type: z.string() })) });
const imageSchema = z.looseObject({
  src: z.string(),
  alt: z.string().catch(''),
  caption: z.string().catch(''),
});
const gallerySchema = z.looseObject({ images: z.array(imageSchema), caption: z.string().catch('') });
const bookmarkSchema = z.looseObject({
  url: z.string(),
  metadata: z.looseObject({ title: z.string().catch('') }),
  caption: z.string().catch(''),
});
const embedSchema = z.looseObject({ url: z.string(), caption: z.string().catch('') });
const htmlSchema = z.looseObject({ html: z.string() });
const listSchema = z.looseObject({
  listType: z.enum(['bullet', 'number']),
  start: z.int().catch(1),
  children: z.array(holderSchema),
});

/** Ghost has one more: marked text. */
const OUR_FORMATS = Object.values(TEXT_FORMAT).reduce((bits, bit) => bits | bit, 0);

/** Which of our pictures one of the site is. */
export type PictureAt = (url: string) => string | null;

/** The words of a caption, which Ghost keeps as HTML. */
export function wordsOfCaption(html: string): string {
  return documentText(htmlToDocument(html)).replace(/\s+/g, ' ').trim();
}

/** Brackets at the end of a caption are who took the picture. */
export function captionAndCredit(html: string): { caption: string; credit: string } {
  const words = wordsOfCaption(html);
  const [, caption = words, credit = ''] = /^(.*?)\s*(\([^()]{1,80}\))$/.exec(words) ?? [];
  return { caption, credit };
}

function inlineOf(node: GhostNode): InlineNode | null {
  if (node.type === 'text' || node.type === 'extended-text') {
    const { success, data } = textSchema.safeParse(node);
    return success ? text(data.text, data.format & OUR_FORMATS) : null;
  }
  if (node.type === 'linebreak') return lineBreak();
  if (node.type === 'tab') {
    return { type: 'tab', text: '\t', format: 0, detail: 2, mode: 'normal', style: '', version: 1 };
  }
  if (node.type !== 'link') return null;
  const { success, data } = linkSchema.safeParse(node);
  const children = inlinesOf(node);
  if (!success || children === null || !isAllowedLink(data.url)) return null;
  const plain = children.filter((child): child is PlainInlineNode => child.type !== 'link');
  const { rel = null, target = null, title = null } = data;
  return plain.length === children.length ? link(data.url, plain, { rel, target, title }) : null;
}

/** Null where something in it is not ours. */
function inlinesOf(node: GhostNode): InlineNode[] | null {
  const { data } = holderSchema.safeParse(node);
  if (data === undefined) return null;
  const inlines = data.children.map(inlineOf);
  return inlines.every((inline) => inline !== null) ? inlines : null;
}

/** The last line is who said it, where it begins with a dash. */
function readAside(inlines: InlineNode[]): BlockNode {
  const last = inlines.at(-1);
  const isSaid =
    last?.type === 'text' &&
    last.format === 0 &&
    last.text.startsWith(ATTRIBUTION_DASH) &&
    inlines.at(-2)?.type === 'linebreak';
  return isSaid
    ? pullQuote(inlines.slice(0, -2), last.text.slice(ATTRIBUTION_DASH.length))
    : pullQuote(inlines);
}

/** A list as our vocabulary reads it; null where something in it is not ours. */
function readList(node: GhostNode): object | null {
  const { data } = listSchema.safeParse(node);
  if (data === undefined) return null;
  const items = data.children.map((item) => {
    const children = item.children.map((child) =>
      child.type === 'list' ? readList(child) : inlineOf(child),
    );
    return children.includes(null) ? null : { type: 'listitem', value: item['value'], children };
  });
  if (items.includes(null)) return null;
  const { listType, start } = data;
  return { type: 'list', listType, start, tag: listType === 'number' ? 'ol' : 'ul', children: items };
}

function readImage(node: GhostNode, pictureAt: PictureAt): BlockNode | null {
  const { data } = imageSchema.safeParse(node);
  const shown = data === undefined ? null : pictureAt(data.src);
  if (data === undefined || shown === null) return null;
  const { mediaId, ...framing } = readShownAs(shown);
  return image(mediaId, { alt: data.alt, ...captionAndCredit(data.caption), ...framing });
}

function readGallery(node: GhostNode, pictureAt: PictureAt): BlockNode | null {
  const { data } = gallerySchema.safeParse(node);
  if (data === undefined) return null;
  const pictures = data.images.map(({ src, alt }) => {
    const shown = pictureAt(src);
    return shown === null ? null : picture(readShownAs(shown).mediaId, { alt });
  });
  return pictures.every((one) => one !== null) ? gallery(pictures, wordsOfCaption(data.caption)) : null;
}

function readBookmark(node: GhostNode): BlockNode | null {
  const { data } = bookmarkSchema.safeParse(node);
  if (data === undefined || !/^https?:\/\/\S+$/i.test(data.url)) return null;
  const shown = embedOfAddress(data.url);
  if (shown !== null && shown.url === data.url) {
    return embed(shown, data.metadata.title, wordsOfCaption(data.caption));
  }
  return relatedStory(data.metadata.title, { url: data.url });
}

function readEmbed(node: GhostNode): BlockNode | null {
  const { data } = embedSchema.safeParse(node);
  const shown = data === undefined ? null : embedOfAddress(data.url);
  return data === undefined || shown === null ? null : embed(shown, '', wordsOfCaption(data.caption));
}

function readHtmlCard(node: GhostNode): BlockNode | null {
  const { data } = htmlSchema.safeParse(node);
  return data?.html.trim() === '<!--more-->' ? readMore() : null;
}

/** Null where our vocabulary has nothing near it, or knows a picture in it not. */
export function readGhostNode(node: GhostNode, pictureAt: PictureAt): BlockNode | null {
  switch (node.type) {
    case 'image':
      return readImage(node, pictureAt);
    case 'gallery':
      return readGallery(node, pictureAt);
    case 'bookmark':
      return readBookmark(node);
    case 'embed':
      return readEmbed(node);
    case 'html':
      return readHtmlCard(node);
    case 'horizontalrule':
      return horizontalRule();
    case 'list':
      return blockSchema.safeParse(readList(node)).data ?? null;
  }
  const inlines = inlinesOf(node);
  if (inlines === null) return null;
  switch (node.type) {
    case 'paragraph':
      return paragraph(inlines);
    case 'quote':
    case 'extended-quote':
      return quote(inlines);
    case 'aside':
      return readAside(inlines);
    case 'heading':
    case 'extended-heading': {
      const tag = z.enum(['h2', 'h3', 'h4']).safeParse(node['tag']).data;
      return tag === undefined ? null : heading(tag, inlines);
    }
    default:
      return null;
  }
}
