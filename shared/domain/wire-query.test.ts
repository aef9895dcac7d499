import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { QUALITY_WORDS, readWireQuery } from './wire-query.ts';

/** Friday, 27 April 2018, 22.10 WIB. */
const NOW = Date.parse('2018-04-27T22:10:00+07:00');
const read = (typed: string, offsetMinutes = 420) => readWireQuery(typed, NOW, offsetMinutes);
const at = (iso: string): number => Date.parse(iso);

test('words, phrases and exclusions are left to the full-text search', () => {
  expect(read('"kerja sama" -olahraga cabai')).toMatchObject({
    words: '"kerja sama" -olahraga cabai',
    sources: [],
    misread: [],
  });
});

test('everything at once', () => {
  const query = read(
    'sumber:antara "kerja sama" urgensi:1 sejak:kemarin -olahraga -sumber:"Kawat B" adalah:dipakai',
  );
  expect(query.words.replaceAll(/\s+/g, ' ')).toBe('"kerja sama" -olahraga');
  expect(query).toMatchObject({
    sources: ['antara'],
    withoutSources: ['Kawat B'],
    urgency: { from: 1, to: 1 },
    since: at('2018-04-26T00:00:00+07:00'),
    until: null,
    qualities: [{ quality: 'used', wanted: true }],
    misread: [],
  });
});

describe('times', () => {
  test.each([
    ['sejak:hari-ini', '2018-04-27T00:00:00+07:00'],
    ['since:today', '2018-04-27T00:00:00+07:00'],
    ['sejak:3jam', '2018-04-27T19:10:00+07:00'],
    ['sejak:90mnt', '2018-04-27T20:40:00+07:00'],
    ['sejak:2hari', '2018-04-25T22:10:00+07:00'],
    ['sejak:kamis', '2018-04-26T00:00:00+07:00'],
    ['since:friday', '2018-04-27T00:00:00+07:00'],
    ['sejak:25/4', '2018-04-25T00:00:00+07:00'],
    ['sejak:2018-04-01', '2018-04-01T00:00:00+07:00'],
    ['sejak:"1 Mei 2017"', '2017-05-01T00:00:00+07:00'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toMatchObject({ since: at(expected), words: '', misread: [] });
  });

  test('up to a day means up to its end', () => {
    expect(read('sampai:kemarin').until).toBe(at('2018-04-27T00:00:00+07:00'));
    expect(read('until:2018-04-01').until).toBe(at('2018-04-02T00:00:00+07:00'));
  });

  test('days are those of the newsroom', () => {
    expect(read('sejak:hari-ini', 540).since).toBe(at('2018-04-28T00:00:00+09:00'));
  });
});

test('what cannot be understood is named and left out, what is no condition is searched for', () => {
  expect(read('urgensi:sangat sejak:entah adalah:lucu cabai').misread).toEqual([
    'urgensi:sangat',
    'sejak:entah',
    'adalah:lucu',
  ]);
  expect(read('pukul 10:30 https://contoh.id warna:merah').words).toBe(
    'pukul 10:30 https://contoh.id warna:merah',
  );
  expect(read('-adalah:dibaca').qualities).toEqual([{ quality: 'read', wanted: false }]);
  expect(read('-adalah:belum-dibaca').qualities).toEqual([{ quality: 'read', wanted: true }]);
});

test('bears whatever is typed', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...QUALITY_WORDS.map((word) => `adalah:${word}`),
      '-',
      'sumber:"',
      'urgensi:9-1',
      'sejak:31/2',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const query = read(pieces.join(' '));
      expect(query.since === null || Number.isFinite(query.since)).toBe(true);
      expect(query.urgency === null || query.urgency.from <= query.urgency.to).toBe(true);
    }),
  );
});
