import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentSchema } from '../document/vocabulary.ts';
import { documentText } from '../document/walk.ts';
import { plainLine } from './characters.ts';
import { textToDocument } from './text-to-document.ts';

function read(text: string): string[] {
  const paragraphs = documentText(textToDocument(text)).split('\n\n');
  return paragraphs.map((paragraph) => paragraph.replaceAll('\n', '⏎'));
}

const SENTENCE = 'Presiden menyampaikan hal itu kepada para wartawan di Istana Negara pada hari Jumat siang.';

describe('plain text', () => {
  test.each<[string, string, string[]]>([
    ['empty lines part paragraphs', 'Satu\n\nDua\r\n \r\nTiga', ['Satu', 'Dua', 'Tiga']],
    ['short lines stay lines', 'Pewarta: Budi\nEditor: Ani', ['Pewarta: Budi⏎Editor: Ani']],
    ['wrapped lines are joined', `${SENTENCE.slice(0, 67)}\n${SENTENCE.slice(68)}`, [SENTENCE]],
    [
      'one long line, one paragraph',
      `${SENTENCE} ${SENTENCE}\n${SENTENCE} ${SENTENCE}`,
      [`${SENTENCE} ${SENTENCE}`, `${SENTENCE} ${SENTENCE}`],
    ],
    ['an indented line opens a paragraph', 'Satu.\n   Dua.\n   Tiga.', ['Satu.', 'Dua.', 'Tiga.']],
    ['runs of spaces', '  Satu \t dua\u00a0\u00a0tiga  ', ['Satu dua tiga']],
    ['lists of the wire are the lines they are', '1. Satu\n2. Dua', ['1. Satu⏎2. Dua']],
    ['nothing', ' \n \n', ['']],
    ['markup is text', '<b>Satu</b> &amp; dua', ['<b>Satu</b> &amp; dua']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('no word is lost, any text gives a valid document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const document = textToDocument(text);
        expect(documentSchema.parse(document)).toEqual(document);
        const words = /[\p{L}\p{N}]+/gu;
        expect(documentText(document).match(words)).toEqual(text.match(words));
      }),
    );
  });
});

describe('one line out of what may hold markup', () => {
  test.each([
    ['Satu <b>dua</b><br/>tiga', 'Satu dua tiga'],
    ['Ekonomi &amp; Bisnis&nbsp;', 'Ekonomi & Bisnis'],
    ['AT&amp;amp;T &quot;naik&quot;', 'AT&T "naik"'],
    ['x < y > z', 'x < y > z'],
    ['Pemilu <2024>', 'Pemilu <2024>'],
    ['?page=1&copy=2', '?page=1&copy=2'],
    ['<script>alert(1)</script>Judul', 'Judul'],
    ['\u0000 \n', null],
    [null, null],
  ])('%j', (value, expected) => {
    expect(plainLine(value)).toBe(expected);
  });
});
