import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hitPattern, piecesOf } from './hits.ts';

it.each([
  ['cabai', 'Harga cabai turun', ['cabai']],
  ['"harga cabai" sumber:antara -turun', 'Harga  Cabai turun', ['Harga  Cabai']],
  ['gem', 'Gempa dan longsor; agem', ['Gem']],
  ['urgensi:1', 'Urgensi 1', []],
])('%s in %s', (query, text, expected) => {
  const pieces = piecesOf(text, hitPattern(query));
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(expected);
});

it('never loses or adds a letter, whatever is searched for', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (query, text) => {
      expect(
        piecesOf(text, hitPattern(query))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
