/** Differences between two texts, word by word, as one flowing text: what was taken out stands before what came in. */
import { parseMonthName, parseWeekdayName } from '../domain/calendar-names.ts';
import { commonPositions } from './common-positions.ts';

export interface Piece {
  text: string;
  change: 'same' | 'inserted' | 'removed';
  /** What was changed, where it matters most: a number, date or amount, or a name; null where neither is. */
  fact: 'figure' | 'name' | null;
}

/** Words with the space that follows them: joined again they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

const HAS_DIGIT = /\p{N}/u;
/** With a capital, at least two letters long. */
const CAPITAL = /^[\p{P}\p{S}]*\p{Lu}[\p{L}\p{M}'’.-]*\p{L}/u;
const ENDS_SENTENCE = /[.!?…:][\p{P}\p{S}]*\s*$|\n\s*$/u;

function isOfCalendar(word: string): boolean {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  return parseWeekdayName(letters) !== null || parseMonthName(letters) !== null;
}

/** The word at this place; a capital after the end of a sentence says nothing of a name, nor does that of a day or month. */
function factAt(words: readonly string[], at: number): Piece['fact'] {
  const word = words[at] ?? '';
  if (HAS_DIGIT.test(word)) return 'figure';
  const before = words[at - 1];
  if (before === undefined || ENDS_SENTENCE.test(before) || !CAPITAL.test(word)) return null;
  return isOfCalendar(word) ? null : 'name';
}

/** Joins neighbours that changed in the same way. */
function addPiece(pieces: Piece[], text: string, change: Piece['change'], fact: Piece['fact']): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last !== undefined && last.change === change && last.fact === fact) last.text += text;
  else pieces.push({ text, change, fact });
}

/** The flowing text of both; the pieces that are `same` or `removed` joined are `before`, the others `after`, save for white space. */
export function compareWords(before: string, after: string): Piece[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const trimmed = (words: readonly string[]) => words.map((word) => word.trim());
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  const pairs = commonPositions(trimmed(left), trimmed(right));
  for (const [sameLeft, sameRight] of [...pairs, [left.length, right.length] as const]) {
    for (; row < sameLeft; row += 1) addPiece(pieces, left[row] ?? '', 'removed', factAt(left, row));
    for (; column < sameRight; column += 1)
      addPiece(pieces, right[column] ?? '', 'inserted', factAt(right, column));
    addPiece(pieces, right[sameRight] ?? '', 'same', null);
    [row, column] = [sameLeft + 1, sameRight + 1];
  }
  return pieces;
}

/** Share of the words of two texts that they have in common, whatever their order: 0 to 1. */
export function likeness(before: string, after: string): number {
  const [left, right] = [wordsOf(before), wordsOf(after)].map((words) => words.map((word) => word.trim()));
  const counts = new Map<string, number>();
  for (const word of left ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right ?? []) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return common / Math.max(1, left?.length ?? 0, right?.length ?? 0);
}
