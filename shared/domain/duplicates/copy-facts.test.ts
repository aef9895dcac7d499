import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, figuresOf, turnAgainst, turnsOf, type CopyLanguage } from './copy-facts.ts';

function figures(text: string, language: CopyLanguage = 'id'): string[] {
  return [...figuresOf(text.toLowerCase(), language)].toSorted();
}

describe('figures are the same whichever way they are written', () => {
  test.each<[string, string]>([
    ['1.500.000 liter', '1,5 juta liter'],
    ['Rp60.000', 'Rp 60 ribu'],
    ['Rp1,16 triliun', '1.160 miliar rupiah'],
    ['empat desa', '4 desa'],
    ['dua belas orang', '12 orang'],
    ['dua puluh empat jam', '24 jam'],
    ['35 persen', '35%'],
    ['pukul 14.30 WIB', 'pukul 14:30 WIB'],
    ['pukul 23.00 WIB', 'pukul 00.00 Wita'],
    ['18 Maret pukul 23.00 WIB', '19 Maret pukul 00.00 Wita'],
    ['nol sampai tujuh tahun', '0-7 tahun'],
  ])('%s, %s', (one, other) => {
    expect(figures(one)).toEqual(figures(other));
    expect(figures(one)).not.toEqual([]);
  });

  test('in English, where the marks change places', () => {
    expect(figures('1,200 boats', 'en')).toEqual(figures('1.200 kapal', 'id'));
    expect(figures('2.4 percent', 'en')).toEqual(figures('2,4 persen', 'id'));
    expect(figures('US$58 million', 'en')).toEqual(figures('$58,000,000', 'en'));
  });

  test('and any whole number is, in digits with and without its marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const marked = value.toLocaleString('id-ID');
        expect(figures(`${marked} orang`)).toEqual([String(value)]);
        expect(figures(`${value} orang`)).toEqual([String(value)]);
      }),
    );
  });
});

test('figures that differ stay apart', () => {
  expect(figures('1,5 juta')).not.toEqual(figures('1,5 miliar'));
  expect(figures('pukul 04.11 WIB')).not.toEqual(figures('pukul 06.32 WIB'));
  expect(figures('18 Maret pukul 23.00 WIB')).not.toEqual(figures('17 Maret pukul 23.00 WIB'));
});

test('letters with a digit among them are no figures', () => {
  expect(figures('jaringan 4G dan A380')).toEqual([]);
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('id', 'en'),
      (text, language) => {
        for (const figure of figures(text, language))
          expect(figure).toMatch(/^(?:(?:clock|instant) -?\d+|[\d.e+]+|Infinity)$/);
      },
    ),
  );
});

test('days and months are read in both languages', () => {
  expect(daysOf(['senin', 'maret'])).toEqual(daysOf(['monday', 'march']));
  expect(daysOf(['senin'])).not.toEqual(daysOf(['selasa']));
});

describe('which way a story goes', () => {
  const turns = (text: string) => turnsOf(text.split(' '));

  test('opposites are against each other', () => {
    expect(turnAgainst(turns('jalur ditutup'), turns('jalur dibuka'))).toBe(true);
    expect(turnAgainst(turns('harga naik'), turns('harga melemah'))).toBe(true);
    expect(turnAgainst(turns('jaksa menuntut'), turns('hakim memvonis'))).toBe(true);
  });

  test('what is called off is against what is not', () => {
    expect(turnAgainst(turns('iuran naik'), turns('iuran batal naik'))).toBe(true);
  });

  test('the same in other words is not', () => {
    expect(turnAgainst(turns('harga naik'), turns('harga meningkat'))).toBe(false);
    expect(turnAgainst(turns('harga naik'), turns('harga beras'))).toBe(false);
    expect(turnAgainst(turns('naik lalu turun'), turns('turun'))).toBe(false);
  });
});
