import fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { formatTypedDateTime, readTypedDateTime } from './typed-date-time.ts';

const now = Date.parse('2026-11-26T15:05:00+07:00');

function read(typed: string, offsetMinutes = 420): string | null {
  const epochMs = readTypedDateTime(typed, now, offsetMinutes);
  return epochMs === null ? null : new Date(epochMs).toISOString();
}

describe('a day and a time as they are typed', () => {
  test.each([
    ['27/11/2026 09.30', '2026-11-27T09:30'],
    ['27/11/2026 09:30', '2026-11-27T09:30'],
    ['27-11-26 9.30', '2026-11-27T09:30'],
    ['27.11.2026 9', '2026-11-27T09:00'],
    ['3/4/2027 00:00', '2027-04-03T00:00'],
    ['27/11 9.30', '2026-11-27T09:30'],
    ['2/1 6', '2027-01-02T06:00'],
    ['27 November 2026, 09.30 WIB', '2026-11-27T09:30'],
    ['Jumat, 27 November 2026, pukul 09.30', '2026-11-27T09:30'],
    ['27 Nov 9.30', '2026-11-27T09:30'],
    ['2026-11-27T09:30', '2026-11-27T09:30'],
    ['2026-11-27 09:30:00', '2026-11-27T09:30'],
    ['besok 9', '2026-11-27T09:00'],
    ['Tomorrow at 9:15', '2026-11-27T09:15'],
    ['lusa jam 7', '2026-11-28T07:00'],
    ['kemarin 23.59', '2026-11-25T23:59'],
    ['hari ini 18.00', '2026-11-26T18:00'],
    ['18.00', '2026-11-26T18:00'],
    ['Kamis 18.00', '2026-11-26T18:00'],
    ['Senin 05.00', '2026-11-30T05:00'],
    ['Monday 5', '2026-11-30T05:00'],
  ])('%j is %s', (typed, wallClock) => {
    expect(read(typed)).toBe(new Date(`${wallClock}+07:00`).toISOString());
  });

  test.each([
    '',
    '27/11/2026',
    '27 November 2026',
    '31/2/2026 09.00',
    '27/13/2026 09.00',
    '27/11/2026 24.00',
    '27/11/2026 9.60',
    '27/11/2026 0930',
    'Senin, 27 November 2026, 09.30',
    'nanti 9.00',
    'besok',
    'besok pagi',
  ])('%j is none', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it('is at the offset of the newsroom, whose day it is', () => {
    expect(read('27/11/2026 09.30', 540)).toBe('2026-11-27T00:30:00.000Z');
    const lateInJakarta = Date.parse('2026-11-26T23:30:00+07:00');
    expect(readTypedDateTime('9.00', lateInJakarta, 420)).toBe(Date.parse('2026-11-26T09:00:00+07:00'));
    expect(readTypedDateTime('9.00', lateInJakarta, 540)).toBe(Date.parse('2026-11-27T09:00:00+09:00'));
  });

  it('is the same on a machine whose own zone has no such hour that day, or has it twice', () => {
    const before = process.env['TZ'];
    onTestFinished(() => void (process.env['TZ'] = before));
    process.env['TZ'] = 'America/New_York';
    expect(new Date('2027-03-14T02:30').getHours()).not.toBe(2);
    for (const [typed, instant] of [
      ['14/03/2027 02.30', '2027-03-14T02:30+07:00'],
      ['07/11/2027 01.30', '2027-11-07T01:30+07:00'],
    ] as const) {
      expect(read(typed)).toBe(new Date(instant).toISOString());
      expect(formatTypedDateTime(Date.parse(instant), 420, 'id')).toBe(typed);
    }
  });

  it('is read back as it is shown, every minute of every day, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1970, 0, 2) / 60_000, max: Date.UTC(2199, 0) / 60_000 }),
        fc.constantFrom(420, 480, 540, 0, -330),
        fc.constantFrom('id' as const, 'en' as const),
        (minutes, offset, language) => {
          const shown = formatTypedDateTime(minutes * 60_000, offset, language);
          expect(readTypedDateTime(shown, now, offset)).toBe(minutes * 60_000);
        },
      ),
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readTypedDateTime(typed, now, 420);
        expect(read === null || Number.isSafeInteger(read)).toBe(true);
      }),
    );
  });
});
