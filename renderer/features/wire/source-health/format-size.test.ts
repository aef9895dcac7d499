import { expect, test } from 'vitest';
import { formatSize } from './format-size.ts';

test('bytes as one reads sizes', () => {
  expect(formatSize(312, 'id')).toBe('312 B');
  expect(formatSize(4_230, 'id')).toBe('4,2 kB');
  expect(formatSize(4_230, 'en')).toBe('4.2 kB');
  expect(formatSize(52_428_800, 'id')).toBe('52 MB');
});
