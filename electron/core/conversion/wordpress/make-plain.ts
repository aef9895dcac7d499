/** A block that was kept verbatim → the nearest our vocabulary has, and what of it is lost on the way. Never throws. */
import { buildDocument } from '../../../../shared/document/build.ts';
import { readShownAs } from '../../../../shared/document/crop.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { documentToWordPressBlocks } from '../../../../shared/document/to-wordpress-blocks.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { documentText, foreignText } from '../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../shared/conversion/html-tokens.ts';
import { splitMarkup, type MarkupPiece } from './block-markup.ts';
import { readBlock, type PictureOfSite } from './block-readers.ts';
import { classicToHtml } from './classic-to-html.ts';

/**
 * `words`: some of what a reader reads. `links`: what links say beside their address. `pictures`: their size at the site.
 * `look`: classes, colours, alignment. `block`: that it was this kind of block, or a program of the site.
 */
export type PlainLoss = 'words' | 'links' | 'pictures' | 'look' | 'block';

export interface PlainContent {
  /** Empty where there is nothing to read or see in it. */
  nodes: BlockNode[];
  lost: PlainLoss[];
}

/** Blocks that only hold others. */
const HOLDERS = new Set(['columns', 'column', 'group', 'cover', 'media-text', 'details', 'buttons']);

const SHORTCODE = /\[\/?[a-z][\w-]*(?:[\s=][^\]\n]{0,2000})?\]/gi;

function isFilled(node: BlockNode): boolean {
  return node.type !== 'paragraph' || node.children.length > 0;
}

/** The nodes of HTML; its pictures are the site's, which are in our store as far as they are known. */
function nodesOf(html: string, place: PictureOfSite): BlockNode[] {
  const source = html.replace(/<!--[^]*?-->/g, '').replace(SHORTCODE, '');
  return htmlToDocument(source, { linksAsTheyStand: true })
    .root.children.filter(isFilled)
    .map((node) => {
      const shown = node.type === 'image' && node.mediaId === '' ? place(0, node.sourceUrl) : null;
      return shown !== null && node.type === 'image'
        ? { ...node, ...readShownAs(shown), sourceUrl: '' }
        : node;
    });
}

function plainNodes(pieces: readonly MarkupPiece[], place: PictureOfSite): BlockNode[] {
  return pieces.flatMap((piece): BlockNode[] => {
    if (piece.kind === 'freeform') return nodesOf(classicToHtml(piece.source), place);
    const { block } = piece;
    const read = readBlock(block, place);
    if (read !== null) return read;
    const holds = HOLDERS.has(block.name) && block.inner.includes('<!-- wp:');
    return holds ? plainNodes(splitMarkup(block.inner), place) : nodesOf(block.inner, place);
  });
}

interface Marks {
  blocks: string[];
  /** `a data-id=3`: an attribute of an element, or of a block (`wp:image width=300`). */
  attributes: string[];
}

const BLOCK_COMMENT = /<!--\s+wp:([a-z][\w/-]*)\s+({[^]*?})?\s*\/?-->/g;

function marksOf(markup: string): Marks {
  const marks: Marks = { blocks: [], attributes: [] };
  for (const [, name = '', json = '{}'] of markup.matchAll(BLOCK_COMMENT)) {
    marks.blocks.push(name);
    for (const [key, value] of Object.entries(attributesOf(json))) {
      if (key !== 'metadata') marks.attributes.push(`wp:${name} ${key}=${JSON.stringify(value)}`);
    }
  }
  readHtml(markup, {
    open(name, attributes) {
      for (const [key, value] of Object.entries(attributes)) {
        const said =
          key === 'class' ? value.split(/\s+/).filter((one) => !/^(?:wp|size)-/.test(one)) : [value];
        marks.attributes.push(...said.filter((one) => one !== '').map((one) => `${name} ${key}=${one}`));
      }
    },
    close() {},
    text() {},
  });
  return marks;
}

function attributesOf(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What an attribute that is gone means to a person; null for one whose meaning stands elsewhere. */
function lossOf(attribute: string): PlainLoss | null {
  const [, element = '', name = ''] = /^(\S+) ([^=]+)=/.exec(attribute) ?? [];
  if (element === 'a') return name === 'href' ? null : 'links';
  if (/^(?:img|wp:(?:core\/)?image)$/.test(element)) {
    if (/^(?:width|height|sizes|srcset|sizeSlug|scale|aspectRatio)$/.test(name)) return 'pictures';
    if (/^(?:src|alt|id|linkDestination|decoding|loading|fetchpriority)$/.test(name)) return null;
  }
  return /^(?:class|style|align\w*|className|\w*[cC]olou?r|gradient|fontSize|layout|dropCap|id)$/.test(name)
    ? 'look'
    : null;
}

/** Letters and digits only: how words are spaced and set is no loss of words. */
function readable(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `origin`: id of the target the block was pulled from. */
export function makePlain(raw: string, origin: string, place: PictureOfSite): PlainContent {
  const nodes = plainNodes(splitMarkup(raw), place);
  const document = buildDocument(nodes);
  const before = marksOf(raw);
  const after = marksOf(
    documentToWordPressBlocks(publishable(document), {
      origin,
      image: ({ mediaId }) => ({ id: 0, url: mediaId }),
    }),
  );
  const lost = new Set<PlainLoss>();
  const shown = raw.replace(/<(script|style)\b[^]*?<\/\1>/gi, '').replace(SHORTCODE, '');
  const words = foreignText({ type: 'foreign', kind: 'wordpress-blocks', origin, raw: shown, version: 1 });
  if (readable(words) !== readable(documentText(document))) lost.add('words');
  if (raw.search(SHORTCODE) >= 0 || before.blocks.some((name) => !after.blocks.includes(name)))
    lost.add('block');
  for (const attribute of before.attributes) {
    const loss = after.attributes.includes(attribute) ? null : lossOf(attribute);
    if (loss !== null) lost.add(loss);
  }
  return { nodes, lost: [...lost] };
}
