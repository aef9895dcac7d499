import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH_MONTHS, INDONESIAN_MONTHS, INDONESIAN_WEEKDAYS } from './calendar-names.ts';
import { civilTimeAt } from './civil-time.ts';
import { formatDateTime, formatIsoWithOffset } from './indonesian-dates.ts';
import { readDate } from './read-date.ts';

function iso(raw: string, offset = 0): string | null {
  const date = readDate(raw, offset);
  return date === null ? null : formatIsoWithOffset(date.epochMs, date.offsetMinutes);
}

describe('ISO 8601', () => {
  test.each([
    ['20131020T192751+1100', '2013-10-20T19:27:51+11:00'],
    ['2013-10-20T19:27:51Z', '2013-10-20T19:27:51+00:00'],
    ['2013-10-20t19:27:51z', '2013-10-20T19:27:51+00:00'],
    ['2013-10-20 19:27:51', '2013-10-20T19:27:51+00:00'],
    ['2013-10-20  19:27:51 +0700', '2013-10-20T19:27:51+07:00'],
    ['2013-10-20T19:27:51.25-03:00', '2013-10-20T19:27:51.250-03:00'],
    ['2013-10-20T19:27:51,123456789Z', '2013-10-20T19:27:51.123+00:00'],
    ['2013-10-20T19:27+07', '2013-10-20T19:27:00+07:00'],
    ['2013-10-20T192751Z', '2013-10-20T19:27:51+00:00'],
    ['20131020T1927Z', '2013-10-20T19:27:00+00:00'],
    ['20131020T192751.5Z', '2013-10-20T19:27:51.500+00:00'],
    ['20131020T19Z', '2013-10-20T19:00:00+00:00'],
    ['20131020 1927', '2013-10-20T19:27:00+00:00'],
    ['20131020192751', '2013-10-20T19:27:51+00:00'],
    ['201310201927', '2013-10-20T19:27:00+00:00'],
    ['20131020', '2013-10-20T00:00:00+00:00'],
    ['2013-10-20', '2013-10-20T00:00:00+00:00'],
    ['2013-10-20+07:00', '2013-10-20T00:00:00+07:00'],
    ['2013-10-20Z', '2013-10-20T00:00:00+00:00'],
    ['2013/10/20 19:27', '2013-10-20T19:27:00+00:00'],
    ['2013-1-5 9:07', '2013-01-05T09:07:00+00:00'],
    ['2013-10-20T24:00:00Z', '2013-10-21T00:00:00+00:00'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00+00:00'],
    ['2013-10-20T19:27:51+07:00[Asia/Jakarta]', '2013-10-20T19:27:51+07:00'],
    ['2013-10-20T19:27:51−03:00', '2013-10-20T19:27:51-03:00'],
    ['2013-10-20 19:27:51 WITA', '2013-10-20T19:27:51+08:00'],
    ['2013-10-20 09:27 PM', '2013-10-20T21:27:00+00:00'],
    ['2013-10-20T19:27:51 GMT+7', '2013-10-20T19:27:51+07:00'],
  ])('%s', (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });
});

describe('mail and feed dates', () => {
  test.each([
    ['Fri, 27 Apr 2018 21:33:05 +0700', '2018-04-27T21:33:05+07:00'],
    ['27 Apr 2018 21:33 GMT', '2018-04-27T21:33:00+00:00'],
    ['Fri, 27 Apr 18 21:33 UT', '2018-04-27T21:33:00+00:00'],
    ['Fri, 27 Apr 98 21:33:00 EST', '1998-04-27T21:33:00-05:00'],
    ['Fri, 27 Apr 2018 21:33:05 EDT', '2018-04-27T21:33:05-04:00'],
    ['Fri, 27 Apr 2018 21:33:05 PST', '2018-04-27T21:33:05-08:00'],
    ['Fri, 27 Apr 2018 21:33:05 CET', '2018-04-27T21:33:05+01:00'],
    ['Fri, 27 Apr 2018 21:33:05 BST', '2018-04-27T21:33:05+01:00'],
    ['Fri, 27 Apr 2018 21:33:05 SGT', '2018-04-27T21:33:05+08:00'],
    ['Fri, 27 Apr 2018 21:33:05 +07:00', '2018-04-27T21:33:05+07:00'],
    ['Fri, 27 Apr 2018 21:33:05 GMT+7', '2018-04-27T21:33:05+07:00'],
    ['Fri, 27 Apr 2018 21:33:05 GMT +7', '2018-04-27T21:33:05+07:00'],
    ['Fri, 27 Apr 2018 21:33:05 +0700 (WIB)', '2018-04-27T21:33:05+07:00'],
    ['Fri, 27 Apr 2018 21:33:05 -0000', '2018-04-27T21:33:05+00:00'],
    ['Fri,27 Apr 2018 21:33:05 +0700', '2018-04-27T21:33:05+07:00'],
    ['fri, 27 apr 2018 21:33:05 gmt', '2018-04-27T21:33:05+00:00'],
    ['Friday, 27-Apr-18 21:33:05 GMT', '2018-04-27T21:33:05+00:00'],
    ['27-Apr-2018 21:33:05', '2018-04-27T21:33:05+00:00'],
    ['Fri Apr 27 21:33:05 2018', '2018-04-27T21:33:05+00:00'],
    ['Fri Apr  7 21:33:05 2018', '2018-04-07T21:33:05+00:00'],
    ['Fri Apr 27 21:33:05 WIB 2018', '2018-04-27T21:33:05+07:00'],
    ['April 27, 2018', '2018-04-27T00:00:00+00:00'],
    ['April 27th, 2018 9:33 p.m. EDT', '2018-04-27T21:33:00-04:00'],
    ['Apr. 27, 2018 12:05 am', '2018-04-27T00:05:00+00:00'],
    ['27 April 2018 9pm', '2018-04-27T21:00:00+00:00'],
  ])('%s', (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });
});

describe('Indonesian and Portuguese', () => {
  test.each([
    ['Jum, 27 Apr 2018 21:33:05 +0700', '2018-04-27T21:33:05+07:00'],
    ['27 Agustus 2018 21:33 WIB', '2018-08-27T21:33:00+07:00'],
    ["Jum'at, 27 April 2018 pukul 21.33 WIB", '2018-04-27T21:33:00+07:00'],
    ['Jumat, 27 April 2018, 22.10 WIB', '2018-04-27T22:10:00+07:00'],
    ['Jumat, 27 April 2018 | 22:10 WITA', '2018-04-27T22:10:00+08:00'],
    ['Jumat, 27/04/2018 21:33 WIT', '2018-04-27T21:33:00+09:00'],
    ['Jumat (27/4/2018)', '2018-04-27T00:00:00+00:00'],
    ['27/04/2018', '2018-04-27T00:00:00+00:00'],
    ['27-04-2018 21:33', '2018-04-27T21:33:00+00:00'],
    ['27.04.2018 21:33', '2018-04-27T21:33:00+00:00'],
    ['27/4/18', '2018-04-27T00:00:00+00:00'],
    ['Sab, 02 Mei 2020 07:15:00 +0700', '2020-05-02T07:15:00+07:00'],
    ['Sen, 12 Okt 2020 07:15:00 +0700', '2020-10-12T07:15:00+07:00'],
    ['Sex, 05 Out 2018', '2018-10-05T00:00:00+00:00'],
    ['Sex, 05 Out 2018 10:11:12 -0300', '2018-10-05T10:11:12-03:00'],
    ['Seg, 24 Set 2018 19:32:00 -0300', '2018-09-24T19:32:00-03:00'],
    ['sexta-feira, 5 de outubro de 2018 às 10h11', '2018-10-05T10:11:00+00:00'],
    ['terça-feira, 6 de março de 2018', '2018-03-06T00:00:00+00:00'],
  ])('%s', (raw, expected) => {
    expect(iso(raw)).toBe(expected);
  });

  test('a missing zone is the source’s own and said to be assumed', () => {
    expect(iso('27 Agustus 2018 21:33', 420)).toBe('2018-08-27T21:33:00+07:00');
    expect(readDate('27 Agustus 2018 21:33', 420)?.zoneAssumed).toBe(true);
    expect(readDate('27 Agustus 2018 21:33 WIB', 0)?.zoneAssumed).toBe(false);
    expect(readDate('27 Aug 2018 21:33:00 QQQ', 420)).toMatchObject({
      offsetMinutes: 420,
      zoneAssumed: true,
    });
  });

  test('precision tells what was given', () => {
    expect(readDate('27 Agustus 2018')?.precision).toBe('day');
    expect(readDate('27 Agustus 2018 21:33')?.precision).toBe('minute');
    expect(readDate('27 Agustus 2018 21:33:00')?.precision).toBe('instant');
  });

  test('a weekday that is not that day’s is flagged, not refused', () => {
    expect(readDate('Jumat, 26 April 2018')).toMatchObject({ weekdayConflict: true });
    expect(readDate('Kamis, 26 April 2018')).toMatchObject({ weekdayConflict: false });
  });
});

describe('Unix times', () => {
  test('ten digits are seconds, thirteen milliseconds', () => {
    expect(iso('1524841800')).toBe('2018-04-27T15:10:00+00:00');
    expect(iso('1524841800123')).toBe('2018-04-27T15:10:00.123+00:00');
    expect(iso('152484180')).toBeNull();
    expect(iso('15248418001')).toBeNull();
  });
});

describe('no date', () => {
  test.each([
    '',
    ' ',
    '-',
    '--',
    'N/A',
    'null',
    'none',
    'undefined',
    'tidak ada',
    'Next Monday',
    'kemarin',
    '2018',
    '2018-04',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '0000-00-00T00:00:00Z',
    '00000000T000000Z',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '9999-12-31T23:59:59Z',
    '0000000000',
    '31 Februari 2018',
    '2018-02-31',
    '2018-13-01',
    '20180231T101010Z',
    '31/02/2018',
    '04/27/2018',
    '29 Feb 2019',
    '2018-04-27T25:00:00Z',
    '2018-04-27T21:61:00Z',
    '27 April 2018 13:00 am',
    '2018-04-27T24:30:00Z',
    '2018-04-27T21:33:00+9999',
    '27 April',
    'April 2018',
    '21:33',
    '27 April 2018 dan 28 April 2018',
    'rilis 3 Mei 2018',
    'Fri, 27 Apr 118 21:33:00 GMT',
    '2018-04-27Tnoon',
  ])('%j', (raw) => {
    expect(readDate(raw)).toBeNull();
  });

  test('null and undefined', () => {
    expect(readDate(null)).toBeNull();
    expect(readDate(undefined)).toBeNull();
  });
});

const instants = fc
  .integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2049, 11, 31) / 1000 })
  .map((s) => s * 1000);
const offsets = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);

describe('properties', () => {
  test('every ISO form of an instant reads back as it', () => {
    fc.assert(
      fc.property(instants, offsets, (epochMs, offset) => {
        const text = formatIsoWithOffset(epochMs, offset);
        const basic = `${text.slice(0, 19).replace(/[-:]/g, '')}${text.slice(19).replace(':', '')}`;
        for (const form of [text, text.replace('T', ' '), text.toLowerCase(), basic]) {
          expect(readDate(form, 17), form).toMatchObject({
            epochMs,
            offsetMinutes: offset,
            precision: 'instant',
          });
        }
      }),
    );
  });

  test('mail dates read back, with Indonesian and English names', () => {
    fc.assert(
      fc.property(instants, offsets, fc.boolean(), (epochMs, offset, indonesian) => {
        const at = civilTimeAt(epochMs, offset);
        const month = (indonesian ? INDONESIAN_MONTHS : ENGLISH_MONTHS)[at.month - 1]?.slice(0, 3);
        const zone = formatIsoWithOffset(epochMs, offset).slice(-6).replace(':', '');
        const clock = [at.hour, at.minute, at.second].map((part) => String(part).padStart(2, '0')).join(':');
        const text = `${INDONESIAN_WEEKDAYS[at.weekday]}, ${at.day} ${month} ${at.year} ${clock} ${zone}`;
        expect(readDate(text), text).toMatchObject({
          epochMs,
          offsetMinutes: offset,
          weekdayConflict: false,
        });
      }),
    );
  });

  test('what we write we read', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(420, 480, 540),
        fc.constantFrom('id' as const, 'en' as const),
        (ms, offset, language) => {
          const minute = Math.floor(ms / 60_000) * 60_000;
          expect(readDate(formatDateTime(ms, offset, language))).toMatchObject({
            epochMs: minute,
            offsetMinutes: offset,
          });
        },
      ),
    );
  });

  test('never throws, and only ever answers with a time that exists', () => {
    const words = fc.constantFrom(
      '27',
      '2018',
      'Apr',
      'Jumat',
      ',',
      ':',
      '-',
      '/',
      '.',
      'T',
      'Z',
      '+0700',
      'GMT',
      '21:33',
      'pm',
      '18',
      ' ',
      '00',
      '\u00a0',
      '99',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: -840, max: 840 }), (text, offset) => {
        const date = readDate(text, offset);
        if (date === null) return;
        expect(formatIsoWithOffset(date.epochMs, date.offsetMinutes)).toMatch(/^\d{4}-\d{2}-\d{2}T/);
        expect(Number.isInteger(date.epochMs)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
