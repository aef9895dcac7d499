/**
 * How wide the columns of a table are, as shares of its width in steps of five per cent: fine enough for copy, coarse
 * enough to be written as classes where a page forbids inline styles.
 */
import type { TableNode } from './vocabulary.ts';

export const SHARE_STEP = 5;
const STEPS = 100 / SHARE_STEP;

/** Shares that come to a hundred per cent, in the proportions of `widths`; null where there are too many columns for that. */
export function sharesOf(widths: readonly number[]): number[] | null {
  const sum = widths.reduce((total, width) => total + width, 0);
  if (widths.length === 0 || widths.length > STEPS || !(sum > 0)) return null;
  const steps = widths.map((width) => Math.max(1, Math.round((width / sum) * STEPS)));
  for (let over = steps.reduce((total, step) => total + step, 0) - STEPS; over !== 0;) {
    // What rounding left over is taken from, or given to, the widest: there it shows least.
    const change = over > 0 ? -1 : 1;
    const widest = steps.indexOf(Math.max(...steps));
    steps[widest] = (steps[widest] ?? 0) + change;
    over += change;
  }
  return steps.map((step) => step * SHARE_STEP);
}

/** The columns' shares; null where nobody has set any: then the words decide. */
export function columnShares({ colWidths, children: [first] }: TableNode): number[] | null {
  return colWidths === undefined || colWidths.length !== first?.children.length ? null : sharesOf(colWidths);
}

/** One column wider or narrower by a step, at the cost of its neighbour; the same shares where there is no room. */
export function withColumnShare(shares: readonly number[], column: number, by: 1 | -1): number[] {
  const neighbour = column < shares.length - 1 ? column + 1 : column - 1;
  const change = by * SHARE_STEP;
  const [own, other] = [(shares[column] ?? 0) + change, (shares[neighbour] ?? 0) - change];
  if (own < SHARE_STEP || other < SHARE_STEP) return [...shares];
  return shares.map((share, at) => (at === column ? own : at === neighbour ? other : share));
}
