import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import { buildDocument, paragraph, text } from './build.ts';
import { bringKeptBack, keptBlocksSchema, leaveOutKept } from './kept-blocks.ts';
import type { ArticleDocument } from './vocabulary.ts';

const copy = (...words: string[]) => buildDocument(words.map((line) => paragraph([text(line)])));

function withBlocks(document: ArticleDocument, children: ArticleDocument['root']['children']) {
  return { ...document, root: { ...document.root, children } };
}

test('of a long copy only the paragraph that was written in is spelled out', () => {
  const before = copy(...Array.from({ length: 200 }, (_, number) => `Alinea ${number}.`));
  const written = copy('Alinea 120, kini lebih panjang.').root.children;
  const after = withBlocks(before, before.root.children.toSpliced(120, 1, ...written));

  const change = leaveOutKept(after, before);

  expect(change.document.root.children).toEqual(written);
  expect(change.kept.runs).toEqual([
    { from: 0, at: 0, count: 120 },
    { from: 121, at: 121, count: 79 },
  ]);
  expect(bringKeptBack(change.document, change.kept, before)).toEqual(after);
});

test('whatever was written, moved, doubled or taken out comes back as it was', () => {
  fc.assert(
    fc.property(
      arbitraryDocument,
      arbitraryDocument,
      fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 30 }),
      (before, other, choices) => {
        const pick = ([old, at]: [boolean, number]) => {
          const from = (old ? before : other).root.children;
          return from.length === 0 ? [] : from.slice(at % from.length, (at % from.length) + 1);
        };
        const after = withBlocks(other, choices.flatMap(pick));
        const sent = JSON.parse(JSON.stringify(leaveOutKept(after, before))) as ReturnType<
          typeof leaveOutKept
        >;
        expect(bringKeptBack(sent.document, keptBlocksSchema.parse(sent.kept), before)).toEqual(after);
      },
    ),
  );
});

test('places that the document before does not have are refused, whatever they are', () => {
  const before = copy('Satu.', 'Dua.', 'Tiga.');
  const refused = (of: number, ...runs: { from: number; at: number; count: number }[]) =>
    expect(bringKeptBack(copy('Baru.'), { of, runs }, before)).toBeNull();
  refused(4, { from: 0, at: 0, count: 3 });
  refused(3, { from: 2, at: 0, count: 2 });
  refused(3, { from: 0, at: 2, count: 1 });
  refused(3, { from: 0, at: 0, count: 2 }, { from: 0, at: 1, count: 1 });
});
