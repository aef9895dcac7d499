/** For tests of targets: Beranda with two stories placed by hand and a third that its rule finds. */
import { testCollection, testSlot, testStory } from '../../../../shared/domain/front/test-stories.ts';
import type { LaunchedFront } from '../../launched-front.ts';

const stories = [1, 2, 3].map((number) => testStory(number, { url: `https://situs.example/${number}/` }));

/** It shows two: `Berita 1`, `Berita 2`; `Berita 3` where one of them may not be shown. */
export const launchedBeranda: LaunchedFront = {
  frontId: '7c1d0000-0000-4000-8000-000000000000',
  kind: 'home',
  section: '',
  name: 'Beranda',
  content: {
    collections: [
      testCollection(1, {
        cap: 2,
        fill: { by: 'hand-then-rule', rule: { kind: 'latest' } },
        slots: [testSlot(1), testSlot(2)],
      }),
    ],
  },
  facts: {
    stories,
    lists: [{ rule: { kind: 'latest' }, articleIds: stories.map(({ articleId }) => articleId) }],
    popularity: { rows: [], fetchedAt: null, windowHours: 24 },
  },
};

/** The number of a story of it, which is its post's id at the place. */
export function remoteIdOf(articleId: string): string {
  return String(stories.findIndex((story) => story.articleId === articleId) + 1);
}
