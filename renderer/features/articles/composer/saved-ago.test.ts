import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { savedAgo } from './saved-ago.ts';

describe('savedAgo', () => {
  it.each([
    [0, 'now', 0, 1_000],
    [999, 'now', 0, 1],
    [1_000, 'seconds', 1, 4_000],
    [4_999, 'seconds', 1, 1],
    [5_000, 'seconds', 5, 5_000],
    [59_000, 'seconds', 55, 1_000],
    [60_000, 'minutes', 1, 60_000],
    [3_599_999, 'minutes', 59, 1],
    [3_600_000, 'long', 60, 60_000],
    [-5_000, 'now', 0, 1_000],
  ] as const)('%i ms ago', (elapsed, unit, count, nextInMs) => {
    expect(savedAgo(elapsed)).toEqual({ unit, count, nextInMs });
  });

  it('says other words once the time it named has passed, and the same until then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (elapsed) => {
        const { unit, count, nextInMs } = savedAgo(elapsed);
        expect(nextInMs).toBeGreaterThan(0);
        expect(savedAgo(elapsed + nextInMs - 1)).toMatchObject({ unit, count });
        expect(savedAgo(elapsed + nextInMs).count).not.toBe(count);
      }),
    );
  });
});
