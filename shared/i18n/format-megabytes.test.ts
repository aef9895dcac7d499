import { expect, it } from 'vitest';
import { formatMegabytes } from './format-megabytes.ts';

it('writes sizes as the language does, and nothing as no size at all', () => {
  expect(formatMegabytes(12_440_000, 'id')).toBe('12,4');
  expect(formatMegabytes(12_440_000, 'en')).toBe('12.4');
  expect(formatMegabytes(240_300_000, 'id')).toBe('240');
  expect(formatMegabytes(4_096, 'id')).toBe('0,1');
});
