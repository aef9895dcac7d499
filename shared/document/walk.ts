/** Walkers over a document: plain text, words, pictures. All read-only and linear in the document. */
import {
  CELL_HEADER,
  type ArticleDocument,
  type BlockNode,
  type ForeignNode,
  type InlineNode,
  type ListNode,
  type Picture,
  type TableNode,
} from './vocabulary.ts';

/** The text of a run of inline nodes; a line break becomes `\n`. */
export function inlineText(children: readonly (InlineNode | ListNode)[]): string {
  let result = '';
  for (const child of children) {
    switch (child.type) {
      case 'text':
      case 'tab':
        result += child.text;
        break;
      case 'linebreak':
        result += '\n';
        break;
      case 'link':
        result += inlineText(child.children);
        break;
      case 'list':
        break;
    }
  }
  return result;
}

function listLines(node: ListNode): string[] {
  return node.children.flatMap((item) => {
    const own = inlineText(item.children);
    const nested = item.children.flatMap((child) => (child.type === 'list' ? listLines(child) : []));
    return own === '' ? nested : [own, ...nested];
  });
}

function filledLines(parts: readonly string[], separator = '\n'): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** Caption and credit of a picture, in one line. */
export function pictureText({ caption, credit }: Picture): string {
  return filledLines([caption, credit], ' ');
}

/** What is said of a table below it; empty where nothing is. */
export function tableCaption({ $ }: TableNode): string {
  return $?.caption ?? '';
}

function tableText(node: TableNode): string {
  const rows = node.children.map((row) =>
    row.children
      .map((cell) => cell.children.map(({ children }) => inlineText(children)).join('\n'))
      .join('\t'),
  );
  return tableCaption(node) === '' ? rows.join('\n') : [...rows, tableCaption(node)].join('\n');
}

/** Where Ghost's cards keep words, as HTML. */
const CARD_WORDS = [
  'calloutText',
  'heading',
  'content',
  'html',
  'markdown',
  'code',
  'buttonText',
  'fileTitle',
  'caption',
];

function withoutTags(html: string): string {
  return html.replaceAll(/<!--[^]*?-->|<[^>]*>/g, ' ');
}

function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { text, children, ...card } = node as Record<string, unknown>;
  const own = typeof text === 'string' ? [text] : [];
  const said = CARD_WORDS.flatMap((key) => (typeof card[key] === 'string' ? [withoutTags(card[key])] : []));
  return [...own, ...said, ...(Array.isArray(children) ? children.flatMap(textsOf) : [])];
}

function textsOfJson(json: string): string {
  try {
    return textsOf(JSON.parse(json)).join(' ');
  } catch {
    return '';
  }
}

/** Readable words of a block that is kept verbatim: the texts of its nodes, or its markup without tags. */
export function foreignText({ kind, raw }: ForeignNode): string {
  const words = kind === 'wordpress-blocks' ? withoutTags(raw) : textsOfJson(raw);
  return words.replaceAll(/\s+/g, ' ').trim();
}

/**
 * The text a reader reads of one block, lists one line an item, tables one line a row with tabs between the cells,
 * pictures by their caption and credit. Empty where the block has none.
 */
export function blockText(block: BlockNode): string {
  switch (block.type) {
    case 'list':
      return listLines(block).join('\n');
    case 'image':
      return pictureText(block);
    case 'gallery':
      return filledLines([...block.pictures.map(pictureText), block.caption]);
    case 'embed':
      return filledLines([block.title, block.caption]);
    case 'relatedstory':
      return block.headline;
    case 'table':
      return tableText(block);
    case 'factbox':
      return filledLines([block.title, ...block.children.map(blockText)]);
    case 'foreign':
      return foreignText(block);
    case 'horizontalrule':
    case 'readmore':
      return '';
    case 'pullquote':
      return filledLines([inlineText(block.children), block.attribution]);
    default:
      return inlineText(block.children);
  }
}

/** The whole body as plain text: blocks parted by one empty line, blocks without text left out. */
export function documentText(document: ArticleDocument): string {
  return document.root.children
    .map(blockText)
    .filter((value) => value.trim() !== '')
    .join('\n\n');
}

const SEEN_WITHOUT_WORDS = new Set<BlockNode['type']>(['image', 'gallery', 'embed', 'foreign']);

/** True where a reader would see neither words nor a picture. */
export function isEmptyDocument(document: ArticleDocument): boolean {
  return document.root.children.every(
    (block) => !SEEN_WITHOUT_WORDS.has(block.type) && blockText(block).trim() === '',
  );
}

/** Every picture of the body, in reading order, those of galleries included. */
export function documentImages(document: ArticleDocument): Picture[] {
  return document.root.children.flatMap((block): Picture[] => {
    if (block.type === 'image') return [block];
    return block.type === 'gallery' ? block.pictures : [];
  });
}

/** Whether the first row, and the first column, of a table are headers: where every cell of it is one. */
export function tableHeaders({ children: rows }: TableNode): { row: boolean; column: boolean } {
  const firstRow = rows[0]?.children ?? [];
  return {
    row: firstRow.length > 0 && firstRow.every(({ headerState }) => (headerState & CELL_HEADER.row) !== 0),
    column:
      rows.length > 0 &&
      rows.every(({ children: [first] }) => ((first?.headerState ?? 0) & CELL_HEADER.column) !== 0),
  };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const JOINERS = new Set(['-', "'", '’', '.', ','].map((sign) => sign.charCodeAt(0)));

function isWordCharacter(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  }
  return LETTER_OR_DIGIT.test(String.fromCodePoint(code));
}

/** Number of words (runs of letters or digits, joined by hyphen or apostrophe) in a text. */
export function countWords(value: string): number {
  let count = 0;
  let inWord = false;
  let joined = false;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if (isWordCharacter(code)) {
      if (!inWord && !joined) count += 1;
      inWord = true;
      joined = false;
    } else {
      joined = inWord && JOINERS.has(code);
      inWord = false;
    }
  }
  return count;
}
