import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresIn, isSameFigure } from './figures.ts';

const told = (text: string) =>
  figuresIn(text).map(({ value, unit }) => [Math.round(value * 1000) / 1000, unit]);

test.each<[string, [number, string | null][]]>([
  ['senilai Rp1,16 triliun', [[1.16e12, 'IDR']]],
  ['Rp1.160 miliar', [[1.16e12, 'IDR']]],
  ['Rp1,16 T', [[1.16e12, 'IDR']]],
  ['1.160 miliar rupiah', [[1.16e12, 'IDR']]],
  ['Rp 23,7 M', [[23.7e9, 'IDR']]],
  ['5,8 miliar dolar AS', [[5.8e9, 'USD']]],
  ['US$5,8 miliar', [[5.8e9, 'USD']]],
  [
    'naik 6,1 persen menjadi 12,5%',
    [
      [6.1, '%'],
      [12.5, '%'],
    ],
  ],
  [
    '3,2 kilometer, 3.200 meter, 3,2 km',
    [
      [3200, 'm'],
      [3200, 'm'],
      [3200, 'm'],
    ],
  ],
  ['1,4 hektare', [[14_000, 'm2']]],
  ['52,3 juta meter kubik', [[52.3e6, 'm3']]],
  ['Rp38.500 per kilogram', [[38_500, 'IDR']]],
  ['Rp13.450/kg', [[13_450, 'IDR']]],
  [
    'sebelas ruas, dua puluh lima alat, tujuh belas mobil',
    [
      [11, null],
      [25, null],
      [17, null],
    ],
  ],
  ['enam jam', [[6, 'jam']]],
  [
    'menang 2-1 pada menit ke-83',
    [
      [2, null],
      [1, null],
      [83, null],
    ],
  ],
  [
    'naik dari 3,54 menjadi 3,71',
    [
      [3.54, null],
      [3.71, null],
    ],
  ],
  [
    'dua pertiga dari 1,5 juta',
    [
      [0.667, null],
      [1.5e6, null],
    ],
  ],
  ['Lima ribu orang', [[5000, null]]],
])('%s', (text, figures) => {
  expect(told(text)).toEqual(figures);
});

test('letters and figures that are no amounts are left alone', () => {
  expect(told('Gedung B3, virus H5N1, jalan Km12a, satuan')).toEqual([]);
});

test('however an amount of money is written, it is the same figure', () => {
  const amount = fc.integer({ min: 1, max: 9_999 });
  const grouped = (value: number) => String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom(['miliar', 'juta'], ['triliun', 'miliar']),
      (value, [larger, smaller]) => {
        const decimal = `Rp${grouped(Math.floor(value / 1000))},${String(value % 1000).padStart(3, '0')} ${larger}`;
        const forms = [decimal, `Rp${grouped(value)} ${smaller}`, `${grouped(value)} ${smaller} rupiah`].map(
          (text) => figuresIn(text)[0],
        );
        for (const form of forms) expect(form && forms[0] && isSameFigure(forms[0], form)).toBe(true);
      },
    ),
  );
});

test('another number is another figure, and so is another unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (one, other) => {
      const [left, right] = [figuresIn(`Rp${one}`)[0], figuresIn(`Rp${other}`)[0]];
      expect(left && right && isSameFigure(left, right)).toBe(one === other);
    }),
  );
  const [tons, kilograms] = [figuresIn('400 ton')[0], figuresIn('400 kilogram')[0]];
  expect(tons && kilograms && isSameFigure(tons, kilograms)).toBe(false);
});

test('no text makes it fail, and what it tells stands where it says', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.constantFrom('Rp', '1', '.', ',', ' ', 'juta', 'dua', '%', '/', '-', 'km'), fc.string()),
      ),
      (parts) => {
        const text = parts.join('');
        for (const { start, end, text: words, value } of figuresIn(text)) {
          expect(text.slice(start, end)).toBe(words);
          expect(Number.isNaN(value)).toBe(false);
        }
      },
    ),
  );
});
