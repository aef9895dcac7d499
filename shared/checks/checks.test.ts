import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Segment } from '../contract/checks.ts';
import { paragraph, text } from '../document/build.ts';
import { createCopyChecker } from './check-copy.ts';
import { applyFix } from './found.ts';
import { segmentsOfBlock } from './segments.ts';

const context = {
  // Friday, 27 April 2018, in Jakarta.
  at: Date.parse('2018-04-27T15:00:00+07:00'),
  offsetMinutes: 420,
  longParagraphWords: 80,
  longHeadline: 78,
};
const check = createCopyChecker(
  [],
  { indonesian: null, english: null, own: new Set() },
  { foreignWords: 'off', headlineCase: 'titled' },
);

function plain(text: string, kind: Segment['kind'] = 'text', about = ''): Segment {
  return { kind, text, italics: [], links: [], path: [], property: null, about };
}

function find(text: string, kind?: Segment['kind'], about?: string) {
  return check([{ id: '1', segments: [plain(text, kind, about)] }], context)[0]?.findings ?? [];
}

/** Code and words of each finding. */
function told(text: string, kind?: Segment['kind']): string[] {
  return find(text, kind).map(({ code, text: words }) => `${code}: ${words}`);
}

/** The text with every finding mended by its first fix. */
function mend(text: string): string {
  return find(text)
    .reverse()
    .reduce((mended, finding) => {
      const [fix] = finding.fixes;
      return fix === undefined ? mended : applyFix(mended, finding, fix);
    }, text);
}

describe('placeholders', () => {
  test.each([
    ['Korban TK orang dirawat.', 'TK'],
    ['Menurut TKTK, harga naik.', 'TKTK'],
    ['Harga naik xxx persen.', 'xxx'],
    ['Kata XXX di lokasi.', 'XXX'],
    ['Rapat dihadiri [nama menteri] siang ini.', '[nama menteri]'],
    ['Rapat dihadiri ??? siang ini.', '???'],
    ['Halo {{nama}}, selamat pagi.', '{{nama}}'],
    ['Lorem ipsum dolor.', ''],
  ])('%s', (text, words) => {
    expect(told(text)).toEqual(words === '' ? [] : [`placeholder: ${words}`]);
  });
  test.each([
    'Anak-anak TK Pertiwi bernyanyi.',
    'Guru TK dan SD menerima tunjangan.',
    'Film xXx diputar.',
    'Abad ke-XX dan Bab XXI dibaca.',
    'Ia berkata [sambil tertawa] bahwa itu benar.',
  ])('left alone: %s', (text) => {
    expect(told(text).filter((line) => line.startsWith('placeholder'))).toEqual(
      text.includes('xXx') ? ['placeholder: xXx'] : [],
    );
  });
});

describe('dates', () => {
  test.each([
    ['Rapat digelar Kamis (27/4) malam.', 'other-weekday: Kamis (27/4', 'Jumat (27/4'],
    ['Rapat digelar Kamis, 27 April 2018.', 'other-weekday: Kamis, 27 April 2018', 'Jumat, 27 April 2018'],
    ['The match on Monday (27/4) was late.', 'other-weekday: Monday (27/4', 'Friday (27/4'],
    ['Rapat digelar (31/2).', 'no-such-date: 31/2', null],
    ['Rapat digelar Jumat (31/4).', 'no-such-date: 31/4', null],
    ['Ia lahir 30 Februari 1990.', 'no-such-date: 30 Februari 1990', null],
    ['Ia lahir 29 Februari 2019.', 'no-such-date: 29 Februari 2019', null],
    ['Ia lahir pada 30/2/1990.', 'no-such-date: 30/2/1990', null],
    ['Kontrak berakhir 31/04/2019 siang.', 'no-such-date: 31/04/2019', null],
  ])('%s', (text, line, mended) => {
    expect(told(text)).toEqual([line]);
    const [fix] = find(text)[0]?.fixes ?? [];
    expect(fix ?? null).toEqual(mended === null ? null : { kind: 'replace', text: mended });
  });
  test.each([
    'Rapat digelar Jumat (27/4) malam.',
    'Rapat digelar Jumat, 27 April 2018.',
    'Pertokoan buka 24/7 dan separuhnya (1/2) tutup.',
    'Ia lahir 29 Februari 2020, Sabtu.',
    // The end of last year seen from April is the one before, and 1 January 2018 was a Monday.
    'Tahun baru jatuh pada Senin (1/1).',
    // Both 3 November 2017, a Friday, and 3 November 2018, a Saturday, are half a year away.
    'Rapat digelar Jumat (3/11) lalu.',
    'Rapat digelar Sabtu (3/11) mendatang.',
    'Rilis 02/30/2018 memuat https://contoh.id/2018/berita/31/02/2018 dan nomor 12/30/2/2018.',
  ])('left alone: %s', (text) => expect(told(text)).toEqual([]));
});

describe('typing', () => {
  test.each([
    ['Harga  beras naik.', 'Harga beras naik.'],
    ['Harga beras , menurut dia , naik .', 'Harga beras, menurut dia, naik.'],
    ['Harga beras yang yang naik.', 'Harga beras yang naik.'],
    ['Harga beras naik,kata dia.', 'Harga beras naik, kata dia.'],
  ])('%s', (text, mended) => expect(mend(text)).toBe(mended));
  test.each([
    ['“Harga naik, kata dia.', 'quote-unclosed: “'],
    ['Harga naik,” kata dia.', 'quote-unopened: ”'],
    ['Harga (menurut dia naik.', 'bracket-unclosed: ('],
    ['Harga "naik.', 'quote-unclosed: "'],
  ])('%s', (text, line) => expect(told(text)).toEqual([line]));
  test.each([
    'Grup Duran Duran tampil, kupu-kupu terbang; harga 1.500,75 naik.',
    '“Harga naik,” kata dia, “tetapi stok ada.”',
    'Syaratnya a) umur, b) izin, dan 1) surat.',
    'Pukul 12.30 WIB: “Siap?” tanya dia…',
  ])('left alone: %s', (text) => expect(told(text)).toEqual([]));
});

test('what is too long is told with its length and the house’s limit', () => {
  const [headline] = find('Judul panjang '.repeat(8), 'headline');
  expect(headline).toMatchObject({ code: 'long-headline', parameters: { count: '111', limit: '78' } });
  expect(told('kata lain '.repeat(41).trim())).toEqual([`long-paragraph: ${'kata lain '.repeat(41).trim()}`]);
  expect(told('kata lain '.repeat(40).trim())).toEqual([]);
});

test('a picture without alt or credit is told by the picture it is, so that one ignored is not all of them', () => {
  const [alt] = find('', 'alt', 'a1');
  const [other] = find('', 'alt', 'b2');
  expect([alt?.code, find('  ', 'credit', 'a1')[0]?.code]).toEqual(['alt-missing', 'credit-missing']);
  expect(alt?.key).not.toBe(other?.key);
  expect(find('', 'caption', 'a1')).toEqual([]);
  expect(find('Pasar induk', 'alt', 'a1')).toEqual([]);
});

test('words that are suggested to go are not checked, and what stands around them keeps its place', () => {
  const suggestion = { id: 's', personId: 'p', at: '2018-04-27T15:00:00+07:00' };
  const gone = { ...text('xxx diatas '), $: { deletion: suggestion } };
  const [segment] = segmentsOfBlock(paragraph([text('Kata '), gone, text('xxx ada')]));
  expect(segment?.text).toHaveLength('Kata xxx diatas xxx ada'.length);
  const findings = check([{ id: '1', segments: [segment ?? plain('')] }], context)[0]?.findings ?? [];
  expect(findings.map(({ code, start }) => [code, start])).toEqual([['placeholder', 16]]);
});

/** Copy with everything in it that checks look for, and their corners. */
const roughCopy = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '(',
        ')',
        '"',
        ' , ',
        '  ',
        '\n',
        'TK',
        'xxx',
        '[nama',
        ']',
        '???',
        '{{',
        '}}',
      ),
      fc.constantFrom(
        'Kamis (27/4)',
        'Jumat, 31/2',
        '30 Februari',
        'yang yang',
        'Rp 1.5 juta',
        '5 orang',
        '\u00a0',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '));

test('findings lie inside their text, in order, and their words are the ones that stand there', () => {
  fc.assert(
    fc.property(roughCopy, (text) => {
      let last = 0;
      for (const { start, end, text: words } of find(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(words).toBe(text.slice(start, end));
        last = start;
      }
    }),
  );
});

test('a fix mends what it is for: the same finding does not stand there again', () => {
  fc.assert(
    fc.property(roughCopy, (text) => {
      for (const finding of find(text)) {
        for (const fix of finding.fixes) {
          const mended = applyFix(text, finding, fix);
          const again = find(mended).filter(
            ({ code, start, text: words }) =>
              code === finding.code && start === finding.start && words === finding.text,
          );
          // Of three words in a row the second pair is left when the first is mended.
          if (finding.code !== 'double-word') expect(again).toEqual([]);
        }
      }
    }),
  );
});
