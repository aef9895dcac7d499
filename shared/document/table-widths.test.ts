import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf, withColumnShare } from './table-widths.ts';

test('widths of any unit become steps of five per cent, in their proportions', () => {
  expect(sharesOf([1, 1, 1])).toEqual([30, 35, 35]);
  expect(sharesOf([120, 480])).toEqual([20, 80]);
  expect(sharesOf([])).toBeNull();
  expect(sharesOf(Array.from({ length: 21 }, () => 1))).toBeNull();
});

test('whatever the widths: a step at least for each, a hundred per cent together, and the same when asked again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 }), (widths) => {
      const shares = sharesOf(widths) ?? [];
      expect(shares.every((share) => share >= 5 && share % 5 === 0)).toBe(true);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
      expect(sharesOf(shares)).toEqual(shares);
    }),
  );
});

test('a column takes from the next one, the last from the one before, and never all of it', () => {
  expect(withColumnShare([50, 30, 20], 0, 1)).toEqual([55, 25, 20]);
  expect(withColumnShare([50, 30, 20], 2, 1)).toEqual([50, 25, 25]);
  expect(withColumnShare([90, 5, 5], 0, 1)).toEqual([90, 5, 5]);
  expect(withColumnShare([5, 95], 0, -1)).toEqual([5, 95]);
});
