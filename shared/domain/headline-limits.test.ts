import { expect, it } from 'vitest';
import { HEADLINE_LIMITS, measureText } from './headline-limits.ts';

const wide = (text: string): number => text.length * 5.2;

it('measures characters as a person counts them, and the width that is the tighter of the two', () => {
  expect(measureText(' Api 🔥 ', { characters: 10, width: 20, font: '' }, wide)).toEqual({
    characters: 5,
    width: 31,
    share: 1.55,
    fits: false,
  });
  expect(measureText('Api', { characters: 3, width: 20, font: '' }, wide)).toMatchObject({
    share: 1,
    fits: true,
  });
});

it('gives every text of the headline set room for a word', () => {
  for (const limit of Object.values(HEADLINE_LIMITS))
    expect(measureText('Kebakaran', limit, wide).fits).toBe(true);
});
