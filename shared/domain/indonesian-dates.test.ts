import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMonthName, parseWeekdayName } from './calendar-names.ts';
import { civilTimeAt, epochOfCivilTime, weekdayOfDate } from './civil-time.ts';
import {
  dayPartOfHour,
  formatDate,
  formatDateTime,
  formatIsoWithOffset,
  formatNewsDay,
  formatNewsDayPart,
  formatRelativeTime,
  offsetOfIndonesianZone,
  resolveDayAndMonth,
  resolveWeekday,
  WIB_OFFSET_MINUTES,
  WIT_OFFSET_MINUTES,
  WITA_OFFSET_MINUTES,
  zoneLabel,
} from './indonesian-dates.ts';

// Friday 27 April 2018, 22.10 WIB.
const FRIDAY_NIGHT = Date.UTC(2018, 3, 27, 15, 10);
const years = { min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) };
const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });

describe('writing dates', () => {
  test('the forms of the house', () => {
    expect(formatNewsDay(FRIDAY_NIGHT)).toBe('Jumat (27/4)');
    expect(formatNewsDayPart(FRIDAY_NIGHT)).toBe('Jumat (27/4) malam');
    expect(formatDate(FRIDAY_NIGHT)).toBe('27 April 2018');
    expect(formatDateTime(FRIDAY_NIGHT)).toBe('Jumat, 27 April 2018, 22.10 WIB');
    expect(formatDateTime(FRIDAY_NIGHT, WIB_OFFSET_MINUTES, 'en')).toBe('Friday, 27 April 2018, 22:10 WIB');
  });

  test('each Indonesian zone has its own clock and name', () => {
    expect(formatDateTime(FRIDAY_NIGHT, WITA_OFFSET_MINUTES)).toBe('Jumat, 27 April 2018, 23.10 WITA');
    expect(formatDateTime(FRIDAY_NIGHT, WIT_OFFSET_MINUTES)).toBe('Sabtu, 28 April 2018, 00.10 WIT');
    expect(formatNewsDayPart(FRIDAY_NIGHT, WIT_OFFSET_MINUTES)).toBe('Sabtu (28/4) dini hari');
    expect(zoneLabel(330)).toBe('UTC+05:30');
    expect(zoneLabel(0)).toBe('UTC');
    expect(offsetOfIndonesianZone('Asia/Jayapura')).toBe(540);
  });

  test('parts of the day', () => {
    expect([3, 4, 10, 11, 14, 15, 17, 18, 23].map(dayPartOfHour)).toEqual([
      'dini hari',
      'pagi',
      'pagi',
      'siang',
      'siang',
      'sore',
      'sore',
      'malam',
      'malam',
    ]);
  });

  test('ISO keeps the offset', () => {
    expect(formatIsoWithOffset(FRIDAY_NIGHT, 420)).toBe('2018-04-27T22:10:00+07:00');
    expect(formatIsoWithOffset(FRIDAY_NIGHT + 5, 0)).toBe('2018-04-27T15:10:00.005+00:00');
    expect(formatIsoWithOffset(FRIDAY_NIGHT, -210)).toBe('2018-04-27T11:40:00-03:30');
    expect(() => formatIsoWithOffset(Number.NaN, 0)).toThrow(RangeError);
  });

  test('ISO means the same instant whatever the offset', () => {
    fc.assert(
      fc.property(fc.integer(years), offsets, (epochMs, offset) => {
        expect(Date.parse(formatIsoWithOffset(epochMs, offset))).toBe(epochMs);
      }),
    );
  });

  test('how long ago', () => {
    const before = (ms: number) => formatRelativeTime(FRIDAY_NIGHT - ms, FRIDAY_NIGHT);
    expect(before(30_000)).toBe('baru saja');
    expect(before(12 * 60_000)).toBe('12 mnt lalu');
    expect(before(61 * 60_000)).toBe('1 j lalu');
    expect(before(50 * 3_600_000)).toBe('2 hr lalu');
    expect(before(8 * 86_400_000)).toBe('19 Apr 2018');
    expect(formatRelativeTime(FRIDAY_NIGHT - 12 * 60_000, FRIDAY_NIGHT, 'en')).toBe('12 min ago');
    expect(formatRelativeTime(FRIDAY_NIGHT - 3_600_000, FRIDAY_NIGHT, 'en')).toBe('1 h ago');
    expect(formatRelativeTime(FRIDAY_NIGHT + 5 * 60_000, FRIDAY_NIGHT)).toBe('dalam 5 mnt');
    expect(formatRelativeTime(FRIDAY_NIGHT + 5 * 60_000, FRIDAY_NIGHT, 'en')).toBe('in 5 min');
  });
});

describe('names', () => {
  test('months in three languages, short and long', () => {
    for (const name of ['Agustus', 'agu', 'Ags', 'Agt.', 'August', 'agosto', 'AGO']) {
      expect(parseMonthName(name), name).toBe(8);
    }
    expect(parseMonthName('março')).toBe(3);
    expect(parseMonthName('Out')).toBe(10);
    expect(parseMonthName('Pebruari')).toBe(2);
    expect(parseMonthName('Nopember')).toBe(11);
    expect(parseMonthName('Kamis')).toBeNull();
    expect(parseMonthName('constructor')).toBeNull();
  });

  test('weekdays in three languages', () => {
    for (const name of ["Jum'at", 'Jumat', 'Jum.', 'Friday', 'FRI', 'sexta-feira', 'Sex']) {
      expect(parseWeekdayName(name), name).toBe(5);
    }
    for (const name of ['Minggu', 'Ahad', 'Min', 'domingo']) expect(parseWeekdayName(name), name).toBe(0);
    expect(parseWeekdayName('terça-feira')).toBe(2);
    expect(parseWeekdayName('sábado')).toBe(6);
    expect(parseWeekdayName('April')).toBeNull();
  });
});

describe('days named in copy', () => {
  test('a weekday is the last one up to the story, in WIB', () => {
    expect(resolveWeekday('Kamis', FRIDAY_NIGHT)).toMatchObject({ year: 2018, month: 4, day: 26 });
    expect(resolveWeekday('Jumat', FRIDAY_NIGHT)).toMatchObject({ day: 27 });
    expect(resolveWeekday('Sabtu', FRIDAY_NIGHT)).toMatchObject({ day: 21 });
    expect(resolveWeekday('Sabtu', FRIDAY_NIGHT, 'future')).toMatchObject({ day: 28 });
    expect(resolveWeekday('besok', FRIDAY_NIGHT)).toBeNull();
  });

  test('the day is counted in WIB even where UTC still has the day before', () => {
    const saturdayMorningWib = Date.UTC(2018, 3, 27, 18, 0);
    expect(resolveWeekday('Sabtu', saturdayMorningWib)).toMatchObject({
      day: 28,
      epochMs: Date.UTC(2018, 3, 27, 17),
    });
  });

  test('the resolved day is that weekday and lies within a week', () => {
    fc.assert(
      fc.property(
        fc.integer(years),
        fc.constantFrom('Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis'),
        (story, name) => {
          const past = resolveWeekday(name, story);
          const future = resolveWeekday(name, story, 'future');
          if (past === null || future === null) throw new Error('unresolved');
          expect(weekdayOfDate(past.year, past.month, past.day)).toBe(parseWeekdayName(name));
          expect(past.epochMs).toBeLessThanOrEqual(story);
          expect(story - past.epochMs).toBeLessThan(7 * 86_400_000);
          expect(future.epochMs - story).toBeLessThan(7 * 86_400_000);
        },
      ),
    );
  });

  test('a day and month take the nearest year', () => {
    const january = Date.UTC(2019, 0, 3);
    expect(resolveDayAndMonth(31, 12, january)).toMatchObject({ year: 2018, month: 12, day: 31 });
    expect(resolveDayAndMonth(7, 1, january)).toMatchObject({ year: 2019 });
    expect(resolveDayAndMonth(31, 2, january)).toBeNull();
  });
});

describe('civil time', () => {
  test('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer(years), offsets, (epochMs, offset) => {
        expect(epochOfCivilTime(civilTimeAt(epochMs, offset), offset)).toBe(epochMs);
      }),
    );
  });

  test('days and hours that do not exist', () => {
    expect(epochOfCivilTime({ year: 2018, month: 2, day: 29 }, 0)).toBeNull();
    expect(epochOfCivilTime({ year: 2018, month: 13, day: 1 }, 0)).toBeNull();
    expect(epochOfCivilTime({ year: 2018, month: 1, day: 1, hour: 24, minute: 1 }, 0)).toBeNull();
    expect(epochOfCivilTime({ year: 2018, month: 1, day: 1, hour: 24 }, 0)).toBe(Date.UTC(2018, 0, 2));
  });
});
