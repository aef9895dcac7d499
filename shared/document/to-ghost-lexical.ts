/**
 * A document as Ghost's own Lexical: what Ghost has a node for becomes that node; tables, fact boxes and small print go into
 * its HTML card, what lives elsewhere into its embed or bookmark card.
 */
import { EMBED_NAMES } from './embeds.ts';
import {
  ghostBookmark,
  ghostElement,
  ghostFrame,
  ghostGallery,
  ghostHtml,
  ghostImage,
  ghostInline,
  ghostLineBreak,
  ghostList,
  ghostParagraph,
  ghostText,
  type GhostNode,
  type GhostPicture,
} from './ghost-nodes.ts';
import { escapeHtml } from './inline-html.ts';
import { publishable, type PublishableDocument } from './publishable.ts';
import { buildDocument } from './build.ts';
import { documentToHtml } from './to-html.ts';
import {
  TEXT_FORMAT,
  type BlockNode,
  type EmbedNode,
  type ForeignNode,
  type GalleryNode,
  type ImageNode,
  type Picture,
  type PullQuoteNode,
  type RelatedStoryNode,
} from './vocabulary.ts';
import { inlineText, pictureText } from './walk.ts';

export interface GhostOptions {
  /** Where a picture of the media store is at the site; null leaves the picture out. */
  image?: (picture: Picture) => GhostPicture | null;
  /** Where a story of ours is at the site; null where it is not out there. */
  relatedStory?: (articleId: string) => string | null;
  /** Words that open the title of a related story's card; empty for none. */
  relatedLabel?: (story: RelatedStoryNode) => string;
  /** Id of the target: foreign blocks that were pulled from it go back as they came. */
  origin?: string;
}

/** A block beside what it is at Ghost: no node where nothing of it goes there. */
export interface GhostBlock {
  block: BlockNode;
  nodes: GhostNode[];
}

/** Words before who said it, on the last line of a pull quote. */
export const ATTRIBUTION_DASH = '— ';

/** Ghost takes no more pictures into one gallery. */
const PICTURES_IN_GALLERY = 9;

export function ghostCaption(text: string): string {
  return escapeHtml(text.trim());
}

function pullQuote({ children, attribution }: PullQuoteNode): GhostNode {
  const said = attribution.trim();
  const by = said === '' ? [] : [ghostLineBreak, ghostText(`${ATTRIBUTION_DASH}${said.toWellFormed()}`)];
  return ghostElement('aside', [...ghostInline(children), ...by]);
}

function image(node: ImageNode, options: GhostOptions): GhostNode[] {
  const place = node.mediaId === '' ? null : (options.image?.(node) ?? null);
  if (!place) return [];
  return [ghostImage(place, { alt: node.alt, caption: ghostCaption(pictureText(node)) })];
}

/** Ghost's galleries have one caption: it says what is to be said of each picture, too. */
function gallery(node: GalleryNode, options: GhostOptions): GhostNode[] {
  const placed = node.pictures.flatMap((picture) => {
    const place = picture.mediaId === '' ? null : (options.image?.(picture) ?? null);
    return place ? [{ ...place, alt: picture.alt }] : [];
  });
  const words = [node.caption, ...node.pictures.map(pictureText)].map((text) => text.trim());
  const caption = ghostCaption(words.filter((text) => text !== '').join(' · '));
  const parts: GhostNode[] = [];
  for (let at = 0; at < placed.length; at += PICTURES_IN_GALLERY) {
    const isLast = at + PICTURES_IN_GALLERY >= placed.length;
    parts.push(ghostGallery(placed.slice(at, at + PICTURES_IN_GALLERY), isLast ? caption : ''));
  }
  return parts;
}

/** The address of the frame a provider gives everybody to show a thing in; null where it has none that needs no script. */
function frameOf({ provider, url }: EmbedNode): string | null {
  const address = URL.parse(url);
  if (address === null) return null;
  if (provider === 'youtube') {
    const id = address.searchParams.get('v');
    const list = address.searchParams.get('list');
    if (id !== null) return `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`;
    return list === null
      ? null
      : `https://www.youtube-nocookie.com/embed/videoseries?list=${encodeURIComponent(list)}`;
  }
  return provider === 'spotify' ? `https://open.spotify.com/embed${address.pathname}` : null;
}

function embed(node: EmbedNode): GhostNode {
  const { provider, url, title, caption } = node;
  const frame = frameOf(node);
  if (frame !== null) {
    const words = [title, caption].map((text) => text.trim()).filter((text) => text !== '');
    return ghostFrame(url, frame, title.trim(), ghostCaption(words.join(' · ')));
  }
  const name = provider === 'map' ? (URL.parse(url)?.hostname ?? url) : EMBED_NAMES[provider];
  return ghostBookmark(url, title.trim() === '' ? name : title.trim(), ghostCaption(caption));
}

function relatedStory(node: RelatedStoryNode, options: GhostOptions): GhostNode[] {
  const place = (node.articleId !== '' && options.relatedStory?.(node.articleId)) || node.url;
  const headline = node.headline.trim();
  if (place === '' || headline === '') return [];
  return [ghostBookmark(place, `${options.relatedLabel?.(node) ?? ''} ${headline}`.trim())];
}

/** The block as the HTML of our own pages. */
function html(block: BlockNode): GhostNode[] {
  const written = documentToHtml(publishable(buildDocument([block])), { inlineStyles: true });
  return written === '' ? [] : [ghostHtml(written)];
}

/** Whether a block that is kept verbatim is Ghost's own, of the target `origin`. */
export function isGhostBlock({ kind, origin }: ForeignNode, target: string | undefined): boolean {
  return kind === 'ghost-lexical' && target !== undefined && origin === target;
}

function verbatim(node: ForeignNode, origin: string | undefined): GhostNode[] {
  if (!isGhostBlock(node, origin)) return [];
  try {
    const value: unknown = JSON.parse(node.raw);
    return typeof value === 'object' && value !== null && 'type' in value ? [value as GhostNode] : [];
  } catch {
    return [];
  }
}

/** A block as Ghost's nodes; none where nothing of it can be seen there. */
export function ghostNodesOf(block: BlockNode, options: GhostOptions): GhostNode[] {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children).trim() === '' ? [] : [ghostParagraph(ghostInline(block.children))];
    case 'heading':
      return [ghostElement('extended-heading', ghostInline(block.children), { tag: block.tag })];
    case 'quote':
      return [ghostElement('extended-quote', ghostInline(block.children))];
    case 'pullquote':
      return [pullQuote(block)];
    case 'list':
      return [ghostList(block)];
    case 'image':
      return image(block, options);
    case 'gallery':
      return gallery(block, options);
    case 'embed':
      return [embed(block)];
    case 'relatedstory':
      return relatedStory(block, options);
    case 'horizontalrule':
      return [{ type: 'horizontalrule', version: 1 }];
    case 'readmore':
      return [ghostHtml('<!--more-->')];
    case 'foreign':
      return verbatim(block, options.origin);
    case 'table':
    case 'factbox':
    case 'sourcenote':
      return html(block);
  }
}

/** Every block of a document with its nodes, in order. */
export function documentToGhostBlocks(document: PublishableDocument, options: GhostOptions): GhostBlock[] {
  return document.root.children.map((block) => ({ block, nodes: ghostNodesOf(block, options) }));
}

function withSpaceBefore(children: readonly GhostNode[]): GhostNode[] {
  const [first, ...rest] = children;
  return first?.type === 'extended-text' && first['format'] === 0
    ? [ghostText(` ${String(first['text'])}`), ...rest]
    : [ghostText(' '), ...children];
}

/**
 * The nodes with the dateline in bold before the first paragraph's words (in one of its own where there is none), and the
 * credit as the last paragraph.
 */
export function withDatelineAndCredit(
  nodes: readonly GhostNode[],
  { dateline, credit }: { dateline: string; credit: string },
): GhostNode[] {
  const words = dateline.trim().toWellFormed();
  const written = [...nodes];
  if (words !== '') {
    const bold = ghostText(words, TEXT_FORMAT.bold);
    const at = written.findIndex(({ type }) => type === 'paragraph');
    const first = written[at];
    const children = Array.isArray(first?.['children']) ? (first['children'] as GhostNode[]) : [];
    if (first) written[at] = { ...first, children: [bold, ...withSpaceBefore(children)] };
    else written.unshift(ghostParagraph([bold]));
  }
  if (credit.trim() !== '') written.push(ghostParagraph([ghostText(credit.trim().toWellFormed())]));
  return written;
}
