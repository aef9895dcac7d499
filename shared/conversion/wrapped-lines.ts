/** Lines that were only broken because the page was full: of typewriters, mail programs and PDF files. */

/** Lines of wrapped text run up to a margin; the next word would not have fitted. Shorter texts are not wrapped. */
const NARROWEST_MARGIN = 40;
/** Columns may be narrower, where words that the margin parted prove that there is one. */
const NARROWEST_COLUMN = 20;
const WIDEST_MARGIN = 120;
/** Printed lines have letters of many widths: one this much shorter than the longest may still be full. */
const PRINTED_SHARE = 0.72;

const HYPHENS = /[-\u2010\u00ad]$/;

/** How far the lines of a text run. */
export function marginOf(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.trimEnd().length);
  return longest;
}

/** Whether a line is in no doubt a whole one: it ends as a sentence does, or the next one opens as none goes on. */
function isComplete(line: string, next: string): boolean {
  return /[.!?:…]["”’)\]]*$/.test(line.trimEnd()) || !/^\s*[\p{Ll}\d(“"‘']/u.test(next);
}

/**
 * Whether the break after `line` is a mere wrap: the line is about as long as the longest ones, so its end says nothing.
 * In printed text a shorter one counts too, where the sentence goes on behind it; a `column` may be narrow.
 */
export function isWrapped(
  line: string,
  next: string,
  margin: number,
  { printed = false, column = false } = {},
): boolean {
  if (margin < (column ? NARROWEST_COLUMN : NARROWEST_MARGIN) || margin > WIDEST_MARGIN) return false;
  const length = line.trimEnd().length;
  const firstWord = /^\S+/.exec(next.trimStart())?.[0] ?? '';
  if (length + 1 + firstWord.length > margin) return true;
  return printed && length > margin * PRINTED_SHARE && !isComplete(line, next);
}

/**
 * Whether the hyphen at the end of a wrapped line only parted a word (`peme-/rintah`). Doubled and rhyming words keep
 * theirs (`anak-/anak`, `tolong-/menolong`), as do names and numbers.
 */
export function isBrokenWord(line: string, next: string): boolean {
  if (!HYPHENS.test(line)) return false;
  const before = /\p{L}+(?=[-\u2010\u00ad]$)/u.exec(line)?.[0] ?? '';
  const after = /^\p{L}+/u.exec(next.trimStart())?.[0] ?? '';
  if (line.endsWith('\u00ad')) return after !== '';
  if (!/^\p{Ll}+$/u.test(before.slice(1)) || !/^\p{Ll}/u.test(after)) return false;
  const word = before.toLowerCase();
  return !(
    after.startsWith(word) ||
    (word.length >= 4 && after.includes(word.slice(1))) ||
    (after.length >= 3 && word.endsWith(after.slice(-4)))
  );
}

/** Whether lines are a printed column beyond doubt: a full one of them ends within a word. */
export function isColumn(lines: readonly string[], margin: number): boolean {
  return lines.some(
    (line, index) =>
      line.trimEnd().length > margin * PRINTED_SHARE && isBrokenWord(line.trimEnd(), lines[index + 1] ?? ''),
  );
}

/** The line without the hyphen that parted its last word. */
export function withoutHyphen(line: string): string {
  return line.replace(HYPHENS, '');
}
