import { expect, test } from 'vitest';
import { cutAtWord } from './cut-at-word.ts';

test('what fits stays as it is', () => {
  expect(cutAtWord('Harga cabai turun', 17)).toBe('Harga cabai turun');
});

test('what does not fit ends with a whole word', () => {
  expect(cutAtWord('Harga cabai di pasar induk turun', 22)).toBe('Harga cabai di pasar …');
});

test('one long word is cut within', () => {
  expect(cutAtWord('x'.repeat(30), 10)).toBe('xxxxx …');
});
