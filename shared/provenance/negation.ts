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
  /** The same words with the negation the source has, or without the one it has not; null where that takes a person. */
  mended: string | null;
}

/** Negations that can be dropped and leave a sentence. */
const DROPPABLE = new Set('tidak tak belum bukan not never'.split(' '));

/** Where a sentence denies what its source affirms, or affirms what its source denies. Offsets are those of `ours`. */
export function changedNegations(ours: string, theirs: string): ChangedNegation[] {
  const [left, right] = [wordsOf(ours), wordsOf(theirs)];
  const [denied, deniedThere] = [denialsOf(left), denialsOf(right)];
  if (denied.length === deniedThere.length) return [];
  const changed: ChangedNegation[] = [];
  function tell(
    kind: ChangedNegation['kind'],
    [from, to]: readonly [number, number],
    mend: (start: number, end: number) => string | null,
  ): void {
    const [start, end] = [left[from]?.start, left[to]?.end];
    if (start === undefined || end === undefined) return;
    changed.push({ kind, start, end, text: ours.slice(start, end), mended: mend(start, end) });
  }
  if (denied.length < deniedThere.length) {
    for (const denial of deniedThere) {
      if (denied.some(({ stem }) => stem === denial.stem)) continue;
      const at = affirmedAt(left, denied, denial);
      if (at === -1) continue;
      let before = at;
      while (before > 0 && BETWEEN.has(left[before - 1]?.plain ?? '')) before -= 1;
      tell('lost', [Math.max(0, Math.min(before, at - 1)), at], (start, end) => {
        const place = left[before]?.start;
        if (before === 0 || place === undefined) return null;
        return `${ours.slice(start, place)}${right[denial.at]?.text.toLowerCase()} ${ours.slice(place, end)}`;
      });
    }
  } else {
    for (const denial of denied) {
      if (deniedThere.some(({ stem }) => stem === denial.stem)) continue;
      if (affirmedAt(right, deniedThere, denial) === -1) continue;
      const { at, of } = denial;
      tell('added', [Math.min(at, of), Math.max(at, of)], (start, end) => {
        const [negation, next] = [left[at], left[at + 1]];
        if (negation === undefined || next === undefined || next.start > end) return null;
        if (at === 0 || !DROPPABLE.has(negation.plain)) return null;
        return ours.slice(start, negation.start) + ours.slice(next.start, end);
      });
    }
  }
  return changed;
}
