import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Collection, Slot } from '../../contract/front-content.ts';
import type { FrontFacts, FrontStory } from '../../contract/fronts.ts';
import { arbitraryContent, TEST_NOW, testId } from './arbitrary-front.ts';
import { newCollection, newSlot } from './build.ts';
import { indexFacts, resolveFront, whyHidden } from './resolve.ts';
import { frontWarnings } from './warnings.ts';

const hour = 3_600_000;
const at = (hours: number): string => new Date(TEST_NOW + hours * hour).toISOString();

function story(number: number, details: Partial<FrontStory> = {}): FrontStory {
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
    sourceCorrected: false,
    sourceClusters: [number],
    ...details,
  };
}

function factsOf(stories: FrontStory[], popularity: Partial<FrontFacts['popularity']> = {}) {
  return indexFacts({
    stories,
    lists: [{ rule: { kind: 'latest' }, articleIds: stories.map(({ articleId }) => articleId) }],
    popularity: { rows: [], fetchedAt: null, windowHours: 24, ...popularity },
  });
}

function slot(number: number, details: Partial<Slot> = {}): Slot {
  return newSlot({
    slotId: testId('slot', number),
    content: { kind: 'article', articleId: testId('article', number) },
    placedAt: at(-1),
    ...details,
  });
}

function collection(number: number, details: Partial<Collection>): Collection {
  return newCollection({ collectionId: testId('collection', number), title: `K${number}`, ...details });
}

const latest = { kind: 'latest' } as const;
const popular = { kind: 'popular' } as const;
const five = [1, 2, 3, 4, 5].map((number) => story(number));

/** Headlines' numbers of each collection. */
function shown(collections: Collection[], facts = factsOf(five), now = TEST_NOW): number[][] {
  const resolved = resolveFront({ collections }, facts, now);
  return resolved.collections.map(({ items }) =>
    items.map(({ content }) => (content.kind === 'article' ? Number(content.articleId.slice(-4)) : 0)),
  );
}

function hidden(collections: Collection[], facts = factsOf(five), now = TEST_NOW) {
  return resolveFront({ collections }, facts, now).collections.flatMap((each) =>
    each.hidden.map(({ why }) => why),
  );
}

describe('fills', () => {
  test('by hand, by rule, by hand with the rule filling the rest', () => {
    const slots = [slot(4), slot(2)];
    expect(shown([collection(1, { cap: 3, slots })])).toEqual([[4, 2]]);
    expect(shown([collection(1, { cap: 3, fill: { by: 'hand-then-rule', rule: latest }, slots })])).toEqual([
      [4, 2, 1],
    ]);
    expect(shown([collection(1, { cap: 6, fill: { by: 'rule', rule: latest }, slots })])).toEqual([
      [1, 2, 3, 4, 5],
    ]);
  });

  test('a story stands once: by hand before by rule, higher up before further down', () => {
    const byRule = { by: 'rule', rule: latest } as const;
    const first = collection(1, { cap: 2, fill: byRule });
    const second = collection(2, { cap: 2, slots: [slot(1)] });
    expect(shown([first, second])).toEqual([[2, 3], [1]]);
    expect(shown([first, collection(2, { cap: 3, fill: byRule })])).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    expect(shown([first, collection(2, { cap: 2, fill: byRule, allowRepeats: true })])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(
      hidden([
        collection(1, { slots: [slot(1)] }),
        collection(2, { slots: [slot(7, { content: slot(1).content })] }),
      ]),
    ).toEqual(['repeated']);
  });

  test('pins keep their places among what the rule finds, a locked slot keeps its place free', () => {
    const fill = { by: 'hand-then-rule', rule: latest } as const;
    expect(shown([collection(1, { cap: 4, fill, slots: [slot(5, { pinnedAt: 3 })] })])).toEqual([
      [1, 2, 5, 3],
    ]);
    const ended = slot(5, { endsAt: at(-1), locked: true });
    const places = resolveFront(
      { collections: [collection(1, { cap: 3, fill, slots: [ended] })] },
      factsOf(five),
      TEST_NOW,
    ).collections[0]?.items.map(({ place }) => place);
    expect(places).toEqual([2, 3]);
  });

  test('TERPOPULER: figures, then the hand, then the newest; never an empty box', () => {
    const byRule = { cap: 3, fill: { by: 'rule', rule: popular } as const, slots: [slot(4)] };
    const rows = [
      { articleId: testId('article', 3), count: 9 },
      { articleId: testId('article', 99), count: 5 },
    ];
    expect(shown([collection(1, byRule)], factsOf(five, { rows, fetchedAt: at(-1) }))).toEqual([[3, 4, 1]]);
    expect(shown([collection(1, byRule)], factsOf(five, { rows, fetchedAt: at(-25) }))).toEqual([[4, 1, 2]]);
    expect(shown([collection(1, byRule)], factsOf(five))).toEqual([[4, 1, 2]]);
    const byHand = { ...byRule, fill: { by: 'hand-then-rule', rule: popular } as const };
    expect(shown([collection(1, byHand)], factsOf(five, { rows, fetchedAt: at(-1) }))).toEqual([[4, 3, 1]]);
  });
});

describe('what readers may not see', () => {
  test('is never shown, and told by its reason', () => {
    const stories = [
      story(1, { withdrawn: true }),
      story(2, { embargoedUntil: at(1) }),
      story(3, { standing: 'scheduled' }),
      story(4, { standing: 'trashed' }),
      story(5, { standing: 'ready' }),
    ];
    const slots = [1, 2, 3, 4, 5, 6].map((number) => slot(number));
    const fill = { by: 'hand-then-rule', rule: latest } as const;
    expect(shown([collection(1, { slots, fill })], factsOf(stories))).toEqual([[]]);
    expect(hidden([collection(1, { slots, fill })], factsOf(stories))).toEqual([
      'withdrawn',
      'embargoed',
      'scheduled',
      'trashed',
      'not-public',
      'story-gone',
    ]);
  });

  test('times hold to the millisecond, whatever zone they are written in, and clocks may jump', () => {
    const start = '2026-11-25T10:00:00+07:00';
    const slots = [slot(1, { startsAt: start, endsAt: '2026-11-25T12:00:00+08:00' })];
    const begin = Date.parse(start);
    for (const [moment, count] of [
      [begin - 1, 0],
      [begin, 1],
      [begin + hour - 1, 1],
      [begin + hour, 0],
      [begin, 1],
    ] as const) {
      expect(shown([collection(1, { slots })], factsOf(five), moment)[0]).toHaveLength(count);
    }
    const before = resolveFront({ collections: [collection(1, { slots })] }, factsOf(five), begin - 1);
    expect(before.nextChangeAt).toBe(begin);
    expect(resolveFront({ collections: [collection(1, { slots })] }, factsOf(five), begin).nextChangeAt).toBe(
      begin + hour,
    );
  });
});

describe('for every front', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });
  const arbitraryFacts = fc
    .tuple(numbers, numbers, fc.integer({ min: -60, max: 60 }))
    .map(([live, ranked, age]) =>
      factsOf(
        live.map((number) =>
          story(number, { standing: number === 8 ? 'ready' : 'live', withdrawn: number === 7 }),
        ),
        {
          rows: ranked.map((number) => ({ articleId: testId('article', number), count: 10 })),
          fetchedAt: at(age),
        },
      ),
    );

  test('caps hold, no story is shown that may not be, none twice where it may not', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryFacts, (content, facts) => {
        const resolved = resolveFront(content, facts, TEST_NOW);
        const once = new Set<string>();
        resolved.collections.forEach(({ items, hidden: left }, index) => {
          const source = content.collections[index];
          expect(items.length).toBeLessThanOrEqual(source?.cap ?? 0);
          const here = items.flatMap(({ content: each }) =>
            each.kind === 'article' ? [each.articleId] : [],
          );
          expect(new Set(here).size).toBe(here.length);
          for (const articleId of here) {
            expect(whyHidden(facts.story(articleId), TEST_NOW)).toBeNull();
            if (source?.allowRepeats) continue;
            expect(once.has(articleId)).toBe(false);
            once.add(articleId);
          }
          const places = items.map(({ place }) => place);
          expect(places).toEqual(places.toSorted((one, other) => one - other));
          // Every slot is either on the page or left off for one reason.
          const bySlot = [
            ...items.flatMap(({ slotId }) => slotId ?? []),
            ...left.map(({ slotId }) => slotId),
          ];
          expect(bySlot.toSorted()).toEqual((source?.slots ?? []).map(({ slotId }) => slotId).toSorted());
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('nothing changes by the clock before the moment that is named', () => {
    fc.assert(
      fc.property(
        arbitraryContent,
        arbitraryFacts,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (content, facts, share) => {
          const now = resolveFront(content, facts, TEST_NOW);
          const until = (now.nextChangeAt ?? TEST_NOW + 100 * hour) - 1;
          const later = Math.floor(TEST_NOW + (until - TEST_NOW) * share);
          expect(resolveFront(content, facts, later).collections).toEqual(now.collections);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('headlines', () => {
  test('the short one stands where the other is too long for its place, unless the slot has its own', () => {
    const long = 'Pemerintah menyiapkan bantuan beras bagi dua puluh juta keluarga penerima manfaat';
    const stories = [1, 2, 3].map((number) =>
      story(number, { headline: long, shortHeadline: 'Bantuan beras' }),
    );
    const slots = [slot(1), slot(2), slot(3, { headline: 'Sendiri' })];
    const headlines = (layout: 'lead4' | 'sidebar') =>
      resolveFront(
        { collections: [collection(1, { layout, slots })] },
        factsOf(stories),
        TEST_NOW,
      ).collections[0]?.items.map(({ headline }) => headline);
    expect(headlines('lead4')).toEqual([long, 'Bantuan beras', 'Sendiri']);
    expect(headlines('sidebar')).toEqual(['Bantuan beras', 'Bantuan beras', 'Sendiri']);
  });
});

describe('warnings', () => {
  test('are told at their slot, with what is needed to say them', () => {
    const picture = { mediaId: 'a'.repeat(64), alt: '', width: 1, height: 1 };
    const stories = [
      story(1, { picture, headline: 'x'.repeat(94) }),
      story(2, { picture, sourceClusters: [1], publishedAt: at(-30) }),
      story(3, { embargoedUntil: at(2) }),
      story(4, { updatedAt: at(0) }),
    ];
    const slots = [
      slot(1),
      slot(2),
      slot(3),
      slot(4, { headline: 'Sendiri' }),
      slot(6, { startsAt: at(3), endsAt: at(2) }),
    ];
    const content = { collections: [collection(1, { layout: 'lead4', slots })] };
    const facts = factsOf(stories);
    const warnings = frontWarnings(content, resolveFront(content, facts, TEST_NOW), facts, TEST_NOW);
    const told = warnings.map(({ slotId, code, detail }) => [Number(slotId?.slice(-4)), code, detail]);
    expect(told).toEqual([
      [1, 'headline-too-long', '4'],
      [2, 'older-than-day', null],
      [2, 'picture-twice', 'x'.repeat(94)],
      [2, 'same-story', 'x'.repeat(94)],
      [4, 'corrected', null],
      [3, 'embargoed', at(2)],
      [6, 'end-before-start', null],
    ]);
  });
});
