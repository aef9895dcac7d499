/** Generated fronts and edits for property tests: few ids, so that edits meet what is there, and what is not. */
import fc from 'fast-check';
import type { Collection, FrontContent, Slot } from '../../contract/front-content.ts';
import type { SimpleFrontEdit } from '../../contract/front-edits.ts';
import { newCollection, newSlot } from './build.ts';
import { keepPins } from './keep-pins.ts';

/** The id of a thing by its kind and number. */
export function testId(kind: 'slot' | 'collection' | 'article', number: number): string {
  const digit = { slot: 1, collection: 2, article: 3 }[kind];
  return `${digit}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** 25 November 2026, 09.00 WIB. */
export const TEST_NOW = Date.parse('2026-11-25T02:00:00Z');

const hour = 3_600_000;
const instant = fc
  .integer({ min: -30, max: 30 })
  .map((hours) => new Date(TEST_NOW + hours * hour).toISOString());
const number = fc.integer({ min: 1, max: 12 });
const slotId = number.map((each) => testId('slot', each));
const collectionId = fc.integer({ min: 1, max: 4 }).map((each) => testId('collection', each));
const articleId = fc.integer({ min: 1, max: 8 }).map((each) => testId('article', each));
const pinnedAt = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 });

export const arbitrarySlot: fc.Arbitrary<Slot> = fc
  .record({
    slotId,
    content: fc.oneof(
      { weight: 4, arbitrary: articleId.map((id) => ({ kind: 'article' as const, articleId: id })) },
      { weight: 1, arbitrary: fc.constant({ kind: 'link' as const, url: 'https://lain.example/a' }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'block' as const, text: 'Teks' }) },
    ),
    headline: fc.option(fc.constantFrom('', 'Judul sendiri'), { freq: 2 }),
    pinnedAt,
    locked: fc.boolean(),
    startsAt: fc.option(instant, { freq: 2 }),
    endsAt: fc.option(instant, { freq: 2 }),
  })
  .map((fields) => newSlot({ ...fields, placedAt: new Date(TEST_NOW).toISOString() }));

const fill = fc.record({
  by: fc.constantFrom('hand' as const, 'rule' as const, 'hand-then-rule' as const),
  rule: fc.constantFrom({ kind: 'latest' as const }, { kind: 'popular' as const }),
});

const fields = fc.record({
  title: fc.constantFrom('Headline', 'TERPOPULER'),
  cap: fc.integer({ min: 1, max: 6 }),
  fill,
  allowRepeats: fc.boolean(),
});

/** Every slot id stands once on a front. */
export const arbitraryContent: fc.Arbitrary<FrontContent> = fc
  .tuple(
    fc.uniqueArray(collectionId, { maxLength: 4 }),
    fc.array(fields, { minLength: 4, maxLength: 4 }),
    fc.uniqueArray(arbitrarySlot, { maxLength: 10, selector: (slot) => slot.slotId }),
  )
  .map(([ids, details, slots]) => ({
    collections: ids.map((id, at): Collection => {
      const own = slots.filter((_, index) => index % ids.length === at);
      return newCollection({ collectionId: id, ...(details[at] ?? { title: '' }), slots: keepPins(own) });
    }),
  }));

/** An edit of whatever may be there; its stamps fit a content that nobody has changed. */
export const arbitraryEdit: fc.Arbitrary<SimpleFrontEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    collectionId,
    after: fc.option(slotId),
    slots: fc.array(arbitrarySlot, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    slotIds: fc.uniqueArray(slotId, { minLength: 1, maxLength: 4 }),
    collectionId,
    after: fc.option(slotId),
  }),
  fc.record({
    kind: fc.constant('remove' as const),
    slotIds: fc.uniqueArray(slotId, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('changeSlot' as const),
    slotId,
    stamp: fc.constant(''),
    change: fc.oneof(
      fc.record({ headline: fc.constantFrom('Baru', null) }),
      fc.record({ pinnedAt, locked: fc.boolean() }),
    ),
  }),
  fc.record({
    kind: fc.constant('changeCollection' as const),
    collectionId,
    stamp: fc.constant(''),
    change: fc.record({ title: fc.constant('Lain'), cap: fc.integer({ min: 1, max: 9 }) }),
  }),
  fc.record({
    kind: fc.constant('putCollection' as const),
    collection: fc
      .tuple(
        collectionId,
        fields,
        fc.uniqueArray(arbitrarySlot, { maxLength: 4, selector: (slot) => slot.slotId }),
      )
      .map(([id, details, slots]) => newCollection({ collectionId: id, ...details, slots })),
    after: fc.option(collectionId),
  }),
  fc.record({ kind: fc.constant('moveCollection' as const), collectionId, after: fc.option(collectionId) }),
  fc.record({ kind: fc.constant('removeCollection' as const), collectionId }),
);
