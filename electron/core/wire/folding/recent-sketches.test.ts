import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRecentSketches, SHARED_AT_LEAST, sharedHashes } from './recent-sketches.ts';

const sketches = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 0, maxLength: 12 })
  .map((hashes) => Uint32Array.from(hashes.toSorted((one, other) => one - other)));
const stories = fc.array(fc.record({ at: fc.integer({ min: 0, max: 100 }), sketch: sketches }), {
  maxLength: 30,
});

test('finds what a look through all held stories finds, the oldest having made room', () => {
  fc.assert(
    fc.property(stories, sketches, fc.integer({ min: 1, max: 8 }), (arrived, sought, held) => {
      const recent = createRecentSketches(held);
      arrived.forEach(({ at, sketch }, index) => recent.add(index + 1, at, sketch));
      const expected = arrived
        .map(({ at, sketch }, index) => ({ id: index + 1, at, shared: sharedHashes(sketch, sought) }))
        .slice(-held)
        .filter(({ at, shared }) => Math.abs(at - 50) <= 20 && shared >= SHARED_AT_LEAST);
      const found = recent.like(sought, 50, 20, 100);
      expect(found.toSorted((one, other) => one - other)).toEqual(expected.map(({ id }) => id));
      const shared = found.map((id) => expected.find((story) => story.id === id)?.shared ?? 0);
      expect(shared).toEqual(shared.toSorted((one, other) => other - one));
    }),
  );
});

test('gives the likest where there are more than wanted', () => {
  const recent = createRecentSketches();
  recent.add(1, 0, Uint32Array.from([1, 2]));
  recent.add(2, 0, Uint32Array.from([1, 2, 3]));
  expect(recent.like(Uint32Array.from([1, 2, 3]), 0, 10, 1)).toEqual([2]);
});
