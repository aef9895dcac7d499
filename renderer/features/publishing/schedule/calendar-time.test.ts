import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dayStart, layOut, minuteOfDay, timeAt, weekStart } from './calendar-time.ts';

const wib = 420;
const tuesday = Date.parse('2026-11-24T09:40:00+07:00');

describe('the week', () => {
  it('begins on Monday at midnight of the newsroom', () => {
    const monday = Date.parse('2026-11-23T00:00:00+07:00');
    expect(weekStart(tuesday, wib)).toBe(monday);
    expect(weekStart(monday, wib)).toBe(monday);
    expect(weekStart(monday - 1, wib)).toBe(monday - 7 * DAY_MS);
    expect(weekStart(Date.parse('2026-11-29T23:59:00+07:00'), wib)).toBe(monday);
  });

  it('a place on it is the quarter of an hour nearest, and never off the calendar', () => {
    const monday = weekStart(tuesday, wib);
    expect(timeAt(monday, 1, 9 * 60 + 38)).toBe(Date.parse('2026-11-24T09:45:00+07:00'));
    expect(timeAt(monday, 9, 3_000)).toBe(Date.parse('2026-11-29T23:45:00+07:00'));
    expect(timeAt(monday, -2, -50)).toBe(monday);
  });

  it('finds every time again where it was put', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.constantFrom(420, 480, 540),
        (epochMs, offset) => {
          const day = dayStart(epochMs, offset);
          const minute = minuteOfDay(epochMs, offset);
          expect(day + minute * 60_000).toBeLessThanOrEqual(epochMs);
          expect(epochMs - (day + minute * 60_000)).toBeLessThan(60_000);
          expect(minute).toBeLessThan(24 * 60);
        },
      ),
    );
  });
});

describe('cards of one day', () => {
  const places = (minutes: number[]) =>
    layOut(minutes.map((minute) => ({ minute }))).map(({ lane, lanes }) => [lane, lanes]);

  it('stand side by side where they overlap, else over the whole width', () => {
    expect(places([60, 600])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(places([60, 65, 70, 600])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [0, 1],
    ]);
    expect(places([60, 70, 80])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
    ]);
  });

  it('take two lines where the next one leaves the room', () => {
    const items = [60, 80, 200].map((minute) => ({ minute }));
    expect(layOut(items).map(({ tall }) => tall)).toEqual([false, true, true]);
  });

  it('never cover one another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 40 }), (minutes) => {
        const laid = layOut(minutes.toSorted((left, right) => left - right).map((minute) => ({ minute })));
        for (const [index, one] of laid.entries()) {
          expect(one.lane).toBeLessThan(one.lanes);
          for (const other of laid.slice(index + 1)) {
            if (other.item.minute - one.item.minute < 15) expect(other.lane).not.toBe(one.lane);
          }
        }
      }),
    );
  });
});
