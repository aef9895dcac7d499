/** Lists of plain text: lines that begin with the same bullet, or with numbers that count on. */

const MARK = /^\s*(?:([•●▪■◦‣·–-])|(\d{1,3})([.)]))[ \t\u00a0]+(?=\S)/;

interface Mark {
  /** The bullet, or what stands behind the number. */
  sign: string;
  /** The number; null for bullets. */
  value: number | null;
  words: string;
}

export interface ListedLine extends Mark {
  /** It is the first one of its list. */
  opens: boolean;
}

function markOf(line: string): Mark | null {
  const found = MARK.exec(line);
  if (found === null) return null;
  const [whole, bullet, digits, behind = ''] = found;
  const words = line.slice(whole.length);
  return bullet === undefined
    ? { sign: behind, value: Number(digits), words }
    : { sign: bullet, value: null, words };
}

function follows(mark: Mark, before: Mark): boolean {
  return mark.sign === before.sign && mark.value === (before.value === null ? null : before.value + 1);
}

/**
 * Lines that are items of a list beyond doubt, by their index: two of them at least, nothing between them but empty lines
 * and lines that `goesOn` says are the rest of the item before.
 */
export function listedLines(
  lines: readonly string[],
  goesOn: (index: number) => boolean,
): ReadonlyMap<number, ListedLine> {
  const listed = new Map<number, ListedLine>();
  let last: { index: number; mark: Mark } | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const mark = markOf(line);
    if (mark === null) {
      if (!goesOn(index)) last = null;
      continue;
    }
    if (last !== null && follows(mark, last.mark)) {
      if (!listed.has(last.index)) listed.set(last.index, { ...last.mark, opens: true });
      listed.set(index, { ...mark, opens: false });
    }
    last = { index, mark };
  }
  return listed;
}
