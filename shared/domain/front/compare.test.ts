import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFrontEdit } from './apply-edit.ts';
import { arbitraryContent, arbitraryEdit, testId } from './arbitrary-front.ts';
import { newCollection, newSlot } from './build.ts';
import { compareContents, isSameContent } from './compare.ts';
import { launchContent } from './launch-content.ts';

const slots = (...numbers: number[]) =>
  numbers.map((number) =>
    newSlot({
      slotId: testId('slot', number),
      content: { kind: 'article', articleId: testId('article', number) },
      placedAt: '2026-11-25T02:00:00Z',
    }),
  );
const front = (...lists: number[][]) => ({
  collections: lists.map((numbers, at) =>
    newCollection({
      collectionId: testId('collection', at + 1),
      title: `K${at + 1}`,
      slots: slots(...numbers),
    }),
  ),
});
const name = (articleId: string): string => `Berita ${Number(articleId.slice(-4))}`;

describe('comparing', () => {
  test('tells what came, went, moved and changed, and no more than that', () => {
    const from = front([1, 2, 3, 4], [5]);
    const to = front([3, 1, 2, 6], [5]);
    const [first, second] = compareContents(from, to, name);
    expect(
      first?.slots.map(({ kind, title, from: before, to: after }) => [kind, title, before, after]),
    ).toEqual([
      ['out', 'Berita 4', 4, null],
      ['moved', 'Berita 3', 3, 1],
      ['in', 'Berita 6', null, 4],
    ]);
    expect(second).toMatchObject({ kind: 'same', slots: [] });
  });

  test('a front is the same as itself after anything that was undone', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryEdit, (before, edit) => {
        expect(isSameContent(before, before)).toBe(true);
        const done = applyFrontEdit(before, edit, 'a');
        const undone = done.ok ? applyFrontEdit(done.content, done.inverse, 'b') : done;
        if (undone.ok) expect(isSameContent(before, undone.content)).toBe(true);
      }),
    );
  });
});

describe('launching some collections', () => {
  test('leaves the others as they are live, in the order of the draft', () => {
    const live = front([1], [2]);
    const draft = front([3], [4], [5]);
    const [first, second, third] = draft.collections;
    if (!first || !second || !third) throw new Error('three collections');
    const reordered = { collections: [third, second, first] };
    const launched = launchContent(live, reordered, [third.collectionId, first.collectionId]);
    expect(launched.collections.map(({ title, slots: own }) => [title, own.length])).toEqual([
      ['K3', 1],
      ['K2', 1],
      ['K1', 1],
    ]);
    expect(launched.collections[1]).toEqual(live.collections[1]);
    const without = { collections: [second] };
    expect(launchContent(live, without, [first.collectionId]).collections.map(({ title }) => title)).toEqual([
      'K2',
    ]);
  });

  test('all of them one after the other is the draft', () => {
    fc.assert(
      fc.property(arbitraryContent, arbitraryContent, (live, draft) => {
        const ids = [...live.collections, ...draft.collections].map(({ collectionId }) => collectionId);
        expect(launchContent(live, draft, ids)).toEqual(draft);
        expect(launchContent(live, draft, null)).toEqual(draft);
      }),
    );
  });
});
