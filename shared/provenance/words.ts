/** Words of copy as they are compared with its source: where they stand, how they are spelled, what they stem from. */
import { isStopWord, stemIndonesian } from '../domain/duplicates/word-stems.ts';

export interface Word {
  /** As written. */
  text: string;
  /** In small letters, without marks. */
  plain: string;
  start: number;
  end: number;
}

/** Figures with their marks are one word (`1.160`, `09.04`, `27/4`), and so are words with a hyphen (`bahan-bahan`). */
const WORD = /\p{N}+(?:[.,:/]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'.]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    plain: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const REMEMBERED = 50_000;
const stems = new Map<string, string>();

/** The stem by which two forms of a word are known as one; `plain` as in `Word`. */
export function stemOfWord(plain: string): string {
  const known = stems.get(plain);
  if (known !== undefined) return known;
  if (stems.size === REMEMBERED) stems.clear();
  const stem = stemIndonesian(plain);
  stems.set(plain, stem);
  return stem;
}

/** Stems of the words that say something, in their order. */
export function stemsOf(words: readonly Word[]): string[] {
  return words.flatMap(({ plain }) => (isStopWord(plain) ? [] : [stemOfWord(plain)]));
}

/** Words by which nobody is told from anybody else. */
const ANYBODY = new Set(
  'seorang salah satu si sang para bapak ibu pria wanita perempuan lelaki pejabat narasumber sumber pihak warga orang'.split(
    ' ',
  ),
);

/** True for words that say nothing of who somebody is. */
export function isAnybody(plain: string): boolean {
  return ANYBODY.has(plain) || isStopWord(plain);
}
