import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareParagraphs, type Piece } from './compare.ts';

function words(pieces: Piece[] | null): string | null {
  return pieces === null ? null : pieces.map(({ text }) => text).join('');
}

it('sets a changed paragraph beside what it was and marks the words', () => {
  expect(
    compareParagraphs(
      ['Satu.', 'Pengguna meningkat dua kali lipat menjadi 600 juta.', 'Tiga.'],
      ['Satu.', 'Pengguna meningkat tiga kali lipat menjadi 600 juta.', 'Tiga.', 'Empat.'],
    ),
  ).toEqual([
    { left: [{ text: 'Satu.', changed: false }], right: [{ text: 'Satu.', changed: false }], same: true },
    {
      left: [
        { text: 'Pengguna meningkat ', changed: false },
        { text: 'dua ', changed: true },
        { text: 'kali lipat menjadi 600 juta.', changed: false },
      ],
      right: [
        { text: 'Pengguna meningkat ', changed: false },
        { text: 'tiga ', changed: true },
        { text: 'kali lipat menjadi 600 juta.', changed: false },
      ],
      same: false,
    },
    { left: [{ text: 'Tiga.', changed: false }], right: [{ text: 'Tiga.', changed: false }], same: true },
    { left: null, right: [{ text: 'Empat.', changed: true }], same: false },
  ]);
});

it('shows every paragraph of both texts exactly once, in order', () => {
  const text = fc.array(fc.stringMatching(/^[ab]( [abc]){0,4}$/), { maxLength: 8 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const rows = compareParagraphs(left, right);
      expect(rows.flatMap((row) => words(row.left) ?? [])).toEqual(left);
      expect(rows.flatMap((row) => words(row.right) ?? [])).toEqual(right);
      for (const row of rows) expect(row.same).toBe(row.left === row.right);
    }),
  );
});
