/** Names that a source spells otherwise. Pure. */
import { parseMonthName, parseWeekdayName } from '../domain/calendar-names.ts';
import { titlesIn, type Title } from './titles.ts';
import { isAnybody, wordsOf, type Word } from './words.ts';

const SHORTEST_NAME = 4;

function isNameLike({ text, plain }: Word): boolean {
  return (
    plain.length >= SHORTEST_NAME &&
    /^\p{Lu}[^\p{N}]*$/u.test(text) &&
    !isAnybody(plain) &&
    parseMonthName(plain) === null &&
    parseWeekdayName(plain) === null
  );
}

/** True where the word opens a sentence or a quotation, or stands in capitals: its capital says nothing. */
function opens(text: string, { start }: Word): boolean {
  return /(?:^|[.!?:“"”\n–-]\s*)["“(]*$/u.test(text.slice(0, start));
}

/** Words that are written with a capital within a sentence. */
export function namesIn(text: string): Word[] {
  return wordsOf(text).filter((word) => isNameLike(word) && !opens(text, word));
}

/** Letters to change, drop, add or swap with their neighbour until one word is the other; 3 for anything beyond two. */
export function lettersApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_none, at) => at),
  ];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    [before, last] = [last, current];
  }
  return Math.min(3, last[other.length] ?? 3);
}

const ENDS = /(?:nya|lah|kah|pun|an|kan|i)$/u;

/** A name that is nearly one of the source's, and not it. */
function isMisspelling(ours: string, theirs: string): boolean {
  if (ours[0] !== theirs[0] && ours.slice(1) !== theirs.slice(1) && ours.length < 6) return false;
  const apart = lettersApart(ours, theirs);
  if (apart === 0 || apart > (theirs.length >= 8 ? 2 : 1)) return false;
  // `Jakartanya`, `Selat` beside `Selatan`: forms of a word, not slips.
  const [shorter, longer] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  return !(
    longer.startsWith(shorter) &&
    longer.length > shorter.length &&
    ENDS.test(longer.slice(shorter.length - 1)) &&
    longer.length - shorter.length >= 2
  );
}

export interface KnownNames {
  /** Every word of the sources, in small letters. */
  words: ReadonlySet<string>;
  /** Names as the sources write them, by their small letters. */
  names: ReadonlyMap<string, string>;
  titles: readonly Title[];
}

export function knownNames(texts: readonly string[]): KnownNames {
  const names = new Map<string, string>();
  for (const text of texts) for (const { plain, text: name } of namesIn(text)) names.set(plain, name);
  return {
    words: new Set(texts.flatMap((text) => wordsOf(text).map(({ plain }) => plain))),
    names,
    titles: texts.flatMap(titlesIn),
  };
}

export interface OtherSpelling {
  start: number;
  end: number;
  text: string;
  /** As the source has it. */
  theirs: string;
}

/** Names of a text that stand in the sources with other letters. Names no source has anything like are the desk's own. */
export function otherSpellings(text: string, known: KnownNames): OtherSpelling[] {
  return wordsOf(text)
    .filter(isNameLike)
    .flatMap((word) => {
      if (known.words.has(word.plain)) return [];
      // At the start of a sentence any word has a capital: only a long one is a name for sure.
      if (opens(text, word) && word.plain.length < 6) return [];
      const theirs = [...known.names].find(([plain]) => isMisspelling(word.plain, plain))?.[1];
      return theirs === undefined ? [] : [{ start: word.start, end: word.end, text: word.text, theirs }];
    });
}

const startsLike = (one: readonly string[], other: readonly string[]): boolean =>
  one.slice(0, 2).join(' ') === other.slice(0, 2).join(' ');

/** One is the other but for one of its first two words. */
function isOtherTitle(ours: readonly string[], theirs: readonly string[]): boolean {
  const [head, of, ...rest] = ours;
  const [theirHead, theirOf, ...theirRest] = theirs;
  if (head !== theirHead) return of === theirOf;
  return rest.length > 0 && rest[0] === theirRest[0] && of !== theirOf;
}

/** Titles of a text that the sources give otherwise: another head of the same office, the same of another. */
export function otherTitles(text: string, known: KnownNames): OtherSpelling[] {
  return titlesIn(text).flatMap(({ start, end, text: title, words }) => {
    if (known.titles.some((theirs) => startsLike(words, theirs.words))) return [];
    const theirs = known.titles.find((one) => isOtherTitle(words, one.words));
    if (theirs === undefined) return [];
    // Only as many words as ours has: the source may go on.
    const shown = theirs.text.split(/\s+/).slice(0, title.split(/\s+/).length).join(' ');
    return [{ start, end, text: title, theirs: shown }];
  });
}
