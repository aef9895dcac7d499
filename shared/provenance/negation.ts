/** What a sentence says not to be so, beside the sentence it came from. Pure. */
import { isAnybody, stemOfWord, wordsOf, type Word } from './words.ts';

const NEGATIONS = new Set(
  'tidak tak belum bukan bukanlah tanpa jangan tiada tidaklah belumlah not no never without'.split(' '),
);
/** Words between a negation and what it denies. */
const BETWEEN = new Set(
  'lagi akan bisa dapat boleh perlu pernah ada adanya hanya harus mau sempat juga pula sedang mempunyai memiliki satu pun'.split(
    ' ',
  ),
);
/** As many words before it can deny a word. */
const REACH = 4;

interface Denial {
  /** Position of the negation among the words. */
  at: number;
  /** Position of the word it denies, and its stem; the word before it where it ends the sentence. */
  of: number;
  stem: string;
  /** Stem of the word behind that one. */
  next: string;
}

const stemAt = (words: readonly Word[], at: number): string => stemOfWord(words[at]?.plain ?? '');

function denialsOf(words: readonly Word[]): Denial[] {
  return words.flatMap(({ plain }, at) => {
    if (!NEGATIONS.has(plain)) return [];
    const reach = words.slice(at + 1, at + 1 + REACH);
    const behind = reach.findIndex((word) => !BETWEEN.has(word.plain) && !isAnybody(word.plain));
    const of = behind === -1 ? at - 1 : at + 1 + behind;
    return of < 0 ? [] : [{ at, of, stem: stemAt(words, of), next: stemAt(words, of + 1) }];
  });
}

/** Position of a word where nothing denies it: best where the same word follows it; -1 where there is none. */
function affirmedAt(words: readonly Word[], denials: readonly Denial[], { stem, next }: Denial): number {
  const places = words.flatMap((_word, at) =>
    stemAt(words, at) === stem && !denials.some(({ of }) => of === at) ? [at] : [],
  );
  return places.find((at) => stemAt(words, at + 1) === next) ?? places[0] ?? -1;
}

export interface ChangedNegation {
  kind: 'lost' | 'added';
  start: number;
  end: number;
  text: string;
}

/** Where a sentence denies what its source affirms, or affirms what its source denies. Offsets are those of `ours`. */
export function changedNegations(ours: string, theirs: string): ChangedNegation[] {
  const [left, right] = [wordsOf(ours), wordsOf(theirs)];
  const [denied, deniedThere] = [denialsOf(left), denialsOf(right)];
  if (denied.length === deniedThere.length) return [];
  const changed: ChangedNegation[] = [];
  const tell = (kind: ChangedNegation['kind'], from: Word | undefined, to: Word | undefined): void => {
    if (from === undefined || to === undefined) return;
    changed.push({ kind, start: from.start, end: to.end, text: ours.slice(from.start, to.end) });
  };
  if (denied.length < deniedThere.length) {
    for (const denial of deniedThere) {
      if (denied.some(({ stem }) => stem === denial.stem)) continue;
      const at = affirmedAt(left, denied, denial);
      if (at !== -1) tell('lost', left[Math.max(0, at - 1)], left[at]);
    }
  } else {
    for (const denial of denied) {
      if (deniedThere.some(({ stem }) => stem === denial.stem)) continue;
      if (affirmedAt(right, deniedThere, denial) !== -1) tell('added', left[denial.at], left[denial.of]);
    }
  }
  return changed;
}
