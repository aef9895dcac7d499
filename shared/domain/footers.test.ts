import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseFooters } from './footers.ts';

const COPY = ['Jakarta (ANTARA) - Presiden tiba di Singapura, Jumat (27/4).', 'Ia disambut Perdana Menteri.'];
const NOTICE =
  'Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa ' +
  'izin tertulis dari Kantor Berita ANTARA.';
const ENGLISH_NOTICE =
  'It is strictly prohibited to take content, crawl or automatically index this website for AI without written ' +
  'permission from ANTARA News Agency.';

describe('footers of Antara', () => {
  const expected = {
    keep: 2,
    byline: { reporters: ['Bayu Prasetyo'], editors: ['Ade P. Marboen'], translators: [] },
    copyright: 'Copyright © ANTARA 2025',
  };

  test.each([
    ['in one paragraph', ['Pewarta: Bayu Prasetyo Editor: Ade P. Marboen Copyright © ANTARA 2025']],
    ['with line breaks', ['Pewarta: Bayu Prasetyo\nEditor: Ade P. Marboen\nCopyright © ANTARA 2025']],
    ['in several', ['Pewarta: Bayu Prasetyo', 'Editor: Ade P. Marboen', '', 'Copyright © ANTARA 2025', '']],
    ['glued', ['Pewarta: Bayu PrasetyoEditor: Ade P. Marboen Copyright © ANTARA 2025']],
    [
      'with spaces before the colon',
      ['Pewarta : Bayu Prasetyo\u00a0Editor : Ade P. Marboen Copyright © ANTARA 2025'],
    ],
    ['behind bars', ['Pewarta: Bayu Prasetyo | Editor: Ade P. Marboen | Copyright © ANTARA 2025']],
    ['below a mark', ['(*)', 'Pewarta: Bayu Prasetyo\nEditor: Ade P. Marboen\nCopyright © ANTARA 2025']],
  ])('%s', (_, footer) => {
    const paragraphs = [...COPY, ...footer];
    expect(recogniseFooters(paragraphs)).toMatchObject({
      ...expected,
      stripped: footer.map((_paragraph, index) => index + 2),
      tail: null,
    });
  });

  test('several reporters, an empty editor, the regional copyright', () => {
    const footers = recogniseFooters([
      ...COPY,
      'Pewarta: Ade irma Junida, M. Hilal Eka/Budi Santoso dan Citra\nEditor : \nCOPYRIGHT © ANTARA News Jawa Timur 2014',
    ]);
    expect(footers.byline).toEqual({
      reporters: ['Ade irma Junida', 'M. Hilal Eka', 'Budi Santoso', 'Citra'],
      editors: [],
      translators: [],
    });
    expect(footers.copyright).toBe('COPYRIGHT © ANTARA News Jawa Timur 2014');
  });

  test('English', () => {
    const footers = recogniseFooters([
      ...COPY,
      'Related news: Another story',
      'Translator: Bayu, Resinta\nEditor: Ade\nCopyright © ANTARA 2026',
      ENGLISH_NOTICE,
    ]);
    expect(footers).toMatchObject({
      stripped: [3, 4],
      byline: { translators: ['Bayu', 'Resinta'], editors: ['Ade'] },
      rightsNotice: ENGLISH_NOTICE,
      related: [{ index: 2, text: 'Another story' }],
    });
  });

  test('the notice against crawling becomes the rights note, alone or below the copyright', () => {
    expect(recogniseFooters([...COPY, NOTICE])).toMatchObject({ keep: 2, rightsNotice: NOTICE });
    expect(recogniseFooters([...COPY, `Copyright © ANTARA 2025\n${NOTICE}`])).toMatchObject({
      copyright: 'Copyright © ANTARA 2025',
      rightsNotice: NOTICE,
    });
    expect(recogniseFooters([...COPY, `Copyright © ANTARA 2025 ${NOTICE}`])).toMatchObject({
      copyright: 'Copyright © ANTARA 2025',
      rightsNotice: NOTICE,
    });
  });

  test('other agencies’ copyright lines', () => {
    for (const line of [
      '© 2018 Reuters. All rights reserved.',
      'Copyright (c) 2018 ANTARA',
      'Copyright © KOMPAS.com 2020',
    ]) {
      expect(recogniseFooters([...COPY, line])).toMatchObject({ keep: 2, copyright: line });
    }
  });

  test('credits and marks at the end', () => {
    expect(recogniseFooters([...COPY, '(Ant/SU02)'])).toMatchObject({
      keep: 2,
      credit: { agencies: ['Ant'], editorCode: 'SU02' },
    });
    expect(recogniseFooters([...COPY, '(*)']).stripped).toEqual([2]);
    expect(recogniseFooters([...COPY, '***']).stripped).toEqual([2]);
  });

  test('below the footer more may follow: what is certain goes, the rest stays', () => {
    const paragraphs = [
      ...COPY,
      'Pewarta: Bayu Prasetyo',
      'Copyright © ANTARA 2025',
      'Tag: presiden, singapura',
    ];
    expect(recogniseFooters(paragraphs)).toMatchObject({ keep: 2, stripped: [2, 3] });
  });
});

describe('footers within the last paragraph', () => {
  test.each([
    ['Ia disambut Perdana Menteri.', ' (*)'],
    ['Ia disambut Perdana Menteri.', ' (Ant/SU02)'],
    ['“Kami siap,” katanya. “Kapan pun.”', '(ant/budi)'],
    ['Ia disambut.', ' Pewarta: Mentari Dwi Gayati Editor: Ahmad Wijaya COPYRIGHT © ANTARA 2020'],
    ['Ia disambut.', '\nEditor: Ahmad Wijaya'],
    ['Ia disambut.', ` ${NOTICE}`],
  ])('%s|%s', (copy, footer) => {
    const footers = recogniseFooters([COPY[0] ?? '', copy + footer]);
    expect(footers).toMatchObject({
      keep: 2,
      stripped: [],
      tail: { index: 1, keepLength: copy.length, text: footer },
    });
  });

  test('its facts are read', () => {
    const last = 'Ia disambut. Pewarta: Mentari Dwi Gayati Editor: Ahmad Wijaya COPYRIGHT © ANTARA 2020';
    expect(recogniseFooters([last])).toMatchObject({
      byline: { reporters: ['Mentari Dwi Gayati'], editors: ['Ahmad Wijaya'] },
      copyright: 'COPYRIGHT © ANTARA 2020',
    });
    expect(recogniseFooters(['Ia disambut. (Ant/SU02)']).credit).toMatchObject({ agencies: ['Ant'] });
  });
});

describe('copy stays', () => {
  test.each([
    'Editor: itu jabatan yang dipegangnya selama sepuluh tahun.',
    'Pewarta: Bagaimana hasil pertemuan tadi, Pak?',
    'Copyright Act 2014 mengubah cara kerja penerbit.',
    'Hak cipta © menjadi pokok perkara antara dua penerbit itu sejak 2014.',
    'Dilarang merokok di kawasan itu tanpa izin.',
    'Dilarang keras mengambil konten tanpa izin, kata Ketua AMSI, Jumat.',
    'Unauthorized crawling is a concern for publishers, he said.',
    'Acara itu dihadiri warga (pria/wanita).',
    'Ia lahir di Solo. (KPK)',
    'Editor senior Ahmad Wijaya hadir.',
    'Penulis: sosok di balik layar, kata dia, jarang dikenal orang banyak.',
  ])('%s', (last) => {
    expect(recogniseFooters([...COPY, last])).toMatchObject({ keep: 3, stripped: [], tail: null });
  });

  test('a single label in the midst of the copy is a line of a conversation', () => {
    expect(recogniseFooters([COPY[0] ?? '', 'Pewarta: Selamat Siang', COPY[1] ?? ''])).toMatchObject({
      stripped: [],
    });
  });

  test('pointers to other stories are told and kept', () => {
    expect(recogniseFooters([...COPY, 'Baca juga: Presiden bertolak ke Singapura', '(*)'])).toMatchObject({
      keep: 3,
      stripped: [3],
      related: [{ index: 2, text: 'Presiden bertolak ke Singapura' }],
    });
  });

  test('no story, no footer', () => {
    expect(recogniseFooters([])).toMatchObject({ keep: 0, stripped: [], tail: null, credit: null });
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    'Pewarta: Budi',
    'Editor:',
    ' ',
    '\n',
    'Copyright © ANTARA 2025',
    '(*)',
    '(Ant/SU02)',
    NOTICE,
    'Ia hadir.',
    '',
    'Baca juga: x',
  );
  const paragraph = fc.oneof(
    fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  test('kept and stripped paragraphs together are the whole text', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        const { keep, stripped, tail } = recogniseFooters(paragraphs);
        const kept = paragraphs.map((_, index) => index).filter((index) => !stripped.includes(index));
        expect([...kept, ...stripped].sort((one, other) => one - other)).toEqual(
          paragraphs.map((_, index) => index),
        );
        expect(stripped).toEqual([...new Set(stripped)].sort((one, other) => one - other));
        expect(keep).toBe(stripped[0] ?? paragraphs.length);
        if (tail === null) return;
        expect(kept).toContain(tail.index);
        expect(paragraphs[tail.index]).toBe(
          (paragraphs[tail.index] ?? '').slice(0, tail.keepLength) + tail.text,
        );
        expect(tail.keepLength).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('ordinary sentences are never stripped, whatever footer follows', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const sentence = fc
      .array(word, { minLength: 3, maxLength: 12 })
      .map((words) => `Warga ${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1 }), fc.boolean(), (sentences, withFooter) => {
        const paragraphs = withFooter ? [...sentences, 'Editor: Budi', 'Copyright © ANTARA 2025'] : sentences;
        const { keep, tail } = recogniseFooters(paragraphs);
        expect(keep).toBe(sentences.length);
        expect(tail).toBeNull();
      }),
    );
  });

  test('texts made to be slow are read all the same', { timeout: 3000 }, () => {
    for (const piece of [
      'Editor: ',
      '© ',
      'copyright ',
      '(a',
      '* ',
      '. ',
      'Dilarang ',
      '\n',
      'Pewarta: A, ',
    ]) {
      expect(recogniseFooters([piece.repeat(5000) + 'x']).keep).toBe(1);
    }
  });
});
