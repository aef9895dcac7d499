import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedCopy, sketchOf, SKETCH_LENGTH, type CopyText } from './compared-copy.ts';
import { decideDuplicate } from './decide-duplicate.ts';

const OTHER_AGENCY = { oneAgency: false };

const FIRE: CopyText = {
  headline: 'Kebakaran hanguskan 86 kios Pasar Inpres',
  body: `Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.
Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang. Sebelas mobil pemadam dikerahkan dan api padam pukul 05.20 Wita.
Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.
Pedagang ditampung sementara di halaman parkir timur sampai pemerintah kota menyelesaikan pendataan.`,
  language: 'id',
};

function changed(change: Partial<CopyText>) {
  return comparedCopy({ ...FIRE, ...change });
}
const fire = comparedCopy(FIRE);

describe('another agency’s copy of one story', () => {
  test('is a duplicate as it is, cut, and with figures told otherwise', () => {
    expect(decideDuplicate(fire, changed({ headline: 'Pasar Terbakar' }), OTHER_AGENCY)).toBe(true);
    const cut = FIRE.body.split('\n').slice(0, 3).join('\n');
    expect(decideDuplicate(fire, changed({ body: cut }), OTHER_AGENCY)).toBe(true);
    const told = FIRE.body.replace('Rp4,3 miliar', 'Rp 4.300.000.000').replace('Sebelas', '11');
    expect(decideDuplicate(fire, changed({ body: told }), OTHER_AGENCY)).toBe(true);
  });

  test.each([
    ['another figure', '86 kios', '68 kios'],
    ['another place', 'Manonda, Kota Palu', 'Masomba, Kota Palu'],
    ['another day', 'Jumat dini', 'Sabtu dini'],
    ['a figure more in its lead', 'Jumat dini hari.', 'Jumat dini hari, dan 12 rumah.'],
    ['a name more in its lead', 'Jumat dini hari.', 'Jumat dini hari, kata petugas dari Sigi.'],
  ])('is no duplicate with %s', (_what, before, after) => {
    expect(FIRE.body).toContain(before);
    expect(decideDuplicate(fire, changed({ body: FIRE.body.replaceAll(before, after) }), OTHER_AGENCY)).toBe(
      false,
    );
  });

  test('is no duplicate in another language', () => {
    expect(decideDuplicate(fire, changed({ language: 'en' }), OTHER_AGENCY)).toBe(false);
  });
});

test('an agency’s own copy is a duplicate only where nothing in it was replaced', () => {
  const next = changed({ body: FIRE.body.replace('angin kencang', 'hembusan kuat dari laut') });
  expect(decideDuplicate(fire, next, { oneAgency: true })).toBe(false);
  expect(decideDuplicate(fire, next, OTHER_AGENCY)).toBe(true);
  expect(decideDuplicate(fire, fire, { oneAgency: true })).toBe(true);
});

test('copy of a few words is never a duplicate', () => {
  const short = comparedCopy({
    headline: 'Hujan',
    body: 'Hujan turun di kota itu sejak pagi.',
    language: 'id',
  });
  expect(decideDuplicate(short, short, OTHER_AGENCY)).toBe(false);
});

const sentence = fc
  .array(
    fc.constantFrom(
      ...'gempa warga rumah Palu Donggala 12 86 naik turun Senin dibuka pasar kota jalan'.split(' '),
    ),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((words) => `${words.join(' ')}.`);
const copy = fc.record({
  headline: sentence,
  body: fc.array(sentence, { minLength: 1, maxLength: 5 }).map((paragraphs) => paragraphs.join('\n')),
  language: fc.constantFrom('id' as const, 'en' as const),
});

test('which of two came first does not matter', () => {
  fc.assert(
    fc.property(copy, copy, fc.boolean(), (one, other, oneAgency) => {
      const [here, there] = [comparedCopy(one), comparedCopy(other)];
      expect(decideDuplicate(here, there, { oneAgency })).toBe(decideDuplicate(there, here, { oneAgency }));
    }),
  );
});

describe('a sketch', () => {
  test('is at most so long, in ascending order, each hash once', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const sketch = [...sketchOf(text)];
        expect(sketch.length).toBeLessThanOrEqual(SKETCH_LENGTH);
        expect([...new Set(sketch)].toSorted((one, other) => one - other)).toEqual(sketch);
      }),
    );
  });

  test('holds the lowest hashes of the copy', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const all = [...comparedCopy(text).pairs].toSorted((one, other) => one - other);
        expect([...sketchOf(text)]).toEqual(all.slice(0, SKETCH_LENGTH));
      }),
    );
  });
});
