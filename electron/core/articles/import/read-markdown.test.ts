import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToDocument } from '../../../../shared/conversion/html-to-document.ts';
import { arbitraryDocument } from '../../../../shared/document/arbitrary-document.ts';
import {
  buildDocument,
  embed,
  heading,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  quote,
  table,
  text,
} from '../../../../shared/document/build.ts';
import { publishable } from '../../../../shared/document/publishable.ts';
import { documentToHtml } from '../../../../shared/document/to-html.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { documentToMarkdown } from '../../../../shared/document/to-markdown.ts';
import { readMarkdown } from './read-markdown.ts';

const options = { mapName: 'Peta', relatedLabel: () => 'Baca juga:' };

test('Markdown reads like a page', () => {
  const blocks = [
    heading('h2', [text('Agenda #1')]),
    paragraph([
      text('Presiden '),
      text('tiba', 1),
      text(' di '),
      text('Changi', 2),
      text(', kata '),
      link('https://antaranews.com/b?id=1', [text('Antara')]),
      text('; 3*4 = 12, lihat www.a.id.'),
      lineBreak(),
      text('- bukan butir'),
    ]),
    quote([text('Kami siap.')]),
    list('number', [[text('Satu')], [list('bullet', [[text('Anak')]])], [text('Dua')]], 3),
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
    table(
      [
        [[text('Tim')], [text('Poin')]],
        [[text('A|B')], [text('3', 1)]],
      ],
      { headerRow: true },
    ),
    image('a'.repeat(64), { alt: 'Foto', caption: 'Tiba', credit: 'Antara' }),
  ];
  const picture = () => ({ src: 'https://a.id/f.jpg', width: 0, height: 0 });
  expect(documentToMarkdown(publishable(buildDocument(blocks)), { picture })).toBe(
    [
      '## Agenda #1',
      '',
      'Presiden **tiba** di *Changi*, kata [Antara](https://antaranews.com/b?id=1); 3\\*4 = 12, lihat www\\.a.id.<br>',
      '\\- bukan butir',
      '',
      '> Kami siap.',
      '',
      '3. Satu',
      '   - Anak',
      '4. Dua',
      '',
      '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>',
      '',
      '| Tim | Poin |',
      '| --- | --- |',
      '| A\\|B | **3** |',
      '',
      '![Foto](https://a.id/f.jpg "Tiba Antara")',
      '',
    ].join('\n'),
  );
});

/** Signs that mean something to Markdown, between words. */
const awkward = fc
  .array(
    fc.constantFrom(
      'a',
      'kata',
      ' ',
      '*',
      '**',
      '_',
      '`',
      '#',
      '- ',
      '1. ',
      '>',
      '[x](y)',
      '!',
      '<b>',
      '&amp;',
      '~~',
      '|',
      '\\',
      '---',
      'https://a.id',
      'a@b.id',
      ':',
      '=',
      '+',
      '(',
      '"',
      '\n',
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['a sign in the code of a heading', heading('h2', [text('a#a', 16)])],
  ['signs at the end of a heading', heading('h2', [text('Agenda ##')])],
  ['nothing but signs as a heading', heading('h2', [text('###')])],
  ['a heading after one of nothing', heading('h2', [text(' ', 2)]), heading('h3', [text('Agenda')])],
  [
    'a line of nothing before a link',
    list('bullet', [[text('”'), lineBreak(), text(' '), lineBreak(), link('https://a.id/', [text('A')])]]),
  ],
  [
    'a list inside that begins with another number than 1',
    list('bullet', [[text('Babak')], [list('number', [[text('Final')]], 3)], [text('Juara')]]),
  ],
] as [string, ...BlockNode[]][])('%s comes back from Markdown', (_, ...blocks) => {
  const document = publishable(buildDocument(blocks));
  const { document: back } = readMarkdown(documentToMarkdown(document, options));
  expect(back).toEqual(htmlToDocument(documentToHtml(document, options)));
});

test.each([
  ['any document', arbitraryDocument],
  [
    'text full of the signs of Markdown',
    fc
      .array(
        fc.tuple(awkward, fc.integer({ min: 0, max: 127 })).map(([words, format]) => text(words, format)),
        { minLength: 1, maxLength: 3 },
      )
      .chain((words) =>
        fc.constantFrom(
          [paragraph(words)],
          [heading('h2', words)],
          [quote(words)],
          [list('bullet', [words, words])],
          [paragraph([link('https://a.id/x_(y)?a=1&copy;', words), ...words])],
          [paragraph([words[0] ?? text('a'), lineBreak(), ...words])],
          [
            table(
              [
                [[text('a')], words],
                [words, [text('b')]],
              ],
              { headerRow: true },
            ),
          ],
        ),
      )
      .map((blocks) => buildDocument(blocks)),
  ],
])('%s read back from Markdown is what it is read back from HTML', (_, documents) => {
  fc.assert(
    fc.property(documents, (document) => {
      const expected = htmlToDocument(documentToHtml(publishable(document), options));
      const { document: back } = readMarkdown(documentToMarkdown(publishable(document), options));
      expect(back).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
