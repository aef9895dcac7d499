import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateImport } from './import-progress.ts';

const soFar = { startedAt: 1_000, now: 11_000, bytesDone: 25, bytesOf: 100, stories: 500 };

test('a quarter in ten seconds ends after forty, at fifty stories a second', () => {
  expect(estimateImport(soFar)).toEqual({ fraction: 0.25, storiesPerSecond: 50, endsAt: 41_000 });
});

test('nothing is told before there is something to tell it from', () => {
  expect(estimateImport({ ...soFar, now: 1_500 })).toMatchObject({ storiesPerSecond: null, endsAt: null });
  expect(estimateImport({ ...soFar, bytesDone: 0, stories: 0 })).toMatchObject({
    storiesPerSecond: null,
    endsAt: null,
  });
});

test('the end never lies in the past, and the fraction never beyond the whole', () => {
  const amount = fc.integer({ min: 0, max: 1e9 });
  fc.assert(
    fc.property(amount, amount, amount, amount, (passed, bytesDone, bytesOf, stories) => {
      const now = soFar.startedAt + passed;
      const { fraction, endsAt } = estimateImport({
        startedAt: soFar.startedAt,
        now,
        bytesDone,
        bytesOf,
        stories,
      });
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
      if (endsAt !== null) expect(endsAt).toBeGreaterThanOrEqual(now);
    }),
  );
});
