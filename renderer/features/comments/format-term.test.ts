import { expect, test } from 'vitest';
import { formatTerm } from './format-term.ts';

test('a term is told in hours, and in minutes when it presses', () => {
  expect(formatTerm(47.9 * 3_600_000, 'id')).toBe('47 jam');
  expect(formatTerm(59 * 60_000, 'id')).toBe('59 mnt');
  expect(formatTerm(60 * 60_000, 'en')).toBe('1 h');
  expect(formatTerm(30_000, 'en')).toBe('0 min');
});
