import { describe, expect, it, onTestFinished } from 'vitest';
import { fieldValueOf, timeOfField } from './date-time-value.ts';

describe('the value of a date and time field', () => {
  it('is the wall clock at the offset, and reads back', () => {
    const time = Date.parse('2026-11-24T02:30:00Z');
    expect(fieldValueOf(time, 420)).toBe('2026-11-24T09:30');
    expect(fieldValueOf(time, 540)).toBe('2026-11-24T11:30');
    expect(timeOfField('2026-11-24T09:30', 420)).toBe(time);
    expect(timeOfField('2026-11-24T09:30:00', 420)).toBe(time);
  });

  it('is the same on a machine whose own zone has no such hour that day, or has it twice', () => {
    const before = process.env['TZ'];
    onTestFinished(() => void (process.env['TZ'] = before));
    process.env['TZ'] = 'America/New_York';
    expect(new Date('2027-03-14T02:30').getHours()).not.toBe(2);
    for (const value of ['2027-03-14T02:30', '2027-11-07T01:30']) {
      expect(timeOfField(value, 420)).toBe(Date.parse(`${value}+07:00`));
      expect(fieldValueOf(Date.parse(`${value}+07:00`), 420)).toBe(value);
    }
  });

  it('that is empty or no time is none', () => {
    expect(timeOfField('', 420)).toBeNull();
    expect(timeOfField('2026-02-31T09:30', 420)).toBeNull();
  });
});
