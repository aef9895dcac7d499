import { expect, it } from 'vitest';
import { linesOf } from './bench/report.ts';
import { measuredRow, overBudget, type Budget } from './bench/row.ts';

function over(budget: Budget, ours: number, base?: number): number {
  const figure = base === undefined ? { ours } : { ours, base };
  return overBudget(measuredRow({ name: 'row', what: 'something', unit: 'ms', budget }, figure));
}

it('holds a ratio against the baseline, a limit against the figure, and tells how far beyond it is', () => {
  expect(over({ most: 1.25 }, 10, 8)).toBeCloseTo(0);
  expect(over({ most: 1.25 }, 12, 8)).toBeCloseTo(0.2);
  expect(over({ most: 16 }, 20)).toBeCloseTo(0.25);
  expect(over({ least: 0.6 }, 3, 6)).toBeCloseTo(0.2);
  expect(over({ most: 0 }, 0)).toBe(0);
  expect(over({ most: 0 }, 1)).toBe(Number.POSITIVE_INFINITY);
});

it('forgives a limit in milliseconds to a machine on which the baseline comes near it, and to no other', () => {
  const budget = { most: 16, orOfBase: 1.25 };
  expect(over(budget, 15, 5)).toBeLessThanOrEqual(0);
  expect(over(budget, 20, 5)).toBeCloseTo(0.25);
  expect(over(budget, 22, 18)).toBeLessThanOrEqual(0);
  expect(over(budget, 27, 18)).toBeCloseTo(0.2);
  const row = { name: 'row', what: 'something', unit: 'ms', budget };
  expect(linesOf([measuredRow(row, { ours: 22, base: 18 })], '2026-11-27')).toEqual([
    '| row | something | 22.0 ms | 18.0 ms | 1.22 | ≤ 16 ms, or 1.25 × baseline | kept | 2026-11-27 |',
  ]);
});
