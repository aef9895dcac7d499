import { describe, expect, it } from 'vitest';
import { fieldValueOf, timeOfField } from './date-time-value.ts';

describe('the value of a date and time field', () => {
  it('is the wall clock at the offset, and reads back', () => {
    const time = Date.parse('2026-11-24T02:30:00Z');
    expect(fieldValueOf(time, 420)).toBe('2026-11-24T09:30');
    expect(fieldValueOf(time, 540)).toBe('2026-11-24T11:30');
    expect(timeOfField('2026-11-24T09:30', 420)).toBe(time);
    expect(timeOfField('2026-11-24T09:30:00', 420)).toBe(time);
  });

  it('that is empty or no time is none', () => {
    expect(timeOfField('', 420)).toBeNull();
    expect(timeOfField('2026-02-31T09:30', 420)).toBeNull();
  });
});
