import { expect, it } from 'vitest';
import { landingAt, placeAfter, reordered } from './picture-order.ts';

/** Three in a row, two in the next, each 100 by 80 pixels with 10 between them. */
const boxes = [0, 1, 2, 3, 4].map((index) => ({
  left: (index % 3) * 110,
  top: Math.floor(index / 3) * 90,
  width: 100,
}));

it.each([
  ['the left half of a picture', { x: 120, y: 40 }, { beside: 1, side: 'before' }],
  ['its right half', { x: 190, y: 40 }, { beside: 1, side: 'after' }],
  ['beyond the end of a row, the end of that row', { x: 900, y: 40 }, { beside: 2, side: 'after' }],
  ['between two rows, the upper one', { x: 20, y: 85 }, { beside: 0, side: 'before' }],
  ['beside the last one', { x: 300, y: 120 }, { beside: 4, side: 'after' }],
  ['above all of them, the first row', { x: 230, y: -20 }, { beside: 2, side: 'before' }],
  ['below all of them, the last row', { x: 60, y: 400 }, { beside: 3, side: 'after' }],
] as const)('a picture lands at %s', (_where, point, landing) => {
  expect(landingAt(boxes, point)).toEqual(landing);
});

it('lands nowhere in a gallery without pictures', () => {
  expect(landingAt([], { x: 0, y: 0 })).toBeNull();
});

it('lands at the same place from either side of the gap, and stays where it is beside itself', () => {
  const letters = ['a', 'b', 'c', 'd'];
  const letGo = (from: number, beside: number, side: 'before' | 'after'): string =>
    reordered(letters, from, placeAfter(from, { beside, side })).join('');
  expect(letGo(0, 2, 'after')).toBe('bcad');
  expect(letGo(0, 3, 'before')).toBe('bcad');
  expect(letGo(3, 0, 'before')).toBe('dabc');
  expect(letGo(3, 1, 'after')).toBe('abdc');
  for (const [beside, side] of [
    [0, 'after'],
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
  ] as const) {
    expect(letGo(1, beside, side)).toBe('abcd');
  }
});

it('leaves the pictures as they are where the one carried has gone meanwhile', () => {
  expect(reordered(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});
