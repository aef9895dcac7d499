/** A node of Ghost's that was kept verbatim → the nearest our vocabulary has, and what of it is lost. Never throws. */
import { z } from 'zod';
import { buildDocument, embed, heading, link, paragraph, text } from '../../../../shared/document/build.ts';
import { readShownAs } from '../../../../shared/document/crop.ts';
import { embedOfAddress } from '../../../../shared/document/embeds.ts';
import type { GhostNode } from '../../../../shared/document/ghost-nodes.ts';
import { isAllowedLink, type BlockNode } from '../../../../shared/document/vocabulary.ts';
import { documentText, foreignText } from '../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { textToDocument } from '../../../../shared/conversion/text-to-document.ts';
import type { PlainContent, PlainLoss } from '../wordpress/make-plain.ts';
import { readGhostNode, type PictureAt } from './node-readers.ts';

const nodeSchema = z.looseObject({ type: z.string() });

function nodeOf(raw: string): GhostNode | null {
  try {
    return nodeSchema.parse(JSON.parse(raw));
  } catch {
    return null;
  }
}

function wordsAt(node: GhostNode, key: string): string {
  return typeof node[key] === 'string' ? node[key] : '';
}

/** The blocks of HTML; pictures of the site that are in our store are ours. */
function fromHtml(html: string, pictureAt: PictureAt): BlockNode[] {
  return htmlToDocument(html, { linksAsTheyStand: true })
    .root.children.filter((node) => node.type !== 'paragraph' || node.children.length > 0)
    .map((node) => {
      const shown = node.type === 'image' && node.mediaId === '' ? pictureAt(node.sourceUrl) : null;
      return shown !== null && node.type === 'image'
        ? { ...node, ...readShownAs(shown), sourceUrl: '' }
        : node;
    });
}

function leadingTo(address: string, words: string): BlockNode[] {
  const shown = embedOfAddress(address);
  if (shown !== null) return [embed(shown, words)];
  if (words === '' && address === '') return [];
  const label = text(words === '' ? address : words);
  return [paragraph([isAllowedLink(address) ? link(address, [label]) : label])];
}

function titleOf(node: GhostNode): string {
  const { data } = z.object({ title: z.string() }).safeParse(node['metadata']);
  return data?.title ?? '';
}

/** Words of Lexical's nodes with their formats, as far as ours has them: what is not known is read through. */
function wordsOf(node: GhostNode): BlockNode[] {
  const words = foreignText({
    type: 'foreign',
    kind: 'ghost-lexical',
    origin: '',
    raw: JSON.stringify(node),
    version: 1,
  });
  return words === '' ? [] : [paragraph([text(words)])];
}

function plainNodes(node: GhostNode, pictureAt: PictureAt): BlockNode[] {
  switch (node.type) {
    case 'html':
      return fromHtml(wordsAt(node, 'html'), pictureAt);
    case 'markdown':
      return textToDocument(wordsAt(node, 'markdown')).root.children;
    case 'callout':
      return fromHtml(wordsAt(node, 'calloutText'), pictureAt);
    case 'toggle':
      return [
        heading('h3', [text(documentText(htmlToDocument(wordsAt(node, 'heading'))))]),
        ...fromHtml(wordsAt(node, 'content'), pictureAt),
      ];
    case 'codeblock':
      return textToDocument(wordsAt(node, 'code')).root.children;
    case 'button':
      return leadingTo(wordsAt(node, 'buttonUrl'), wordsAt(node, 'buttonText'));
    case 'file':
      return leadingTo(wordsAt(node, 'src'), wordsAt(node, 'fileTitle') || wordsAt(node, 'fileName'));
    case 'bookmark':
      return leadingTo(wordsAt(node, 'url'), titleOf(node));
    case 'embed':
      return leadingTo(wordsAt(node, 'url'), '');
    default:
      return wordsOf(node);
  }
}

function readable(words: string): string {
  return words.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `raw`: JSON of the node. See the contract of `makePlain` in post-pulling.ts. */
export function makeGhostPlain(raw: string, pictureAt: PictureAt): PlainContent {
  const node = nodeOf(raw);
  if (node === null) return { nodes: [], lost: ['words'] };
  const near = readGhostNode(node, pictureAt);
  if (near !== null) return { nodes: [near], lost: ['look'] };
  const nodes = plainNodes(node, pictureAt).filter(
    (block) => block.type !== 'paragraph' || block.children.length > 0,
  );
  const lost = new Set<PlainLoss>(node.type === 'html' ? [] : ['block']);
  const words = foreignText({ type: 'foreign', kind: 'ghost-lexical', origin: '', raw, version: 1 });
  if (!readable(documentText(buildDocument(nodes))).includes(readable(words))) lost.add('words');
  if (/\b(?:class|style)=/.test(raw)) lost.add('look');
  return { nodes, lost: [...lost] };
}
