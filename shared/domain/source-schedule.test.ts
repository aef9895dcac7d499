import { describe, expect, test } from 'vitest';
import { isOpen, lastOpening, nextOpen } from './source-schedule.ts';

const at = (clock: string) => Date.parse(`2026-03-02T${clock}:00+07:00`);
const day = { from: '05:00', until: '23:00' };
const night = { from: '22:00', until: '04:00' };

describe('hours of a source', () => {
  test('none: around the clock', () => {
    expect(isOpen(null, at('03:00'), 420)).toBe(true);
    expect(nextOpen(null, at('03:00'), 420)).toBe(at('03:00'));
    expect(lastOpening(null, at('03:00'), 420)).toBeNull();
  });

  test('by the house’s own clock, the first minute in and the last one out', () => {
    expect(isOpen(day, at('05:00'), 420)).toBe(true);
    expect(isOpen(day, at('22:59'), 420)).toBe(true);
    expect(isOpen(day, at('23:00'), 420)).toBe(false);
    expect(isOpen(day, at('04:59'), 420)).toBe(false);
    expect(isOpen(day, at('04:59'), 480)).toBe(true);
  });

  test('over midnight', () => {
    expect(isOpen(night, at('23:30'), 420)).toBe(true);
    expect(isOpen(night, at('03:59'), 420)).toBe(true);
    expect(isOpen(night, at('12:00'), 420)).toBe(false);
    expect(nextOpen(night, at('12:00'), 420)).toBe(at('22:00'));
    expect(lastOpening(night, at('03:00'), 420)).toBe(at('22:00') - 86_400_000);
  });

  test('the next opening is today’s or tomorrow’s', () => {
    expect(nextOpen(day, at('03:00'), 420)).toBe(at('05:00'));
    expect(nextOpen(day, at('23:10'), 420)).toBe(at('05:00') + 86_400_000);
    expect(nextOpen(day, at('12:00'), 420)).toBe(at('12:00'));
  });
});
