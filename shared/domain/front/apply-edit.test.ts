import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontContent } from '../../contract/front-content.ts';
import { frontContentSchema } from '../../contract/front-content.ts';
import { frontEditSchema, type FrontEdit } from '../../contract/front-edits.ts';
import { applyFrontEdit } from './apply-edit.ts';
import { arbitraryContent, arbitraryEdit, testId } from './arbitrary-front.ts';
import { newCollection, newSlot } from './build.ts';
import { placeEdit } from './place-edit.ts';

const placedAt = '2026-11-25T02:00:00Z';
const slotOf = (number: number, articleNumber = number) =>
  newSlot({
    slotId: testId('slot', number),
    content: { kind: 'article', articleId: testId('article', articleNumber) },
    placedAt,
  });
const [headline, picks] = [testId('collection', 1), testId('collection', 2)];
const slotIds = (...numbers: number[]): string[] => numbers.map((number) => testId('slot', number));

function frontOf(first: number[], second: number[] = []): FrontContent {
  return {
    collections: [
      newCollection({
        collectionId: headline,
        title: 'Headline',
        slots: first.map((number) => slotOf(number)),
      }),
      newCollection({ collectionId: picks, title: 'Pilihan', slots: second.map((number) => slotOf(number)) }),
    ],
  };
}

function applied(content: FrontContent, edit: FrontEdit, stamp = 'm'): FrontContent {
  const result = applyFrontEdit(content, edit, stamp);
  if (!result.ok) throw new Error(result.reason);
  return result.content;
}

function order(content: FrontContent, collectionId = headline): number[] {
  const found = content.collections.find((each) => each.collectionId === collectionId);
  return (found?.slots ?? []).map(({ slotId }) => Number(slotId.slice(-4)));
}

/** Without stamps, which never go back. */
function meaning({ collections }: FrontContent): unknown {
  return collections.map(({ stamp: _stamp, slots, ...fields }) => ({
    ...fields,
    slots: slots.map(({ stamp: _slotStamp, ...slot }) => slot),
  }));
}

describe('placing and moving', () => {
  test('behind a slot, at the head, and at the end where the neighbour is gone', () => {
    const place = (after: string | null): FrontEdit => ({
      kind: 'place',
      collectionId: headline,
      after,
      slots: [slotOf(9)],
    });
    const front = frontOf([1, 2, 3]);
    expect(order(applied(front, place(testId('slot', 1))))).toEqual([1, 9, 2, 3]);
    expect(order(applied(front, place(null)))).toEqual([9, 1, 2, 3]);
    expect(order(applied(front, place(testId('slot', 7))))).toEqual([1, 2, 3, 9]);
  });

  test('several at once, also behind one of themselves', () => {
    const move = (numbers: number[], after: number): FrontEdit => ({
      kind: 'move',
      slotIds: slotIds(...numbers),
      collectionId: headline,
      after: testId('slot', after),
    });
    expect(order(applied(frontOf([1, 2, 3, 4]), move([4, 1], 2)))).toEqual([2, 4, 1, 3]);
    expect(order(applied(frontOf([1, 2, 3, 4]), move([2, 4], 4)))).toEqual([1, 3, 2, 4]);
    const both = applied(frontOf([1], [2, 3]), move([1, 3, 8], 1));
    expect([order(both), order(both, picks)]).toEqual([[1, 3], [2]]);
  });

  test('a pinned slot keeps its place, whatever is placed above it', () => {
    const pinned = applied(frontOf([1, 2, 3]), {
      kind: 'changeSlot',
      slotId: testId('slot', 3),
      stamp: '',
      change: { pinnedAt: 1 },
    });
    expect(order(pinned)).toEqual([3, 1, 2]);
    const placed = applied(pinned, {
      kind: 'place',
      collectionId: headline,
      after: null,
      slots: [slotOf(9)],
    });
    expect(order(placed)).toEqual([3, 9, 1, 2]);
  });

  test('a story that stands on the front already moves with its own words instead of standing twice', () => {
    const front = frontOf([1], [2]);
    const again = slotOf(9, 2);
    const edit = placeEdit(front, headline, null, [again]);
    const placed = applied(front, edit);
    expect([order(placed), order(placed, picks)]).toEqual([[2, 1], []]);
    const repeating = applied(front, {
      kind: 'changeCollection',
      collectionId: picks,
      stamp: '',
      change: { allowRepeats: true },
    });
    expect(order(applied(repeating, placeEdit(repeating, headline, null, [again])))).toEqual([9, 1]);
  });
});

describe('two windows', () => {
  const words = (headlineText: string, stamp: string): FrontEdit => ({
    kind: 'changeSlot',
    slotId: testId('slot', 1),
    stamp,
    change: { headline: headlineText },
  });

  test('both keep what they did to different slots', () => {
    const front = frontOf([1, 2, 3]);
    const one = applied(
      front,
      { kind: 'move', slotIds: slotIds(3), collectionId: headline, after: null },
      'a',
    );
    const both = applied(one, words('Judul', ''), 'b');
    expect(order(both)).toEqual([3, 1, 2]);
    expect(both.collections[0]?.slots[1]?.headline).toBe('Judul');
  });

  test('the second change of one slot is a conflict, and nothing is overwritten', () => {
    const changed = applied(frontOf([1]), words('Dari jendela satu', ''), 'a');
    const second = applyFrontEdit(changed, words('Dari jendela dua', ''), 'b');
    expect(second).toEqual({ ok: false, reason: 'stale', id: testId('slot', 1) });
    expect(applyFrontEdit(changed, words('Diubah lagi', 'a'), 'c').ok).toBe(true);
  });

  test('what is gone is refused by name; removing it again is no fault', () => {
    const removed = applied(frontOf([1]), { kind: 'remove', slotIds: slotIds(1) });
    expect(applyFrontEdit(removed, words('Terlambat', ''), 'a')).toMatchObject({
      ok: false,
      reason: 'slot-gone',
    });
    expect(applyFrontEdit(removed, { kind: 'remove', slotIds: slotIds(1) }, 'a').ok).toBe(true);
    expect(
      applyFrontEdit(
        removed,
        { kind: 'place', collectionId: testId('collection', 9), after: null, slots: [slotOf(1)] },
        'a',
      ),
    ).toMatchObject({ ok: false, reason: 'collection-gone' });
  });

  test('what was changed or moved elsewhere since is not taken away with the rest', () => {
    const front = frontOf([1, 2], [3]);
    const placed = applyFrontEdit(
      front,
      { kind: 'place', collectionId: headline, after: null, slots: [slotOf(9)] },
      'a',
    );
    const moved = applyFrontEdit(
      front,
      { kind: 'move', slotIds: slotIds(1), collectionId: picks, after: null },
      'a',
    );
    const removed = applyFrontEdit(front, { kind: 'removeCollection', collectionId: headline }, 'a');
    if (!placed.ok || !moved.ok || !removed.ok) throw new Error('refused');
    const theirs: FrontEdit = {
      kind: 'changeSlot',
      slotId: testId('slot', 9),
      stamp: '',
      change: { headline: 'Lain' },
    };
    const stale = (slot: number) => ({ ok: false, reason: 'stale', id: testId('slot', slot) });
    expect(applyFrontEdit(applied(placed.content, theirs, 'b'), placed.inverse, 'c')).toEqual(stale(9));
    const takenAway = applied(moved.content, { kind: 'remove', slotIds: slotIds(1) }, 'b');
    expect(applyFrontEdit(takenAway, moved.inverse, 'c')).toEqual(stale(1));
    const putBack = applyFrontEdit(removed.content, removed.inverse, 'b');
    if (!putBack.ok) throw new Error('refused');
    const grown = applied(
      putBack.content,
      { kind: 'place', collectionId: headline, after: null, slots: [slotOf(8)] },
      'c',
    );
    expect(applyFrontEdit(grown, putBack.inverse, 'd')).toEqual(stale(8));
  });

  test('several edits are all of them or none', () => {
    const result = applyFrontEdit(
      frontOf([1]),
      {
        kind: 'several',
        edits: [
          { kind: 'place', collectionId: headline, after: null, slots: [slotOf(2)] },
          { kind: 'move', slotIds: slotIds(7), collectionId: picks, after: null },
        ],
      },
      'a',
    );
    expect(result).toMatchObject({ ok: false, reason: 'slot-gone' });
  });
});

describe('for every front and every edit', () => {
  test('the inverse brings back what was there, and can be undone itself', () => {
    fc.assert(
      fc.property(
        arbitraryContent,
        fc.array(arbitraryEdit, { minLength: 1, maxLength: 4 }),
        (before, edits) => {
          const done = applyFrontEdit(before, { kind: 'several', edits }, 'done');
          if (!done.ok) return;
          const undone = applyFrontEdit(done.content, done.inverse, 'undone');
          if (!undone.ok) throw new Error(`undo refused: ${undone.reason}`);
          expect(meaning(undone.content)).toEqual(meaning(before));
          const again = applyFrontEdit(undone.content, undone.inverse, 'again');
          if (!again.ok) throw new Error(`redo refused: ${again.reason}`);
          expect(meaning(again.content)).toEqual(meaning(done.content));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('the result is a front: every slot stands once, and the contract takes it and the inverse', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryEdit, (before, edit) => {
        const frozen = JSON.stringify(before);
        const result = applyFrontEdit(before, edit, 'm');
        expect(JSON.stringify(before)).toBe(frozen);
        if (!result.ok) return;
        const ids = result.content.collections.flatMap(({ slots }) => slots.map(({ slotId }) => slotId));
        expect(new Set(ids).size).toBe(ids.length);
        expect(frontContentSchema.safeParse(result.content).success).toBe(true);
        expect(frontEditSchema.safeParse(result.inverse).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('an undo leaves alone what another window did meanwhile to other slots', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitrarySlotMove(), (before, { mine, theirs }) => {
        const done = applyFrontEdit(before, mine, 'mine');
        if (!done.ok) return;
        const meanwhile = applyFrontEdit(done.content, theirs, 'theirs');
        if (!meanwhile.ok) return;
        const undone = applyFrontEdit(meanwhile.content, done.inverse, 'undo');
        if (!undone.ok) throw new Error(undone.reason);
        const changed = undone.content.collections
          .flatMap(({ slots }) => slots)
          .find(({ stamp }) => stamp === 'theirs');
        expect(changed?.headline).toBe('Dari jendela lain');
      }),
    );
  });
});

/** One window moves slot 1, the other words slot 2. */
function arbitrarySlotMove() {
  return fc
    .record({ to: fc.integer({ min: 1, max: 4 }), after: fc.option(fc.integer({ min: 1, max: 12 })) })
    .map(({ to, after }): { mine: FrontEdit; theirs: FrontEdit } => ({
      mine: {
        kind: 'move',
        slotIds: slotIds(1),
        collectionId: testId('collection', to),
        after: after === null ? null : testId('slot', after),
      },
      theirs: {
        kind: 'changeSlot',
        slotId: testId('slot', 2),
        stamp: '',
        change: { headline: 'Dari jendela lain' },
      },
    }));
}
