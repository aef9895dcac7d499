import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSlug } from './slug.ts';

describe('slugs', () => {
  test.each([
    ['Presiden di Singapura: "Kita Siap"', 'presiden-di-singapura-kita-siap'],
    ['Ekspor naik Rp1,16 triliun', 'ekspor-naik-rp1-16-triliun'],
    ["Jum'at – Doa bersama", 'jumat-doa-bersama'],
    ['São Paulo & Kraków, Straße', 'sao-paulo-krakow-strasse'],
    ['  Harga   BBM/solar turun 5%! ', 'harga-bbm-solar-turun-5'],
    ['東京', ''],
    ['', ''],
  ])('%s', (headline, expected) => {
    expect(makeSlug(headline)).toBe(expected);
  });

  test('is cut between words', () => {
    expect(makeSlug('Gubernur meresmikan jembatan baru', 22)).toBe('gubernur-meresmikan');
    expect(makeSlug('Pertanggungjawabannya', 10)).toBe('pertanggun');
  });

  test('holds letters, figures and single hyphens only, keeps its length and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100 }), (headline, length) => {
        const slug = makeSlug(headline, length);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(length);
        expect(makeSlug(slug, length)).toBe(slug);
      }),
    );
  });
});
