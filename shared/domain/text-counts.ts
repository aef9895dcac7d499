/** What a text measures. */
import { countWords } from '../document/walk.ts';

const WORDS_A_MINUTE = 200;

export interface TextCounts {
  words: number;
  /** As a person counts them; paragraph ends are none. */
  characters: number;
  withoutSpaces: number;
}

export function countText(text: string): TextCounts {
  const lines = text.replaceAll(/[\r\n]/g, '');
  return {
    words: countWords(text),
    characters: [...lines].length,
    withoutSpaces: [...lines.replaceAll(/\s/gu, '')].length,
  };
}

/** Whole minutes a reader needs, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
