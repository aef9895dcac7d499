import { expect, test } from 'vitest';
import { TEST_NOW } from '../../../../../shared/domain/front/arbitrary-front.ts';
import { resolveFront } from '../../../../../shared/domain/front/resolve.ts';
import {
  testCollection,
  testFacts,
  testSlot,
  testStory,
} from '../../../../../shared/domain/front/test-stories.ts';
import { collectionMarkup, collectionMarker } from './front-markup.ts';

function markupOf(
  collection: ReturnType<typeof testCollection>,
  stories = [testStory(1), testStory(2)],
): string {
  const { collections } = resolveFront({ collections: [collection] }, testFacts(stories), TEST_NOW);
  const [shown] = collections;
  if (shown === undefined) throw new Error('the collection is not there');
  const placed = shown.items.map((item) => ({ item, address: 'https://seruji.example/a/', picture: null }));
  return collectionMarkup(shown, placed);
}

test('a collection with nothing to show keeps its marker and shows readers nothing, no heading either', () => {
  const collection = testCollection(1, { fill: { by: 'rule', rule: { kind: 'popular' } } });
  const markup = markupOf(collection, []);
  expect(markup).toContain(collectionMarker(collection.collectionId));
  expect(
    markup
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<[^>]*>/g, '')
      .trim(),
  ).toBe('');
  expect(markup).not.toMatch(/<(h2|ol|ul)/);
});

test('what is read most is an ordered list of links, everything else groups with headline and summary', () => {
  const slots = [testSlot(2), testSlot(1)];
  const ranked = markupOf(
    testCollection(1, { slots, fill: { by: 'hand-then-rule', rule: { kind: 'popular' } } }),
  );
  expect(ranked).toMatch(/<ol [^]*Berita 2[^]*Berita 1[^]*<\/ol>/);
  expect(ranked).not.toContain('Ringkasan.');
  const list = markupOf(testCollection(1, { slots }));
  expect(list).toMatch(/<h3[^>]*><a href="https:\/\/seruji.example\/a\/">Berita 2<\/a><\/h3>/);
  expect(list).toContain('<p>Ringkasan.</p>');
});
