import { describe, expect, it } from 'vitest';
import { findByLetters } from './menu-search.ts';

const sections = ['Pilih rubrik …', 'Nasional', 'Politik', 'Ekonomi', 'Luar Negeri', 'Lingkungan'];

describe('findByLetters', () => {
  it.each([
    ['one letter', 'e', 0, 'Ekonomi'],
    ['a whole word', 'Ekonomi', 0, 'Ekonomi'],
    ['the word of the one in hand', 'ek', 3, 'Ekonomi'],
    ['two words', 'luar n', 0, 'Luar Negeri'],
    ['a letter goes to the next that has it', 'p', 0, 'Politik'],
    ['the letter again goes on', 'll', 4, 'Lingkungan'],
    ['and round', 'p', 2, 'Pilih rubrik …'],
    ['two letters stay with the one in hand', 'po', 2, 'Politik'],
    ['none in hand', 'n', -1, 'Nasional'],
  ])('%s', (_name, typed, inHand, found) => {
    expect(sections[findByLetters(sections, typed, inHand)]).toBe(found);
  });

  it('finds nothing where nothing begins so, nor in an empty menu', () => {
    expect(findByLetters(sections, 'x', 0)).toBe(-1);
    expect(findByLetters([], 'x', -1)).toBe(-1);
  });
});
