import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typographicQuotes } from './typographic-quotes.ts';

describe('typographicQuotes', () => {
  it.each([
    ['"Kami siap," kata Jokowi.', '“Kami siap,” kata Jokowi.'],
    ['Ia berkata: "Ini \'fake news\'."', 'Ia berkata: “Ini ‘fake news’.”'],
    ["Jum'at, angkatan '98, 'kan?", 'Jum’at, angkatan ’98, ’kan?'],
    ['("start-up")', '(“start-up”)'],
    ['“sudah” rapi', '“sudah” rapi'],
  ])('%s', (given, meant) => {
    expect(typographicQuotes(given)).toBe(meant);
  });

  it('goes on from the text before it', () => {
    expect(typographicQuotes('" kata dia', '.')).toBe('” kata dia');
  });

  it('changes quotation marks only, and is stable', () => {
    const bare = (value: string): string => value.replace(/["'“”‘’]/g, '#');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const result = typographicQuotes(value);
        expect(bare(result)).toBe(bare(value));
        expect(result).not.toMatch(/["']/);
        expect(typographicQuotes(result)).toBe(result);
      }),
    );
  });
});
