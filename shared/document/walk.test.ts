import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from './walk.ts';

describe('words', () => {
  test.each([
    ['', 0],
    ['Presiden tiba.', 2],
    ['anak-anak, Jum’at 27/4', 4],
    ['Rp1,16 triliun – naik', 3],
    ["-- 'kata' .,", 1],
    ['日本 café 𝒳', 3],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test('words parted by spaces add up', () => {
    const word = fc.stringMatching(/^[a-z0-9é]{1,6}(?:[-'’.,][a-z]{1,4})?$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(countWords(words.join(' '))).toBe(words.length);
      }),
    );
  });
});
