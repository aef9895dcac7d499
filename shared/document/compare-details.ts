/** What is different between two blocks of a kind besides their words: pictures, addresses, how they are set. */
import type { EmbedProvider } from './embeds.ts';
import { columnShares } from './table-widths.ts';
import type { BlockNode, GalleryNode, InlineNode, ListItemNode, Picture, TableNode } from './vocabulary.ts';
import { blockText, inlineText, tableCaption, tableHeaders } from './walk.ts';

export type DetailValue = string | { x: number; y: number } | { row: boolean; column: boolean };

export interface ComparedDetail {
  what:
    | 'picture'
    | 'pictureAdded'
    | 'pictureRemoved'
    | 'pictureOrder'
    | 'alt'
    | 'caption'
    | 'credit'
    | 'crop'
    | 'focus'
    | 'title'
    | 'attribution'
    | 'link'
    | 'linkWords'
    | 'linkTitle'
    | 'address'
    | 'story'
    | 'columns'
    | 'headers'
    | 'size'
    | 'markup'
    | 'spacing'
    | 'style'
    | 'notes'
    | 'suggestions';
  /** Which picture of a gallery, counted from 1; null for anything else. */
  picture: number | null;
  /** The words of the link it is about; empty for anything else. */
  link: string;
  /** What it was and what it is; an empty text where there was or is none. Null where that is to be seen in the words, or cannot be told. */
  values: { before: DetailValue; after: DetailValue } | null;
}

/** What a block without words is told by. */
export interface BlockLabel {
  provider: EmbedProvider | null;
  /** How many a gallery has. */
  pictures: number | null;
  /** Where it has no words of its own: what its picture shows, or its address. */
  words: string;
}

type What = ComparedDetail['what'];

function told(what: What, before: DetailValue, after: DetailValue): ComparedDetail {
  return { what, picture: null, link: '', values: { before, after } };
}

function named(what: What): ComparedDetail {
  return { what, picture: null, link: '', values: null };
}

function when(differs: boolean, detail: ComparedDetail): ComparedDetail[] {
  return differs ? [detail] : [];
}

function pictureName({ caption, alt, sourceUrl }: Picture): string {
  return [caption, alt, sourceUrl].find((words) => words !== '') ?? '';
}

/** One that has been fetched since is the same picture. */
function isSamePicture(one: Picture, other: Picture): boolean {
  if (one.mediaId !== '' && other.mediaId !== '') return one.mediaId === other.mediaId;
  return one.sourceUrl === other.sourceUrl && (one.sourceUrl !== '' || one.mediaId === other.mediaId);
}

function percents({ focusX, focusY }: Picture): { x: number; y: number } {
  return { x: Math.round(focusX * 100), y: Math.round(focusY * 100) };
}

function pictureDetails(before: Picture, after: Picture): ComparedDetail[] {
  return [
    ...when(!isSamePicture(before, after), named('picture')),
    ...when(before.caption !== after.caption, named('caption')),
    ...when(before.credit !== after.credit, named('credit')),
    ...when(before.alt !== after.alt, told('alt', before.alt, after.alt)),
    ...when(
      before.focusX !== after.focusX || before.focusY !== after.focusY,
      told('focus', percents(before), percents(after)),
    ),
  ];
}

function galleryDetails(before: GalleryNode, after: GalleryNode): ComparedDetail[] {
  const partners = new Map<number, number>();
  const free = new Set(after.pictures.keys());
  function pair(isPartner: (one: Picture, other: Picture, at: number, next: number) => boolean): void {
    for (const [at, one] of before.pictures.entries()) {
      if (partners.has(at)) continue;
      const partner = [...free].find((next) => {
        const other = after.pictures[next];
        return other !== undefined && isPartner(one, other, at, next);
      });
      if (partner === undefined) continue;
      partners.set(at, partner);
      free.delete(partner);
    }
  }
  pair(isSamePicture);
  const kept = [...before.pictures.keys()].flatMap((at) => partners.get(at) ?? []);
  const isInOrder = kept.every((at, index, all) => index === 0 || at > (all[index - 1] ?? 0));
  pair((_one, _other, at, next) => at === next);
  const removed = before.pictures.flatMap((one, at) =>
    partners.has(at) ? [] : [{ ...told('pictureRemoved', pictureName(one), ''), picture: at + 1 }],
  );
  const changed = [...partners].flatMap(([at, next]) => {
    const [one, other] = [before.pictures[at], after.pictures[next]];
    if (one === undefined || other === undefined) return [];
    return pictureDetails(one, other).map((detail) => ({ ...detail, picture: next + 1 }));
  });
  const added = after.pictures.flatMap((other, next) =>
    free.has(next) ? [{ ...told('pictureAdded', '', pictureName(other)), picture: next + 1 }] : [],
  );
  return [
    ...removed,
    ...changed,
    ...added,
    ...when(!isInOrder, named('pictureOrder')),
    ...when(before.caption !== after.caption, named('caption')),
  ];
}

function sizeOf({ children: rows }: TableNode): string {
  return `${rows.length} × ${rows[0]?.children.length ?? 0}`;
}

function sharesText(table: TableNode): string {
  return (columnShares(table) ?? []).map((share) => `${share}%`).join(' : ');
}

function headerStates({ children: rows }: TableNode): string {
  return rows.map((row) => row.children.map(({ headerState }) => headerState).join()).join(';');
}

function tableDetails(before: TableNode, after: TableNode): ComparedDetail[] {
  const [headersBefore, headersAfter] = [tableHeaders(before), tableHeaders(after)];
  const sameHeaders = headersBefore.row === headersAfter.row && headersBefore.column === headersAfter.column;
  const hasOtherSize = sizeOf(before) !== sizeOf(after);
  return [
    ...when(hasOtherSize, told('size', sizeOf(before), sizeOf(after))),
    ...when(!sameHeaders, told('headers', headersBefore, headersAfter)),
    ...when(sameHeaders && !hasOtherSize && headerStates(before) !== headerStates(after), named('headers')),
    ...when(sharesText(before) !== sharesText(after), told('columns', sharesText(before), sharesText(after))),
    ...when(tableCaption(before) !== tableCaption(after), named('caption')),
  ];
}

/** What is particular to the kind of block. */
function cardDetails(before: BlockNode, after: BlockNode): ComparedDetail[] {
  if (before.type === 'image' && after.type === 'image') {
    return [
      ...pictureDetails(before, after),
      ...when(before.ratio !== after.ratio, told('crop', before.ratio, after.ratio)),
    ];
  }
  if (before.type === 'gallery' && after.type === 'gallery') return galleryDetails(before, after);
  if (before.type === 'table' && after.type === 'table') return tableDetails(before, after);
  if (before.type === 'embed' && after.type === 'embed') {
    return [
      ...when(before.url !== after.url, told('address', before.url, after.url)),
      ...when(before.title !== after.title, named('title')),
      ...when(before.caption !== after.caption, named('caption')),
    ];
  }
  if (before.type === 'relatedstory' && after.type === 'relatedstory') {
    return [
      ...when(before.articleId !== after.articleId, named('story')),
      ...when(before.url !== after.url, told('address', before.url, after.url)),
    ];
  }
  if (before.type === 'factbox' && after.type === 'factbox') {
    return when(before.title !== after.title, named('title'));
  }
  if (before.type === 'pullquote' && after.type === 'pullquote') {
    return when(before.attribution !== after.attribution, named('attribution'));
  }
  if (before.type === 'foreign' && after.type === 'foreign') {
    return when(before.raw !== after.raw && blockText(before) === blockText(after), named('markup'));
  }
  return [];
}

/** Any node of a block, as far as it is looked through for nodes within. */
type AnyNode =
  | BlockNode
  | InlineNode
  | ListItemNode
  | TableNode['children'][number]
  | TableNode['children'][number]['children'][number];

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return 'children' in node ? node.children : [];
}

/** A node and every one in it, in reading order. */
function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

interface Link {
  words: string;
  url: string;
  title: string;
}

function linksOf(block: BlockNode): Link[] {
  return [...nodesOf(block)].flatMap((node) =>
    node.type === 'link'
      ? [{ words: inlineText(node.children), url: node.url, title: node.title ?? '' }]
      : [],
  );
}

function linkDetails(before: BlockNode, after: BlockNode): ComparedDetail[] {
  const partners: [Link, Link][] = [];
  let [left, right] = [linksOf(before), linksOf(after)];
  function pair(isPartner: (one: Link, other: Link) => boolean): void {
    left = left.filter((one) => {
      const partner = right.find((other) => isPartner(one, other));
      if (partner === undefined) return true;
      right = right.filter((other) => other !== partner);
      partners.push([one, partner]);
      return false;
    });
  }
  pair((one, other) => one.words === other.words && one.url === other.url);
  pair((one, other) => one.words === other.words);
  pair((one, other) => one.url === other.url);
  // Words that were rewritten are seen in the text.
  const sameText = blockText(before) === blockText(after);
  return [
    ...partners.flatMap(([one, other]) => [
      ...when(one.url !== other.url, { ...told('link', one.url, other.url), link: other.words }),
      ...when(one.title !== other.title, {
        ...told('linkTitle', one.title, other.title),
        link: other.words,
      }),
      ...when(sameText && one.words !== other.words, told('linkWords', one.words, other.words)),
    ]),
    ...left.map(({ words, url }) => ({ ...told('link', url, ''), link: words })),
    ...right.map(({ words, url }) => ({ ...told('link', '', url), link: words })),
  ];
}

/** The formats of the letters, one after another, each with how many have it. White space shows none. */
function formatsOf(block: BlockNode): string {
  const runs: { format: number; letters: number }[] = [];
  for (const node of nodesOf(block)) {
    const letters = node.type === 'text' ? node.text.replaceAll(/\s/g, '').length : 0;
    if (node.type !== 'text' || letters === 0) continue;
    const last = runs.at(-1);
    if (last?.format === node.format) last.letters += letters;
    else runs.push({ format: node.format, letters });
  }
  return runs.map(({ format, letters }) => `${format}×${letters}`).join();
}

/** How the block and those within are set: level, kind of list, alignment, indent. */
function settingOf(block: BlockNode): string {
  return [...nodesOf(block)]
    .flatMap((node) => [
      node.type === 'heading' ? node.tag : '',
      node.type === 'list' ? `${node.listType}${node.start}` : '',
      'format' in node && typeof node.format === 'string' ? node.format : '',
      'indent' in node && node.indent > 0 ? String(node.indent) : '',
    ])
    .filter((setting) => setting !== '')
    .join();
}

function marksOf(block: BlockNode): { notes: string; suggestions: string } {
  const notes = new Set<string>();
  const suggestions = new Set<string>();
  for (const node of nodesOf(block)) {
    for (const [name, mark] of Object.entries(('$' in node ? node.$ : undefined) ?? {})) {
      if (name === 'notes' && Array.isArray(mark)) for (const id of mark) notes.add(String(id));
      else if (typeof mark === 'object') suggestions.add(`${name} ${mark.id}`);
    }
  }
  return { notes: [...notes].toSorted().join(), suggestions: [...suggestions].toSorted().join() };
}

/**
 * All that is different between two blocks of one kind, or two different texts of a field (null), besides their words.
 * `sameWords`: their words are the same.
 */
export function compareDetails(
  before: BlockNode | null,
  after: BlockNode | null,
  sameWords: boolean,
): ComparedDetail[] {
  if (before === null || after === null) return when(sameWords, named('spacing'));
  const [left, right] = [marksOf(before), marksOf(after)];
  return [
    ...cardDetails(before, after),
    ...linkDetails(before, after),
    ...when(sameWords && blockText(before) !== blockText(after), named('spacing')),
    ...when(
      settingOf(before) !== settingOf(after) || (sameWords && formatsOf(before) !== formatsOf(after)),
      named('style'),
    ),
    ...when(left.suggestions !== right.suggestions, named('suggestions')),
    ...when(left.notes !== right.notes, named('notes')),
  ];
}

/** What a block shows, whatever is said of it; empty where only its words tell. Equal for two that show the same. */
export function blockSubject(block: BlockNode): string {
  if (block.type === 'image') return block.mediaId === '' ? block.sourceUrl : block.mediaId;
  if (block.type === 'gallery') return block.pictures[0]?.mediaId ?? '';
  if (block.type === 'embed') return block.url;
  return block.type === 'relatedstory' ? block.articleId + block.url : '';
}

/** By what a picture, a gallery, an embed or a related story is told; null for blocks that have words alone. */
export function blockLabel(block: BlockNode): BlockLabel | null {
  const label: BlockLabel = { provider: null, pictures: null, words: '' };
  switch (block.type) {
    case 'image':
      return { ...label, words: pictureName(block) };
    case 'gallery':
      return {
        ...label,
        pictures: block.pictures.length,
        words: block.pictures.map(pictureName).filter(Boolean).join(' · '),
      };
    case 'embed':
      return { ...label, provider: block.provider, words: block.url };
    case 'relatedstory':
      return { ...label, words: block.url };
    default:
      return null;
  }
}
