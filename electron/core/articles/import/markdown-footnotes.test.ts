import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBreak, list, paragraph, text } from '../../../../shared/document/build.ts';
import { TEXT_FORMAT, type BlockNode, type ListNode } from '../../../../shared/document/vocabulary.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { readManuscript } from './read-manuscript.ts';
import { readMarkdown } from './read-markdown.ts';
import { docxOf, run, styled } from './testing-docx.ts';

function blocksOf(markdown: string): BlockNode[] {
  return readMarkdown(markdown).document.root.children;
}

/** The number at the place of a note. */
function raised(number: number) {
  return text(`[${number}]`, TEXT_FORMAT.superscript);
}

test('a note leaves its number at the place and stands in a list at the end, in the order of the places', () => {
  const markdown = `Harga naik[^bps], kata menteri[^2]. Lagi[^BPS].

[^2]: Wawancara,
Selasa.
[^bps]: Data BPS.

    Alinea dua.

Sesudahnya.`;
  expect(blocksOf(markdown)).toEqual([
    paragraph([
      text('Harga naik'),
      raised(1),
      text(', kata menteri'),
      raised(2),
      text('. Lagi'),
      raised(1),
      text('.'),
    ]),
    paragraph([text('Sesudahnya.')]),
    list('number', [[text('Data BPS.'), lineBreak(), text('Alinea dua.')], [text('Wawancara, Selasa.')]]),
  ]);
});

test('notes of Word come in alike', async () => {
  const footnotes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>${run('Data BPS.')}</w:p></w:footnote></w:footnotes>`;
  const body = styled('', run('Harga naik'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.'));
  const word = await readManuscript(
    docxOf(body, { more: [{ name: 'word/footnotes.xml', content: footnotes }] }),
    'harga.docx',
  );
  expect(word.document.root.children).toEqual(blocksOf('Harga naik[^1].\n\n[^1]: Data BPS.'));
});

test.each([
  ['below the words, without an empty line', 'A[^1].\n[^1]: Catatan.', ['A[1].', 'Catatan.']],
  ['a note that is one word or an address', 'A[^1].\n\n[^1]: https://a.id', ['A[1].', 'https://a.id']],
  ['notes that refer to others', 'A[^1].\n\n[^1]: Lihat[^2].\n[^2]: Dua.', ['A[1].', 'Lihat[2].\nDua.']],
  ['a note that refers to itself', 'A[^1].\n\n[^1]: Lihat[^1].', ['A[1].', 'Lihat[1].']],
  ['a note that nothing refers to', 'A.\n\n[^1]: Yatim.', ['A.', 'Yatim.']],
  ['two of one name', 'A[^1].\n\n[^1]: Satu.\n[^1]: Dua.', ['A[1].', 'Satu.\nDua.']],
  ['a place without a note', 'A[^1].', ['A[^1].']],
  ['code', 'A `[^1]`.\n\n[^1]: Satu.', ['A [^1].', 'Satu.']],
  ['a heading below a note', 'A[^1].\n\n[^1]: Satu.\n## Bab', ['A[1].', 'Bab', 'Satu.']],
])('%s: no word is lost', (_what, markdown, told) => {
  expect(blocksOf(markdown).map(blockText)).toEqual(told);
});

test('every place leads to its note, and each note is there once, wherever they stand', () => {
  const noteNumbers = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1 });
  fc.assert(
    fc.property(noteNumbers, fc.array(fc.nat({ max: 30 })), fc.nat(), (notes, wanted, seed) => {
      const places = wanted.map((one) => notes[one % notes.length] ?? 0);
      const parts = [
        ...places.map((note, place) => `Kata${place}.[^n${note}]`),
        ...notes.map((note) => `[^n${note}]: Catatan${note}.`),
      ];
      // Anywhere: the same parts, begun somewhere else.
      const from = seed % parts.length;
      const blocks = blocksOf([...parts.slice(from), ...parts.slice(0, from)].join('\n\n'));
      const last = blocks.at(-1) as ListNode;
      expect(last.type).toBe('list');
      const listed = blockText(last).split('\n');
      expect(listed.toSorted()).toEqual(notes.map((note) => `Catatan${note}.`).toSorted());
      const told = new Map(
        blocks.slice(0, -1).map((block) => {
          const [, place, number] = /^Kata(\d+)\.\[(\d+)\]$/.exec(blockText(block)) ?? [];
          return [Number(place), listed[Number(number) - 1]];
        }),
      );
      for (const [place, note] of places.entries()) expect(told.get(place)).toBe(`Catatan${note}.`);
    }),
  );
});
