/** For tests: stories, slots and collections by their numbers, at `TEST_NOW`. */
import type { Collection, Slot } from '../../contract/front-content.ts';
import type { FrontFacts, FrontStory } from '../../contract/fronts.ts';
import { TEST_NOW, testId } from './arbitrary-front.ts';
import { newCollection, newSlot } from './build.ts';
import { indexFacts, type FactsIndex } from './resolve.ts';

export const HOUR_MS = 3_600_000;

/** The instant so many hours after `TEST_NOW`. */
export const at = (hours: number): string => new Date(TEST_NOW + hours * HOUR_MS).toISOString();

/** Live, published as many hours ago as its number says. */
export function testStory(number: number, details: Partial<FrontStory> = {}): FrontStory {
  return {
    articleId: testId('article', number),
    standing: 'live',
    headline: `Berita ${number}`,
    shortHeadline: '',
    kicker: '',
    summary: 'Ringkasan.',
    section: 'nasional',
    tags: [],
    byline: '',
    picture: null,
    publishedAt: at(-number),
    scheduledAt: null,
    updatedAt: at(-number),
    url: null,
    withdrawn: false,
    withdrawalReason: null,
    embargoedUntil: null,
    correctedAt: null,
    sourceCorrected: false,
    sourceClusters: [number],
    ...details,
  };
}

/** What a front is resolved with: the newest are the stories in their order. */
export function testFacts(
  stories: readonly FrontStory[],
  popularity: Partial<FrontFacts['popularity']> = {},
  lists: FrontFacts['lists'] = [],
): FactsIndex {
  return indexFacts({
    stories: [...stories],
    lists: [{ rule: { kind: 'latest' }, articleIds: stories.map(({ articleId }) => articleId) }, ...lists],
    popularity: { rows: [], fetchedAt: null, windowHours: 24, ...popularity },
  });
}

/** With the story of its number, placed an hour ago. */
export function testSlot(number: number, details: Partial<Slot> = {}): Slot {
  return newSlot({
    slotId: testId('slot', number),
    content: { kind: 'article', articleId: testId('article', number) },
    placedAt: at(-1),
    ...details,
  });
}

export function testCollection(number: number, details: Partial<Collection> = {}): Collection {
  return newCollection({ collectionId: testId('collection', number), title: `K${number}`, ...details });
}
