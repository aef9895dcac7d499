import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDocument, paragraph, text } from './build.ts';
import { publishable } from './publishable.ts';
import { documentToGhostBlocks } from './to-ghost-lexical.ts';
import { documentToHtml } from './to-html.ts';
import { documentToMarkdown } from './to-markdown.ts';
import { documentToWordPressBlocks } from './to-wordpress-blocks.ts';
import type { ArticleDocument } from './vocabulary.ts';
import { documentText } from './walk.ts';

const mark = { id: 'u1', personId: 'sari', at: '2018-04-27T15:10:00Z' };

/** One of everything that must not get out (RAHASIA) and of what must (TETAP). */
const document: ArticleDocument = {
  ...buildDocument([
    paragraph([
      { ...text('TETAP awal '), $: { notes: ['catatan-RAHASIA'] } },
      { ...text('usulan RAHASIA '), $: { insertion: mark } },
      { ...text('TETAP sampai diputuskan', 0), $: { deletion: { ...mark, personId: 'orang-RAHASIA' } } },
    ]),
    { ...paragraph([text('blok RAHASIA')]), $: { insertion: mark } },
  ]),
  notes: [
    {
      noteId: 'catatan-RAHASIA',
      quote: 'RAHASIA',
      messages: [{ messageId: 'm1', personId: 'sari', at: mark.at, text: 'Ini RAHASIA' }],
      resolved: null,
    },
  ],
};

/** By the file they stand in; each takes nothing but a publishable document, and the compiler holds it to that. */
const serialisers: Record<string, (document: ReturnType<typeof publishable>) => string> = {
  'to-ghost-lexical.ts': (clean) =>
    JSON.stringify(documentToGhostBlocks(clean, {}).map(({ nodes }) => nodes)),
  'to-html.ts': (clean) => documentToHtml(clean),
  'to-markdown.ts': (clean) => documentToMarkdown(clean),
  'to-wordpress-blocks.ts': (clean) => documentToWordPressBlocks(clean),
  'walk.ts': documentText,
};

test('every serialiser is looked at', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^to-(?!.*\.test\.ts$).*\.ts$/.test(name));
  expect(files.length).toBeGreaterThan(0);
  expect(Object.keys(serialisers)).toEqual(expect.arrayContaining(files));
});

test.each(Object.entries(serialisers))(
  '%s: suggestions that are open and notes never get out',
  (_file, write) => {
    const written = write(publishable(document));
    expect(written).toContain('TETAP awal TETAP sampai diputuskan');
    expect(written).not.toContain('RAHASIA');
  },
);
