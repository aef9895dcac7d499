/** Beyond this many comparisons two lists are told as different where they are not alike at their ends. */
const MOST_CELLS = 16_000_000;

/**
 * Pairs of positions of a longest common subsequence, in order. Quadratic in what lies between the common beginning and
 * the common end of the lists; where that is too much (16 million comparisons) only beginning and end are paired.
 */
export function commonPositions(left: readonly string[], right: readonly string[]): [number, number][] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  const pairs: [number, number][] = Array.from({ length: start }, (_, at) => [at, at]);

  const rows = left.length - start - tail;
  const columns = right.length - start - tail;
  if (rows * columns <= MOST_CELLS) {
    const width = columns + 1;
    const lengths = new Uint32Array((rows + 1) * width);
    const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
      for (let column = columns - 1; column >= 0; column -= 1) {
        lengths[row * width + column] =
          left[start + row] === right[start + column]
            ? at(row + 1, column + 1) + 1
            : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    for (let row = 0, column = 0; row < rows && column < columns;) {
      if (left[start + row] === right[start + column]) pairs.push([start + row++, start + column++]);
      else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
      else column += 1;
    }
  }
  for (let back = tail; back > 0; back -= 1) pairs.push([left.length - back, right.length - back]);
  return pairs;
}
