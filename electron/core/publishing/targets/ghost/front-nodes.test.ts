import { expect, test } from 'vitest';
import { TEST_NOW } from '../../../../../shared/domain/front/arbitrary-front.ts';
import { resolveFront } from '../../../../../shared/domain/front/resolve.ts';
import { testCollection, testFacts, testStory } from '../../../../../shared/domain/front/test-stories.ts';
import { collectionNodes } from './front-nodes.ts';

function nodesOf(stories: ReturnType<typeof testStory>[]) {
  const collection = testCollection(1, { fill: { by: 'rule', rule: { kind: 'popular' } } });
  const { collections } = resolveFront({ collections: [collection] }, testFacts(stories), TEST_NOW);
  const [shown] = collections;
  if (shown === undefined) throw new Error('the collection is not there');
  return collectionNodes(
    shown,
    shown.items.map((item) => ({ item, address: null, picture: null })),
  );
}

test('a collection with nothing to show is nothing on the page, no heading either', () => {
  expect(nodesOf([])).toEqual([]);
  expect(nodesOf([testStory(1)])).toMatchObject([
    { type: 'extended-heading', tag: 'h2' },
    { type: 'list', tag: 'ol' },
  ]);
});
