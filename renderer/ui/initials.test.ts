import { expect, test } from 'vitest';
import { initialsOf, toneOf } from './initials.ts';

test('initials are those of the first and the last name', () => {
  expect(['Sari Wulandari', 'Budi', ' dewi  ayu lestari ', '“Tuti” Rahayu', '', ' '].map(initialsOf)).toEqual(
    ['SW', 'B', 'DL', 'TR', '?', '?'],
  );
});

test('a person keeps the same tint', () => {
  const id = '0b0ff8a2-6f37-4d0b-9d11-8a2a94f8bf0a';
  expect(toneOf(id)).toBe(toneOf(id));
  expect(new Set(Array.from({ length: 40 }, (_, index) => toneOf(`person-${index}`))).size).toBe(4);
});
