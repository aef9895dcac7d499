import { expect, test } from 'vitest';
import { withoutLabel } from './advisories.ts';

test.each([
  ['KOREKSI: Gempa guncang pesisir', 'Gempa guncang pesisir'],
  ['[RALAT] Gempa guncang pesisir', 'Gempa guncang pesisir'],
  ['Correction - Quake shakes coast', 'Quake shakes coast'],
  ['Presiden: gempa di luar dugaan', 'Presiden: gempa di luar dugaan'],
  ['Gempa guncang pesisir - warga mengungsi', 'Gempa guncang pesisir - warga mengungsi'],
  ['KOREKSI:', 'KOREKSI:'],
])('%j is for readers %j', (headline, expected) => {
  expect(withoutLabel(headline)).toBe(expected);
});
