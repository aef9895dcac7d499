import { expect, it } from 'vitest';
import { countText, readingMinutes } from './text-counts.ts';

it('counts words and characters as a person does, ends of paragraphs apart', () => {
  expect(countText('Rp1,16 triliun\n\ndi “Demak” 😀')).toEqual({
    words: 4,
    characters: 26,
    withoutSpaces: 23,
  });
  expect(countText('')).toEqual({ words: 0, characters: 0, withoutSpaces: 0 });
});

it('takes a minute for the shortest story', () => {
  expect([readingMinutes(1), readingMinutes(200), readingMinutes(1000)]).toEqual([1, 1, 5]);
});
