import { expect, test } from 'vitest';
import { estimateEnd } from './estimate-end.ts';

test('the end is told from the rate so far', () => {
  expect(estimateEnd({ startedAt: 10_000, now: 14_000, done: 2_000_000, of: 8_000_000 })).toEqual({
    fraction: 0.25,
    perSecond: 500_000,
    endsAt: 26_000,
  });
});

test.each([
  ['at the very beginning', { startedAt: 0, now: 1_000, done: 5, of: 10 }, 0.5],
  ['while nothing is done', { startedAt: 0, now: 60_000, done: 0, of: 10 }, 0],
  ['of nothing', { startedAt: 0, now: 60_000, done: 0, of: 0 }, 0],
  ['with a clock that was set back', { startedAt: 90_000, now: 60_000, done: 3, of: 4 }, 0.75],
])('nothing is promised %s', (_when, soFar, fraction) => {
  expect(estimateEnd(soFar)).toEqual({ fraction, perSecond: null, endsAt: null });
});
