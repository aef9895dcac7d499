/** Plain text → the document: empty lines part paragraphs; lines inside one are joined where they were only wrapped. */
import { buildDocument } from '../document/build.ts';
import type { ArticleDocument } from '../document/vocabulary.ts';
import { BlockWriter } from './block-writer.ts';
import { listedLines, type ListedLine } from './text-lists.ts';
import { isBrokenWord, isColumn, isWrapped, marginOf, withoutHyphen } from './wrapped-lines.ts';

export interface TextToDocumentOptions {
  /**
   * Copied out of a PDF, a page or a message: set in type, its words hyphenated; a line that is whole is a paragraph, lines
   * with bullets or numbers are a list.
   */
  copied?: boolean;
}

/**
 * Converts plain text. Paragraphs are parted by empty lines; a text with no empty line at all, whose lines are long,
 * has one paragraph a line (as copied from a browser). An indented line (three spaces, a tab) opens a paragraph, as
 * agencies send it. Other line breaks stay line breaks unless the text was wrapped at a margin.
 */
export function textToDocument(
  source: string,
  { copied = false }: TextToDocumentOptions = {},
): ArticleDocument {
  const writer = new BlockWriter();
  const lines = source
    .replace(/\r\n?|[\u2028\u0085]/g, '\n')
    .replace(/[\u2029\f]/g, '\n\n')
    .split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const margin = marginOf(filled);
  const column = copied && isColumn(lines, margin);
  const hasEmptyLines = lines.some(
    (line, index) => line.trim() === '' && index > 0 && index < lines.length - 1,
  );
  const oneLineOneParagraph = !hasEmptyLines && (copied || margin > 120);

  function isWrappedAt(index: number): boolean {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    if (line.trim() === '' || next.trim() === '') return false;
    return isWrapped(line, next, margin, { printed: copied, column });
  }
  const items: ReadonlyMap<number, ListedLine> = copied
    ? listedLines(lines, (index) => isWrappedAt(index - 1))
    : new Map();

  let isRest = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      writer.endBlock();
      continue;
    }
    const item = items.get(index);
    if (writer.inList && (item === undefined ? !isRest : item.opens)) writer.closeList();
    if (item?.opens === true) writer.openList(item.value === null ? 'bullet' : 'number', item.value ?? 1);
    if (item !== undefined) writer.nextItem();
    else if (/^(?:\t| {3,})\S/.test(line) && index > 0 && !writer.inList) writer.endBlock();
    const words = item?.words ?? line.trimStart();
    const next = lines[index + 1];
    const goesOn = next !== undefined && next.trim() !== '';
    isRest = !items.has(index + 1) && isWrappedAt(index);
    if (isRest && isBrokenWord(line.trimEnd(), next ?? '')) {
      writer.text(withoutHyphen(words.trimEnd()));
      continue;
    }
    // A hyphen that stays joins the words on both sides of it.
    const isJoined = isRest && /\p{L}-$/u.test(line.trimEnd());
    writer.text(isJoined ? words.trimEnd() : words);
    if (!goesOn || isJoined) continue;
    if (isRest) writer.text(' ');
    else if (oneLineOneParagraph) writer.endBlock();
    else writer.lineBreak();
  }
  if (writer.inList) writer.closeList();
  writer.endBlock();
  return buildDocument(writer.sink);
}
