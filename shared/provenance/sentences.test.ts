import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text.trim());

test.each([
  ['abbreviations', ['Prof. Dr. H. Abdullah hadir di Jl. Merdeka No. 5.', 'Ia diam.']],
  ['degrees and initials', ['Hakim A. B. Pohan, S.H., M.H. memimpin sidang.', 'Sidang ditunda.']],
  ['figures', ['Nilainya Rp1,16 triliun atau Rp1.160 miliar.', 'Pukul 09.04 WIB gempa terasa.']],
  ['dates in brackets', ['Rapat digelar Jumat (27/4).', 'Hasilnya diumumkan Sabtu (28/4) malam.']],
  ['a quotation its speaker follows', ['“Harga naik,” ucapnya.', '“Turun!” seru pedagang.', 'Pasar sepi.']],
  ['sentences within a quotation', ['“Kami gagal.', 'Jangan sampai terulang,” katanya.']],
  ['a quotation that closes the sentence', ['Ia berkata, “Kami pulang.”', 'Mereka pergi.']],
  ['short forms at the end', ['Mereka membawa beras, gula, dll.', 'Semua habis.']],
  ['line breaks and lists', ['1. Beras naik.', '2. Gula turun', 'Sisanya tetap.']],
  ['web addresses', ['JAKARTA, SERUJI.CO.ID – Presiden tiba.', 'Ia disambut di antaranews.com hari ini.']],
  ['dots that stand for what was left out', ['“Kami … tidak tahu,” katanya.', 'Lalu hening...', 'Ia pergi.']],
])('%s', (_what, sentences) => {
  const separator = _what === 'line breaks and lists' ? '\n' : ' ';
  expect(split(sentences.join(separator))).toEqual(sentences);
});

test('the sentences of a text, joined, are the text, and say where they stand', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '. ',
      '.” ',
      ',” ',
      '! ',
      '\n',
      ' ',
      'Prof. ',
      'Rp1,16 ',
      '(27/4)',
      '…',
      '“',
      'A.',
      'Kata',
      'dia',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const sentences = splitSentences(text);
      expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
      for (const { text: piece, start, end } of sentences) expect(text.slice(start, end)).toBe(piece);
    }),
  );
});
