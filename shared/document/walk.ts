/** Walkers over a document: plain text, words, pictures. All read-only and linear in the document. */
import type { ArticleDocument, BlockNode, ImageNode, InlineNode, ListNode } from './vocabulary.ts';

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

/**
 * The text a reader reads of one block, lists one line an item, pictures by their caption and credit.
 * Empty where the block has none.
 */
export function blockText(block: BlockNode): string {
  switch (block.type) {
    case 'list':
      return listLines(block).join('\n');
    case 'image':
      return [block.caption, block.credit].filter((part) => part !== '').join(' ');
    case 'horizontalrule':
      return '';
    case 'pullquote': {
      const words = inlineText(block.children);
      return block.attribution === '' ? words : `${words}\n${block.attribution}`;
    }
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

/** True where a reader would see neither words nor a picture. */
export function isEmptyDocument(document: ArticleDocument): boolean {
  return document.root.children.every((block) => block.type !== 'image' && blockText(block).trim() === '');
}

/** Every picture of the body, in reading order. */
export function documentImages(document: ArticleDocument): ImageNode[] {
  return document.root.children.filter((block) => block.type === 'image');
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
