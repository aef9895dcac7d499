/** The texts of an article that are checked, each with the place it stands in. Read-only and linear in the block. */
import { aroundBlock, asksForAround } from './around-block.ts';
import type { ArticleFields } from '../contract/articles.ts';
import type { CheckedBlock, Segment } from '../contract/checks.ts';
import {
  TEXT_FORMAT,
  type ArticleDocument,
  type BlockNode,
  type InlineNode,
  type ListNode,
  type Picture,
} from '../document/vocabulary.ts';
import { tableCaption } from '../document/walk.ts';

/** The block id under which the fields around the body are checked. */
export const FIELDS_BLOCK = 'fields';

/** Fields of an article that hold words, in the order in which they stand on the page. */
export const CHECKED_FIELDS = [
  'kicker',
  'headline',
  'dek',
  'shortHeadline',
  'seoTitle',
  'seoDescription',
  'socialTitle',
] as const satisfies readonly (keyof ArticleFields)[];

function plain(kind: Segment['kind'], text: string, property: string, about = ''): Segment {
  return { kind, text, italics: [], links: [], path: [], property, about };
}

/** Word joiner: no letter, no space. */
const NOT_READ = '\u2060';

/** Text as `inlineText` gives it, with what is in italics and what is linked. */
function inline(
  kind: Segment['kind'],
  children: readonly (InlineNode | ListNode)[],
  path: readonly number[],
): Segment {
  const segment: Segment = { ...plain(kind, '', ''), path: [...path], property: null };
  function take(nodes: readonly (InlineNode | ListNode)[]): void {
    for (const node of nodes) {
      const start = segment.text.length;
      if (node.type === 'text') {
        // What is suggested to go is not read any more, but keeps its room: offsets are those of the copy on screen.
        segment.text += node.$?.deletion === undefined ? node.text : NOT_READ.repeat(node.text.length);
        if ((node.format & TEXT_FORMAT.italic) !== 0) segment.italics.push([start, segment.text.length]);
      } else if (node.type === 'linebreak') segment.text += '\n';
      else if (node.type === 'tab') segment.text += '\t';
      else if (node.type === 'link') {
        take(node.children);
        segment.links.push({ at: [start, segment.text.length], url: node.url });
      }
    }
  }
  take(children);
  return segment;
}

function listSegments({ children }: ListNode, path: readonly number[]): Segment[] {
  return children.flatMap((item, position) => {
    const own = [...path, position];
    const nested = item.children.flatMap((child, at) =>
      child.type === 'list' ? listSegments(child, [...own, at]) : [],
    );
    return [inline('item', item.children, own), ...nested];
  });
}

function pictureSegments(picture: Picture, prefix: string): Segment[] {
  const about = picture.mediaId === '' ? picture.sourceUrl : picture.mediaId;
  return [
    plain('alt', picture.alt, `${prefix}alt`, about),
    plain('caption', picture.caption, `${prefix}caption`, about),
    plain('credit', picture.credit, `${prefix}credit`, about),
  ];
}

/** What of a block is checked. Blocks that are kept verbatim are nobody's copy to mend: none. */
export function segmentsOfBlock(block: BlockNode): Segment[] {
  switch (block.type) {
    case 'paragraph':
    case 'sourcenote':
      return [inline('text', block.children, [])];
    case 'quote':
      return [inline('quote', block.children, [])];
    case 'heading':
      return [inline('heading', block.children, [])];
    case 'pullquote':
      return [inline('text', block.children, []), plain('label', block.attribution, 'attribution')];
    case 'list':
      return listSegments(block, []);
    case 'image':
      return pictureSegments(block, '');
    case 'gallery':
      return [
        ...block.pictures.flatMap((picture, at) => pictureSegments(picture, `pictures.${at}.`)),
        plain('caption', block.caption, 'caption'),
      ];
    case 'embed':
      return [plain('label', block.title, 'title'), plain('caption', block.caption, 'caption')];
    case 'relatedstory':
      return [plain('label', block.headline, 'headline')];
    case 'table':
      return [
        ...block.children.flatMap((row, rowAt) =>
          row.children.flatMap((cell, cellAt) =>
            cell.children.map(({ children }, at) => inline('cell', children, [rowAt, cellAt, at])),
          ),
        ),
        plain('caption', tableCaption(block), 'caption'),
      ];
    case 'factbox':
      return [
        plain('label', block.title, 'title'),
        ...block.children.flatMap((child, at) =>
          child.type === 'list' ? listSegments(child, [at]) : [inline('text', child.children, [at])],
        ),
      ];
    case 'foreign':
    case 'horizontalrule':
    case 'readmore':
      return [];
  }
}

/** What of the fields around the body is checked; empty ones are left out. */
export function segmentsOfFields(fields: ArticleFields): Segment[] {
  return CHECKED_FIELDS.filter((name) => fields[name] !== '').map((name) =>
    plain(/headline$|Title$/i.test(name) ? 'headline' : 'label', fields[name], name),
  );
}

/** A whole article as blocks to check, the fields first; body blocks are named by their position. */
export function checkedBlocksOf(fields: ArticleFields, document: ArticleDocument): CheckedBlock[] {
  const body = document.root.children.map((block, at) => ({
    id: String(at),
    segments: segmentsOfBlock(block),
  }));
  return [
    { id: FIELDS_BLOCK, segments: segmentsOfFields(fields) },
    ...body.map((block, at) => (asksForAround(block) ? { ...block, ...aroundBlock(body, at) } : block)),
  ];
}
