import { describe, expect, test } from 'vitest';
import type { Collection, CollectionLayout, Slot } from '../../contract/front-content.ts';
import type { FrontStory } from '../../contract/fronts.ts';
import { TEST_NOW } from './arbitrary-front.ts';
import { headlineLimit } from './layouts.ts';
import { resolveFront } from './resolve.ts';
import { at, testCollection, testFacts, testSlot, testStory } from './test-stories.ts';
import { frontWarnings } from './warnings.ts';

/** What is told of each slot: its number, the code, the detail. */
function told(collections: Collection[], stories: FrontStory[], now = TEST_NOW) {
  const content = { collections };
  const facts = testFacts(stories);
  return frontWarnings(content, resolveFront(content, facts, now), facts, now).map(
    ({ slotId, code, detail }) => [slotId === null ? null : Number(slotId.slice(-4)), code, detail],
  );
}

/** What is told of one slot with the story of its number. */
function toldOf(story: Partial<FrontStory>, slot: Partial<Slot> = {}, layout: CollectionLayout = 'list') {
  const collection = testCollection(1, { layout, slots: [testSlot(1, slot)] });
  return told([collection], [testStory(1, story)]).map(([, code, detail]) => [code, detail]);
}

const picture = (letter: string) => ({ mediaId: letter.repeat(64), alt: '', width: 1, height: 1 });

test('of a story that stands as it should nothing is told', () => {
  expect(toldOf({})).toEqual([]);
});

describe('a story that readers may not see', () => {
  test('withdrawn, with the reason where one was given', () => {
    expect(toldOf({ withdrawn: true, withdrawalReason: 'Kutipan tidak pernah diucapkan' })).toEqual([
      ['withdrawn', 'Kutipan tidak pernah diucapkan'],
    ]);
    expect(toldOf({ withdrawn: true })).toEqual([['withdrawn', null]]);
  });

  test('embargoed, until when; over the moment it ends', () => {
    expect(toldOf({ embargoedUntil: at(2) })).toEqual([['embargoed', at(2)]]);
    expect(toldOf({ embargoedUntil: at(0) })).toEqual([]);
  });

  test('scheduled, not live, in the trash, gone', () => {
    expect(toldOf({ standing: 'scheduled', publishedAt: null, scheduledAt: at(3) })).toEqual([
      ['scheduled', at(3)],
    ]);
    expect(toldOf({ standing: 'ready', publishedAt: null })).toEqual([['not-public', null]]);
    expect(toldOf({ standing: 'trashed' })).toEqual([['trashed', null]]);
    expect(told([testCollection(1, { slots: [testSlot(1)] })], [])).toEqual([[1, 'story-gone', null]]);
  });
});

describe('a story corrected since it was placed', () => {
  test('by the house, before or after', () => {
    expect(toldOf({ correctedAt: at(-0.5) })).toEqual([['corrected', null]]);
    expect(toldOf({ correctedAt: at(-2) })).toEqual([]);
  });

  test('by its source', () => {
    expect(toldOf({ sourceCorrected: true })).toEqual([['source-corrected', null]]);
  });

  test('by another version of it, where the slot has words of its own that do not follow', () => {
    expect(toldOf({ updatedAt: at(-0.5) })).toEqual([]);
    expect(toldOf({ updatedAt: at(-0.5) }, { headline: 'Judul sendiri' })).toEqual([['corrected', null]]);
    expect(toldOf({ updatedAt: at(-0.5) }, { summary: 'Ringkasan sendiri' })).toEqual([['corrected', null]]);
  });

  test('is told until somebody has looked, and again after the next change', () => {
    const slot = { headline: 'Judul sendiri', checkedAt: at(-0.25) };
    expect(toldOf({ updatedAt: at(-0.5), correctedAt: at(-0.5) }, slot)).toEqual([]);
    expect(toldOf({ updatedAt: at(-0.125) }, slot)).toEqual([['corrected', null]]);
    expect(toldOf({ correctedAt: at(-0.125) }, slot)).toEqual([['corrected', null]]);
  });
});

describe('a story older than a day', () => {
  test('to the millisecond, where it was placed by hand', () => {
    expect(toldOf({ publishedAt: at(-24) })).toEqual([]);
    expect(toldOf({ publishedAt: new Date(TEST_NOW - 24 * 3_600_000 - 1).toISOString() })).toEqual([
      ['older-than-day', null],
    ]);
    const byRule = testCollection(1, { fill: { by: 'rule', rule: { kind: 'latest' } } });
    expect(told([byRule], [testStory(1, { publishedAt: at(-30) })])).toEqual([]);
  });
});

describe('words and pictures', () => {
  test('a headline too long for the size its place has, by how much; the size may be chosen', () => {
    const over = (signs: number, layout: CollectionLayout, slot: Partial<Slot> = {}) =>
      toldOf({ headline: 'x'.repeat(signs), picture: picture('a') }, slot, layout);
    for (const [layout, size] of [
      ['lead4', 'large'],
      ['list', 'standard'],
      ['strip', 'small'],
      ['sidebar', 'small'],
    ] as const) {
      expect(over(headlineLimit(size), layout)).toEqual([]);
      expect(over(headlineLimit(size) + 3, layout)).toEqual([['headline-too-long', '3']]);
    }
    expect(over(headlineLimit('standard'), 'list', { size: 'small' })).toEqual([['headline-too-long', '10']]);
    expect(over(300, 'list', { headline: 'Pendek' })).toEqual([]);
    // Signs as a person counts them.
    expect(toldOf({ headline: '😀'.repeat(headlineLimit('standard')) })).toEqual([]);
  });

  test('no headline at all, of a story or a link; a block needs none', () => {
    expect(toldOf({ headline: '' })).toEqual([['headline-missing', null]]);
    expect(toldOf({}, { headline: '' })).toEqual([['headline-missing', null]]);
    expect(toldOf({}, { content: { kind: 'block', text: 'Teks' } })).toEqual([]);
  });

  test('a picture missing where the layout is built around one', () => {
    expect(toldOf({}, {}, 'lead4')).toEqual([['picture-missing', null]]);
    expect(toldOf({}, {}, 'strip')).toEqual([['picture-missing', null]]);
    expect(toldOf({}, {}, 'list')).toEqual([]);
    expect(toldOf({ picture: picture('a') }, { picture: { kind: 'none' } }, 'lead4')).toEqual([
      ['picture-missing', null],
    ]);
    const own = { kind: 'media' as const, mediaId: 'b'.repeat(64), alt: '' };
    expect(toldOf({}, { picture: own }, 'lead4')).toEqual([]);
  });

  test('one picture twice, anywhere on the front where it is shown, with the headline of the other', () => {
    const stories = [
      testStory(1, { picture: picture('a') }),
      testStory(2, { picture: picture('a') }),
      testStory(3, { picture: picture('b') }),
    ];
    const collections = (layout: CollectionLayout) => [
      testCollection(1, { layout: 'lead4', slots: [testSlot(1), testSlot(3)] }),
      testCollection(2, { layout, slots: [testSlot(2)] }),
    ];
    expect(told(collections('strip'), stories)).toEqual([[2, 'picture-twice', 'Berita 1']]);
    // A list beside the page shows no pictures.
    expect(told(collections('sidebar'), stories)).toEqual([]);
    // A story that may stand twice has its picture with it.
    const again = testSlot(4, { content: testSlot(1).content });
    const twice = testCollection(2, { layout: 'strip', slots: [again], allowRepeats: true });
    expect(told([...collections('sidebar').slice(0, 1), twice], stories)).toEqual([]);
  });
});

test('two stories of one cluster, further down, with the headline of the other; one story twice is none', () => {
  const stories = [
    testStory(1, { sourceClusters: [7] }),
    testStory(2, { sourceClusters: [5, 7] }),
    testStory(3, { sourceClusters: [] }),
  ];
  const slots = [testSlot(1), testSlot(2), testSlot(3)];
  expect(told([testCollection(1, { slots })], stories)).toEqual([[2, 'same-story', 'Berita 1']]);
  const again = testSlot(4, { content: testSlot(1).content });
  const twice = [
    testCollection(1, { slots: [testSlot(1)] }),
    testCollection(2, { slots: [again], allowRepeats: true }),
  ];
  expect(told(twice, stories)).toEqual([]);
  // What a rule fills in is told too, with no slot to name.
  const byRule = testCollection(2, { fill: { by: 'rule', rule: { kind: 'latest' } } });
  expect(told([testCollection(1, { slots: [testSlot(1)] }), byRule], stories)).toEqual([
    [null, 'same-story', 'Berita 1'],
  ]);
});

describe('times and places', () => {
  test('ended, when; one that has not begun is as it was wanted', () => {
    expect(toldOf({}, { endsAt: at(-1) })).toEqual([['ended', at(-1)]]);
    expect(toldOf({}, { startsAt: at(1) })).toEqual([]);
  });

  test('an end before the start is told by itself, shown or not', () => {
    for (const hours of [-3, 3]) {
      expect(toldOf({}, { startsAt: at(hours), endsAt: at(hours - 1) })).toEqual([
        ['end-before-start', null],
      ]);
    }
  });

  test('standing further up already, and beyond the cap', () => {
    const stories = [testStory(1), testStory(2)];
    const again = testSlot(3, { content: testSlot(1).content });
    expect(
      told(
        [
          testCollection(1, { cap: 1, slots: [testSlot(1), testSlot(2)] }),
          testCollection(2, { slots: [again] }),
        ],
        stories,
      ),
    ).toEqual([
      [2, 'over-cap', null],
      [3, 'repeated', null],
    ]);
  });
});
