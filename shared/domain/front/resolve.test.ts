import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../../contract/front-content.ts';
import { arbitraryContent, TEST_NOW, testId } from './arbitrary-front.ts';
import { resolveFront, whyHidden } from './resolve.ts';
import { at, HOUR_MS, testCollection, testFacts, testSlot, testStory } from './test-stories.ts';

const latest = { kind: 'latest' } as const;
const popular = { kind: 'popular' } as const;
const five = [1, 2, 3, 4, 5].map((number) => testStory(number));

/** Headlines' numbers of each collection. */
function shown(collections: Collection[], facts = testFacts(five), now = TEST_NOW): number[][] {
  const resolved = resolveFront({ collections }, facts, now);
  return resolved.collections.map(({ items }) =>
    items.map(({ content }) => (content.kind === 'article' ? Number(content.articleId.slice(-4)) : 0)),
  );
}

function hidden(collections: Collection[], facts = testFacts(five), now = TEST_NOW) {
  return resolveFront({ collections }, facts, now).collections.flatMap((each) =>
    each.hidden.map(({ why }) => why),
  );
}

describe('fills', () => {
  test('by hand, by rule, by hand with the rule filling the rest', () => {
    const slots = [testSlot(4), testSlot(2)];
    expect(shown([testCollection(1, { cap: 3, slots })])).toEqual([[4, 2]]);
    expect(
      shown([testCollection(1, { cap: 3, fill: { by: 'hand-then-rule', rule: latest }, slots })]),
    ).toEqual([[4, 2, 1]]);
    expect(shown([testCollection(1, { cap: 6, fill: { by: 'rule', rule: latest }, slots })])).toEqual([
      [1, 2, 3, 4, 5],
    ]);
  });

  test('a story stands once: by hand before by rule, higher up before further down', () => {
    const byRule = { by: 'rule', rule: latest } as const;
    const first = testCollection(1, { cap: 2, fill: byRule });
    const second = testCollection(2, { cap: 2, slots: [testSlot(1)] });
    expect(shown([first, second])).toEqual([[2, 3], [1]]);
    expect(shown([first, testCollection(2, { cap: 3, fill: byRule })])).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    expect(shown([first, testCollection(2, { cap: 2, fill: byRule, allowRepeats: true })])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(
      hidden([
        testCollection(1, { slots: [testSlot(1)] }),
        testCollection(2, { slots: [testSlot(7, { content: testSlot(1).content })] }),
      ]),
    ).toEqual(['repeated']);
  });

  test('pins keep their places among what the rule finds, a locked slot keeps its place free', () => {
    const fill = { by: 'hand-then-rule', rule: latest } as const;
    expect(shown([testCollection(1, { cap: 4, fill, slots: [testSlot(5, { pinnedAt: 3 })] })])).toEqual([
      [1, 2, 5, 3],
    ]);
    const ended = testSlot(5, { endsAt: at(-1), locked: true });
    const places = resolveFront(
      { collections: [testCollection(1, { cap: 3, fill, slots: [ended] })] },
      testFacts(five),
      TEST_NOW,
    ).collections[0]?.items.map(({ place }) => place);
    expect(places).toEqual([2, 3]);
  });

  test('TERPOPULER: figures, then the hand, then the newest; never an empty box', () => {
    const byRule = { cap: 3, fill: { by: 'rule', rule: popular } as const, slots: [testSlot(4)] };
    const rows = [
      { articleId: testId('article', 3), count: 9 },
      { articleId: testId('article', 99), count: 5 },
    ];
    expect(shown([testCollection(1, byRule)], testFacts(five, { rows, fetchedAt: at(-1) }))).toEqual([
      [3, 4, 1],
    ]);
    expect(shown([testCollection(1, byRule)], testFacts(five, { rows, fetchedAt: at(-25) }))).toEqual([
      [4, 1, 2],
    ]);
    expect(shown([testCollection(1, byRule)], testFacts(five))).toEqual([[4, 1, 2]]);
    const byHand = { ...byRule, fill: { by: 'hand-then-rule', rule: popular } as const };
    expect(shown([testCollection(1, byHand)], testFacts(five, { rows, fetchedAt: at(-1) }))).toEqual([
      [4, 3, 1],
    ]);
  });
});

test('without any story nothing is shown, whatever fills the collections, and nothing is hidden', () => {
  const collections = (['hand', 'rule', 'hand-then-rule'] as const).flatMap((by, index) => [
    testCollection(2 * index, { fill: { by, rule: latest } }),
    testCollection(2 * index + 1, { fill: { by, rule: popular } }),
  ]);
  const rows = [{ articleId: testId('article', 99), count: 5 }];
  for (const facts of [testFacts([]), testFacts([], { rows, fetchedAt: at(-1) })]) {
    expect(shown(collections, facts)).toEqual([[], [], [], [], [], []]);
    expect(hidden(collections, facts)).toEqual([]);
  }
});

describe('what readers may not see', () => {
  test('is never shown, and told by its reason', () => {
    const stories = [
      testStory(1, { withdrawn: true }),
      testStory(2, { embargoedUntil: at(1) }),
      testStory(3, { standing: 'scheduled' }),
      testStory(4, { standing: 'trashed' }),
      testStory(5, { standing: 'ready' }),
    ];
    const slots = [1, 2, 3, 4, 5, 6].map((number) => testSlot(number));
    const fill = { by: 'hand-then-rule', rule: latest } as const;
    expect(shown([testCollection(1, { slots, fill })], testFacts(stories))).toEqual([[]]);
    expect(hidden([testCollection(1, { slots, fill })], testFacts(stories))).toEqual([
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
    const slots = [testSlot(1, { startsAt: start, endsAt: '2026-11-25T12:00:00+08:00' })];
    const begin = Date.parse(start);
    for (const [moment, count] of [
      [begin - 1, 0],
      [begin, 1],
      [begin + HOUR_MS - 1, 1],
      [begin + HOUR_MS, 0],
      [begin, 1],
    ] as const) {
      expect(shown([testCollection(1, { slots })], testFacts(five), moment)[0]).toHaveLength(count);
    }
    const before = resolveFront({ collections: [testCollection(1, { slots })] }, testFacts(five), begin - 1);
    expect(before.nextChangeAt).toBe(begin);
    expect(
      resolveFront({ collections: [testCollection(1, { slots })] }, testFacts(five), begin).nextChangeAt,
    ).toBe(begin + HOUR_MS);
  });
});

describe('for every front', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 8 });
  const arbitraryFacts = fc
    .tuple(numbers, numbers, fc.integer({ min: -60, max: 60 }))
    .map(([live, ranked, age]) =>
      testFacts(
        live.map((number) =>
          testStory(number, { standing: number === 8 ? 'ready' : 'live', withdrawn: number === 7 }),
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
          const until = (now.nextChangeAt ?? TEST_NOW + 100 * HOUR_MS) - 1;
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
      testStory(number, { headline: long, shortHeadline: 'Bantuan beras' }),
    );
    const slots = [testSlot(1), testSlot(2), testSlot(3, { headline: 'Sendiri' })];
    const headlines = (layout: 'lead4' | 'sidebar') =>
      resolveFront(
        { collections: [testCollection(1, { layout, slots })] },
        testFacts(stories),
        TEST_NOW,
      ).collections[0]?.items.map(({ headline }) => headline);
    expect(headlines('lead4')).toEqual([long, 'Bantuan beras', 'Sendiri']);
    expect(headlines('sidebar')).toEqual(['Bantuan beras', 'Bantuan beras', 'Sendiri']);
  });
});
