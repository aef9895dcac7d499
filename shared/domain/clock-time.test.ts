import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClockTime } from './clock-time.ts';

describe('times of the day as they are typed', () => {
  test.each([
    ['05:30', '05:30'],
    ['5.30', '05:30'],
    ['530', '05:30'],
    ['0530', '05:30'],
    [' 22 ', '22:00'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('%j is %s', (typed, time) => {
    expect(readClockTime(typed)).toBe(time);
  });

  test.each(['', '24:00', '5:3', '12:60', '5 pm', '-1', '123456', 'lima'])('%j is none', (typed) => {
    expect(readClockTime(typed)).toBeNull();
  });

  test('every minute of the day is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        for (const between of [':', '.', '']) {
          expect(readClockTime(`${hour}${between}${minute}`)).toBe(`${hour}:${minute}`);
        }
      }),
    );
  });
});
