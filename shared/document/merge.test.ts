import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import { buildDocument, paragraph, text } from './build.ts';
import { mergeDocuments, mergedDocument, plainChoice } from './merge.ts';
import type { ArticleDocument, BlockNode } from './vocabulary.ts';
import { documentText } from './walk.ts';

const keyOf = (block: BlockNode) => JSON.stringify(block);
const story = (...words: string[]) => buildDocument(words.map((word) => paragraph([text(word)])));
const merge = (base: ArticleDocument | null, ours: ArticleDocument, theirs: ArticleDocument) =>
  mergeDocuments(base, ours, theirs, keyOf);
const kinds = (base: ArticleDocument | null, ours: ArticleDocument, theirs: ArticleDocument) =>
  merge(base, ours, theirs).map(({ kind }) => kind);

describe('merging by paragraphs', () => {
  test('takes in what each side changed elsewhere', () => {
    const parts = merge(
      story('satu', 'dua', 'tiga', 'empat'),
      story('satu', 'DUA', 'tiga', 'empat'),
      story('satu', 'dua', 'tiga', 'EMPAT', 'lima'),
    );
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'ours', 'same', 'theirs']);
    expect(documentText(mergedDocument(parts, new Map(), []))).toBe('satu\n\nDUA\n\ntiga\n\nEMPAT\n\nlima');
  });

  test('leaves to a person what both changed, and keeps either, or each', () => {
    const parts = merge(story('satu', 'dua'), story('satu', 'kita'), story('satu', 'situs'));
    expect(parts.map((part) => [part.kind, plainChoice(part)])).toEqual([
      ['same', 'ours'],
      ['both', null],
    ]);
    const chosen = (choice: 'ours' | 'theirs' | 'each') =>
      documentText(mergedDocument(parts, new Map([[1, choice]]), []));
    expect(chosen('ours')).toBe('satu\n\nkita');
    expect(chosen('theirs')).toBe('satu\n\nsitus');
    expect(chosen('each')).toBe('satu\n\nkita\n\nsitus');
  });

  test('tells paragraphs that were rewritten side by side one by one', () => {
    expect(
      kinds(
        story('satu', 'dua', 'tiga', 'empat'),
        story('satu', 'KITA', 'kita', 'EMPAT'),
        story('SITUS', 'dua', 'situs', 'EMPAT'),
      ),
    ).toEqual(['theirs', 'ours', 'both', 'same']);
  });

  test('sees a paragraph taken out on one side, and the same change on both', () => {
    expect(kinds(story('satu', 'dua', 'tiga'), story('satu', 'dua', 'tiga'), story('satu', 'tiga'))).toEqual([
      'same',
      'theirs',
      'same',
    ]);
    expect(kinds(story('satu'), story('SATU'), story('SATU'))).toEqual(['same']);
    expect(kinds(story('satu', 'dua'), story('satu', 'kita'), story('satu'))).toEqual(['same', 'both']);
  });

  test('without a base nobody is taken at their word: what differs is for a person, what both have stays', () => {
    expect(kinds(null, story('satu', 'DUA', 'tiga'), story('satu', 'dua', 'tiga', 'empat'))).toEqual([
      'same',
      'both',
      'same',
      'both',
    ]);
    expect(kinds(null, story('satu'), story('satu'))).toEqual(['same']);
  });

  test('whatever the documents: nothing of either side is lost, and one side’s changes alone need nobody', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, arbitraryDocument, (base, ours, theirs) => {
        const parts = merge(base, ours, theirs);
        expect(parts.flatMap((part) => part.ours)).toEqual(ours.root.children);
        expect(parts.flatMap((part) => part.theirs)).toEqual(theirs.root.children);
        expect(parts.flatMap((part) => part.base)).toEqual(base.root.children);
        expect(mergedDocument(merge(base, base, theirs), new Map(), theirs.notes)).toEqual(theirs);
        expect(mergedDocument(merge(base, ours, base), new Map(), ours.notes)).toEqual(ours);
        expect(kinds(base, ours, ours).every((kind) => kind === 'same')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
