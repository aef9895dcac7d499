/**
 * A WordPress post's content → document, and nothing lost: a block becomes a node of ours only where that node, written
 * as block markup again, says the same; every other block is kept verbatim and goes back as it came. The classic
 * editor's HTML becomes paragraphs where our vocabulary has everything in it, and is kept verbatim where it has not.
 */
import { buildDocument, foreign } from '../../../../shared/document/build.ts';
import { shownAs } from '../../../../shared/document/crop.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { documentToWordPressBlocks } from '../../../../shared/document/to-wordpress-blocks.ts';
import type { ArticleDocument, BlockNode } from '../../../../shared/document/vocabulary.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../shared/conversion/html-tokens.ts';
import { takeCredit, takeDateline } from '../dateline-and-credit.ts';
import { canonicalMarkup, splitMarkup, type MarkupBlock } from './block-markup.ts';
import { readBlock, type PictureOfSite } from './block-readers.ts';

export interface PulledContent {
  document: ArticleDocument;
  /** Bold words before the first paragraph that end in a dash, as a dateline does; dash and space included. */
  dateline: string;
  /** A closing paragraph in brackets. */
  credit: string;
}

export interface PictureAtSite {
  id: number;
  url: string;
  /** Which of ours it is, and how it was cropped: `shownAs` of it. */
  shown: string;
}

export interface PullOptions {
  /** Id of the target: what is kept verbatim goes back there only. */
  origin: string;
  /** The site's pictures that are in our media store. */
  pictures: readonly PictureAtSite[];
}

/** `Baca juga:` stands there however the house words it: the words are the site's, the story is the node's. */
function labelOf(source: string): string {
  return /^[^]*?<p[^>]*>([^<]*)<a\b/.exec(source)?.[1]?.trim() ?? '';
}

/** Where a picture of the site is in our store, by its address, else by its id. */
export function pictureOf(pictures: readonly PictureAtSite[]): PictureOfSite {
  const byId = new Map(pictures.map((one) => [one.id, one.shown]));
  const byUrl = new Map(pictures.map((one) => [one.url, one.shown]));
  return (id, url) => byUrl.get(url) ?? byId.get(id) ?? null;
}

/** Whether the nodes, written as markup again, are the block they were read from. */
function saysTheSame(
  nodes: readonly BlockNode[],
  block: MarkupBlock,
  { pictures, origin }: PullOptions,
): boolean {
  const label = labelOf(block.source);
  const again = documentToWordPressBlocks(publishable(buildDocument(nodes)), {
    origin,
    relatedLabel: () => label,
    image: (picture) => pictures.find(({ shown }) => shown === shownAs(picture)) ?? null,
  });
  return canonicalMarkup(again) === canonicalMarkup(block.source);
}

/** What the classic editor writes that our vocabulary has wholly. */
const PLAIN = new Set([
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h2', 'h3', 'h4', 'hr', 'i', 'li', 'ol', 'p'],
  ...['s', 'strike', 'strong', 'sub', 'sup', 'u', 'ul'],
]);
const PLAIN_ATTRIBUTES = new Set(['href', 'title', 'rel', 'target', 'start']);

function isPlain(html: string): boolean {
  if (html.includes('<!--')) return false;
  let plain = true;
  readHtml(html, {
    open(name, attributes) {
      plain &&= PLAIN.has(name) && Object.keys(attributes).every((one) => PLAIN_ATTRIBUTES.has(one));
    },
    close() {},
    text(value) {
      // A shortcode is a program's, not a reader's.
      plain &&= !/\[\/?[a-z][\w-]*[^\]]*\]/.test(value);
    },
  });
  return plain;
}

const BLOCK_START = /^<(?:p|h[1-6]|ul|ol|blockquote|hr|table|div|figure|pre)\b/i;

/** Blank lines part paragraphs, single ones are line breaks (WordPress's `wpautop`). */
function classicToNodes(html: string, origin: string): BlockNode[] {
  const pieces = html
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.flatMap((piece): BlockNode[] => {
    if (!isPlain(piece)) return [foreign('wordpress-blocks', piece, origin)];
    const markup = BLOCK_START.test(piece) ? piece : `<p>${piece.replaceAll('\n', '<br>')}</p>`;
    return htmlToDocument(markup, { linksAsTheyStand: true }).root.children.filter(
      (node) => node.type !== 'paragraph' || node.children.length > 0,
    );
  });
}

/** Reads a post's raw content. Never throws; what it does not understand is kept. */
export function wordPressToDocument(content: string, options: PullOptions): PulledContent {
  const place = pictureOf(options.pictures);
  const nodes = splitMarkup(content).flatMap((piece): BlockNode[] => {
    if (piece.kind === 'freeform') return classicToNodes(piece.source, options.origin);
    const { block } = piece;
    const read = readBlock(block, place);
    if (read !== null && saysTheSame(read, block, options)) return read;
    return [foreign('wordpress-blocks', block.source, options.origin)];
  });
  const dateline = takeDateline(nodes);
  const credit = takeCredit(nodes);
  return { document: buildDocument(nodes), dateline, credit };
}
