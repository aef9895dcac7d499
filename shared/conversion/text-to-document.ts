/** Plain text → the document: empty lines part paragraphs; lines inside one are joined where they were only wrapped. */
import { buildDocument } from '../document/build.ts';
import type { ArticleDocument } from '../document/vocabulary.ts';
import { BlockWriter } from './block-writer.ts';

/** Lines of wrapped text run up to a margin; the next word would not have fitted. Shorter texts are not wrapped. */
const NARROWEST_MARGIN = 40;

/**
 * Whether the break after `line` is a mere wrap: the line is about as long as the longest ones, so its end says nothing.
 */
function isWrapped(line: string, next: string, margin: number): boolean {
  if (margin < NARROWEST_MARGIN || margin > 120) return false;
  const firstWord = /^\S+/.exec(next.trimStart())?.[0] ?? '';
  return line.trimEnd().length + 1 + firstWord.length > margin;
}

function marginOf(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.trimEnd().length);
  return longest;
}

/**
 * Converts plain text. Paragraphs are parted by empty lines; a text with no empty line at all, whose lines are long,
 * has one paragraph a line (as copied from a browser). An indented line (three spaces, a tab) opens a paragraph, as
 * agencies send it. Other line breaks stay line breaks unless the text was wrapped at a margin.
 */
export function textToDocument(source: string): ArticleDocument {
  const writer = new BlockWriter();
  const lines = source
    .replace(/\r\n?|[\u2028\u0085]/g, '\n')
    .replace(/[\u2029\f]/g, '\n\n')
    .split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const margin = marginOf(filled);
  const hasEmptyLines = lines.some(
    (line, index) => line.trim() === '' && index > 0 && index < lines.length - 1,
  );
  const oneLineOneParagraph = !hasEmptyLines && margin > 120;

  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      writer.endBlock();
      continue;
    }
    if (/^(?:\t| {3,})\S/.test(line) && index > 0) writer.endBlock();
    writer.text(line);
    const next = lines[index + 1];
    if (next === undefined || next.trim() === '') continue;
    if (oneLineOneParagraph) writer.endBlock();
    else if (isWrapped(line, next, margin)) writer.text(' ');
    else writer.lineBreak();
  }
  writer.endBlock();
  return buildDocument(writer.sink);
}
