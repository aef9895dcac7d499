import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDateline, findDateline, recogniseDateline, validateDatelinePattern } from './datelines.ts';

const COPY = 'Presiden menyampaikan hal itu, Jumat (27/4).';

describe('datelines recognised', () => {
  test.each([
    ['Jakarta (ANTARA) – ', { city: 'Jakarta', agency: 'ANTARA' }],
    ['Jakarta (ANTARA) - ', { city: 'Jakarta', agency: 'ANTARA' }],
    ['Jakarta\u00a0(ANTARA)\u00a0-\u00a0', { city: 'Jakarta', agency: 'ANTARA' }],
    ['Jakarta (ANTARA)-', { city: 'Jakarta', agency: 'ANTARA' }],
    ['Jakarta, (ANTARA) - ', { city: 'Jakarta', region: null, agency: 'ANTARA' }],
    ['Jakarta(ANTARA) -', { city: 'Jakarta', agency: 'ANTARA' }],
    ['Jakarta (ANTARA News) - ', { city: 'Jakarta', agency: 'ANTARA News' }],
    ['Surabaya (ANTARA News Jawa Timur) -- ', { city: 'Surabaya', agency: 'ANTARA News Jawa Timur' }],
    ['Mataram, 7/12 (Antara) - ', { city: 'Mataram', agency: 'Antara', date: '7/12' }],
    ['Jakarta, Oct 18, 2018 (Antara) - ', { city: 'Jakarta', date: 'Oct 18, 2018' }],
    ['Jakarta, Oct 18, 2018 (Antara) ', { city: 'Jakarta', date: 'Oct 18, 2018' }],
    ['ISTANBUL, 23 Februari 2016 (Antara/PRNewswire) - ', { city: 'ISTANBUL', date: '23 Februari 2016' }],
    ['Jember, Jawa Timur (ANTARA) - ', { city: 'Jember', region: 'Jawa Timur' }],
    ['Jember, Jawa Timur (ANTARA) ', { city: 'Jember', region: 'Jawa Timur' }],
    ['Kabupaten Bone Bolango (ANTARA) — ', { city: 'Kabupaten Bone Bolango', region: null }],
    ['Beijing (ANTARA/Xinhua-OANA) - ', { city: 'Beijing', agency: 'ANTARA/Xinhua-OANA' }],
    ['Moskow/Kiev (ANTARA/Reuters) - ', { city: 'Moskow/Kiev' }],
    ['New York--(ANTARA/Business Wire)--', { city: 'New York', agency: 'ANTARA/Business Wire' }],
    ['Washington D.C. (ANTARA) - ', { city: 'Washington D.C.' }],
    ['Rio de Janeiro (ANTARA/AFP) - ', { city: 'Rio de Janeiro' }],
    ["Sana'a (ANTARA) - ", { city: "Sana'a" }],
    ['Padang (Kantor Berita Alfa) - ', { city: 'Padang', agency: 'Kantor Berita Alfa' }],
    ['BETA.EXAMPLE, Jakarta - ', { city: 'Jakarta', agency: 'BETA.EXAMPLE' }],
    ['JAKARTA, KOMPAS.com - ', { city: 'JAKARTA', agency: 'KOMPAS.com' }],
    ['JAKARTA, KOMPAS.com — ', { city: 'JAKARTA', agency: 'KOMPAS.com' }],
    ['Jakarta, CNN Indonesia -- ', { city: 'Jakarta', agency: 'CNN Indonesia' }],
    ['SINGAPURA, SERUJI.CO.ID – ', { city: 'SINGAPURA', agency: 'SERUJI.CO.ID' }],
    ['TEMPO.CO, Jakarta - ', { city: 'Jakarta', agency: 'TEMPO.CO' }],
    ['REPUBLIKA.CO.ID, JAKARTA -- ', { city: 'JAKARTA', agency: 'REPUBLIKA.CO.ID' }],
    ['Bisnis.com, JAKARTA — ', { city: 'JAKARTA', agency: 'Bisnis.com' }],
    ['Liputan6.com, Jakarta - ', { city: 'Jakarta', agency: 'Liputan6.com' }],
    ['Liputan6.com, Jakarta ', { city: 'Jakarta', agency: 'Liputan6.com' }],
    ['LONDON (Reuters) - ', { city: 'LONDON', agency: 'Reuters' }],
    ['SINGAPORE, Oct 18 (Reuters) - ', { city: 'SINGAPORE', date: 'Oct 18' }],
    ['FORT WASHINGTON, Pa. (AP) _ ', { city: 'FORT WASHINGTON', region: 'Pa.', agency: 'AP' }],
    ['(Reuters) - ', { city: null, agency: 'Reuters' }],
    ['KOMPAS.com - ', { city: null, agency: 'KOMPAS.com' }],
    ['JAKARTA – ', { city: 'JAKARTA', agency: null }],
    ['Jakarta - ', { city: 'Jakarta', agency: null }],
  ])('%s', (opening, expected) => {
    const dateline = recogniseDateline(opening + COPY);
    expect(dateline).toMatchObject(expected);
    expect((opening + COPY).slice(dateline?.length)).toBe(COPY);
    expect(opening.replace(/\u00a0/g, ' ')).toContain(dateline?.raw);
    expect(dateline?.raw).not.toMatch(/[-–—_]$/);
  });

  test('a paragraph that is nothing but the dateline', () => {
    expect(recogniseDateline('Liputan6.com, Jakarta')).toMatchObject({ city: 'Jakarta', length: 21 });
    expect(recogniseDateline('Jakarta (ANTARA)')).toMatchObject({ city: 'Jakarta', length: 16 });
  });

  test('copy may open with a quotation mark or a figure', () => {
    for (const copy of ['“Kami siap,” kata Presiden.', '"Kami siap", katanya.', '15 orang tewas.']) {
      const text = `Jakarta (ANTARA) - ${copy}`;
      expect(text.slice(recogniseDateline(text)?.length)).toBe(copy);
    }
  });
});

describe('openings that are copy', () => {
  test.each([
    'Presiden – yang hadir – membuka acara.',
    'Presiden Joko Widodo – didampingi Menteri – tiba di Singapura.',
    'Jakarta - Bandung ditempuh dalam dua jam.',
    'JAKARTA - BANDUNG ditempuh dalam dua jam.',
    'Jakarta – Ibu Kota Indonesia – diguyur hujan.',
    'Jakarta-Bandung kini ditempuh 40 menit.',
    'Jakarta, ibu kota negara, diguyur hujan.',
    'Jakarta (ibu kota) - yang padat - diguyur hujan.',
    'Komisi Pemberantasan Korupsi (KPK) – lembaga antirasuah – menahan Bupati.',
    'Komisi Pemberantasan Korupsi (KPK) - Selasa menahan Bupati.',
    'Perum LKBN Antara (ANTARA) Sumatera Utara menggelar pelatihan.',
    'Kantor Berita Antara (ANTARA) - Didirikan pada 1937.',
    'Pewarta Kantor Berita Nasional (ANTARA) meraih penghargaan.',
    'Pendiri Amazon, Jeff Bezos - orang terkaya - hadir.',
    'Menteri Keuangan, Sri Mulyani - Jumat mengatakan.',
    'detik.com - Situs berita itu didirikan 1998.',
    'Liputan6.com, situs berita Indonesia, meraih penghargaan.',
    '"Kami siap," kata Presiden - Jumat.',
    'Antara Jakarta dan Bandung - Ada dua jalur.',
    'Jarak (antara) - kedua kota jauh.',
    '',
    '- Jakarta',
  ])('%s', (text) => {
    expect(recogniseDateline(text)).toBeNull();
  });

  test('lower-case prose never holds a dateline', () => {
    const words = fc.constantFrom('presiden', 'jakarta', '(antara)', '-', '–', 'hadir', ',', '2018', '"');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (parts) => {
        expect(recogniseDateline(parts.join(' '))).toBeNull();
      }),
    );
  });
});

describe('where the dateline stands', () => {
  test('a pull quote may stand before it', () => {
    const paragraphs = ['“Kami siap menghadapi tantangan.”', '', `Jakarta (ANTARA) - ${COPY}`, 'Lanjutan.'];
    expect(findDateline(paragraphs)).toMatchObject({ index: 2, dateline: { city: 'Jakarta', length: 19 } });
  });

  test('it does not stand deep in the copy, and a bare place only at the very start', () => {
    const filler = ['Satu.', 'Dua.', 'Tiga.'];
    expect(findDateline([...filler, `Jakarta (ANTARA) - ${COPY}`])).toBeNull();
    expect(findDateline(['Satu.', `Jakarta - ${COPY}`])).toBeNull();
    expect(findDateline([`Jakarta - ${COPY}`])).toMatchObject({ index: 0 });
    expect(findDateline([])).toBeNull();
  });
});

describe('properties', () => {
  test('never throws; what it takes is a true beginning of the text', () => {
    const words = fc.constantFrom(
      'Jakarta',
      'KOMPAS.com',
      '(ANTARA)',
      '(Reuters)',
      '-',
      '–',
      '_',
      ', ',
      ' ',
      '\u00a0',
      '7/12',
      'Presiden',
      'de',
      '\n',
      'Pa.',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const dateline = recogniseDateline(text);
        if (dateline === null) return;
        expect(dateline.length).toBeGreaterThan(0);
        expect(dateline.length).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, dateline.length).replace(/\s/g, ' ')).toContain(dateline.raw);
      }),
      { numRuns: 1000 },
    );
  });

  test('long openings made to be slow are read all the same', { timeout: 2000 }, () => {
    for (const piece of ['Aaaa Bbbb-', "A'a-a", 'A.', 'Jakarta, ', 'A/B de C ', '(A/B ', 'Jan 1, ', 'A - ']) {
      expect(recogniseDateline(piece.repeat(20_000))).toBeNull();
      expect(recogniseDateline(`${piece.repeat(40)}(ANTARA`)).toBeNull();
    }
  });
});

describe('the house’s own dateline', () => {
  test('the default pattern', () => {
    expect(composeDateline({ city: 'Singapura', outlet: 'seruji.co.id' })).toEqual({
      ok: true,
      text: 'SINGAPURA, SERUJI.CO.ID – ',
    });
  });

  test('patterns with parts that may be missing', () => {
    const pattern = '{City}[, {region}][, {date}] ({Outlet}) — ';
    expect(composeDateline({ city: 'Jember', region: 'Jawa Timur', outlet: 'Seruji' }, pattern)).toEqual({
      ok: true,
      text: 'Jember, Jawa Timur (Seruji) — ',
    });
    expect(composeDateline({ city: 'Jember', outlet: 'Seruji', date: '7/12' }, pattern)).toEqual({
      ok: true,
      text: 'Jember, 7/12 (Seruji) — ',
    });
  });

  test.each([
    ['', { code: 'empty' }],
    ['{OUTLET} – ', { code: 'missing-placeholder', placeholder: 'CITY' }],
    ['{CITY}, {KOTA} – ', { code: 'unknown-placeholder', placeholder: 'KOTA' }],
    ['{CITY, {OUTLET} – ', { code: 'unbalanced' }],
    ['{CITY}[, {region} – ', { code: 'unbalanced' }],
    ['{CITY}[[, {region}]] – ', { code: 'nested' }],
    ['{CITY}'.repeat(60), { code: 'too-long' }],
  ])('%j is refused', (pattern, error) => {
    expect(validateDatelinePattern(pattern)).toEqual(error);
    expect(composeDateline({ city: 'Jakarta', outlet: 'x' }, pattern)).toEqual({ ok: false, error });
  });

  test('without a city there is none', () => {
    expect(composeDateline({ city: ' ', outlet: 'seruji.co.id' })).toEqual({
      ok: false,
      error: { code: 'missing-value', placeholder: 'CITY' },
    });
  });

  test('the house’s dateline is itself recognised', () => {
    fc.assert(
      fc.property(fc.constantFrom('Singapura', 'Jakarta Pusat', 'Bone Bolango', "Sana'a"), (city) => {
        const composed = composeDateline({ city, outlet: 'seruji.co.id' });
        if (!composed.ok) throw new Error(composed.error.code);
        expect(recogniseDateline(composed.text + COPY)).toMatchObject({
          city: city.toUpperCase(),
          length: composed.text.length,
        });
      }),
    );
  });
});
