/** Differences between two texts, paragraph by paragraph and, within a changed one, word by word. */

export interface Piece {
  text: string;
  changed: boolean;
}

export interface ComparedRow {
  /** Null where the paragraph is only on the other side. */
  left: Piece[] | null;
  right: Piece[] | null;
  same: boolean;
}

/** Longest common subsequence as pairs of positions. */
function commonPairs<Item>(left: readonly Item[], right: readonly Item[]): [number, number][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        left[i] === right[j]
          ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Words with the space that follows them: joined again they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function pieces(words: readonly string[], kept: ReadonlySet<number>): Piece[] {
  const result: Piece[] = [];
  for (const [index, word] of words.entries()) {
    const changed = !kept.has(index);
    const last = result.at(-1);
    if (last !== undefined && last.changed === changed) last.text += word;
    else result.push({ text: word, changed });
  }
  return result;
}

function compareWords(left: string, right: string): { left: Piece[]; right: Piece[]; likeness: number } {
  const [leftWords, rightWords] = [wordsOf(left), wordsOf(right)];
  const pairs = commonPairs(
    leftWords.map((word) => word.trim()),
    rightWords.map((word) => word.trim()),
  );
  return {
    left: pieces(leftWords, new Set(pairs.map(([index]) => index))),
    right: pieces(rightWords, new Set(pairs.map(([, index]) => index))),
    likeness: pairs.length / Math.max(1, leftWords.length, rightWords.length),
  };
}

function whole(text: string): Piece[] {
  return [{ text, changed: true }];
}

/** Paragraphs of a stretch that differs: those alike stand side by side, the rest alone. */
function compareStretch(left: readonly string[], right: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let next = 0;
  for (const text of left) {
    let partner = -1;
    let best = 0.4;
    for (let index = next; index < right.length; index += 1) {
      const { likeness } = compareWords(text, right[index] ?? '');
      if (likeness > best) [best, partner] = [likeness, index];
    }
    if (partner === -1) {
      rows.push({ left: whole(text), right: null, same: false });
      continue;
    }
    for (; next < partner; next += 1) rows.push({ left: null, right: whole(right[next] ?? ''), same: false });
    const compared = compareWords(text, right[partner] ?? '');
    rows.push({ left: compared.left, right: compared.right, same: false });
    next = partner + 1;
  }
  for (; next < right.length; next += 1)
    rows.push({ left: null, right: whole(right[next] ?? ''), same: false });
  return rows;
}

/** Every paragraph of both texts once, in reading order, alike ones side by side. */
export function compareParagraphs(left: readonly string[], right: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let [i, j] = [0, 0];
  for (const [sameLeft, sameRight] of [...commonPairs(left, right), [left.length, right.length] as const]) {
    rows.push(...compareStretch(left.slice(i, sameLeft), right.slice(j, sameRight)));
    const text = left[sameLeft];
    if (text !== undefined) {
      const unchanged = [{ text, changed: false }];
      rows.push({ left: unchanged, right: unchanged, same: true });
    }
    [i, j] = [sameLeft + 1, sameRight + 1];
  }
  return rows;
}
