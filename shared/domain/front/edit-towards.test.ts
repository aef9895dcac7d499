import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrontContent, Slot } from '../../contract/front-content.ts';
import { applyFrontEdit } from './apply-edit.ts';
import { arbitraryContent, arbitraryEdit, testId } from './arbitrary-front.ts';
import { newCollection, newSlot } from './build.ts';
import { compareContents, isSameContent } from './compare.ts';
import { editTowards } from './edit-towards.ts';

function towards(draft: FrontContent, wanted: FrontContent, ids: readonly string[] | null): FrontContent {
  const done = applyFrontEdit(draft, editTowards(draft, wanted, ids), 'done');
  if (!done.ok) throw new Error(`refused: ${done.reason}`);
  const undone = applyFrontEdit(done.content, done.inverse, 'undone');
  if (!undone.ok) throw new Error(`undo refused: ${undone.reason}`);
  expect(isSameContent(undone.content, draft)).toBe(true);
  return done.content;
}

test('leads from any front to any other, and back', () => {
  fc.assert(
    fc.property(arbitraryContent, arbitraryContent, (draft, wanted) => {
      expect(isSameContent(towards(draft, wanted, null), wanted)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('puts slots in their order where one that kept its place is gone and another no longer does', () => {
  const slot = (number: number, content: Slot['content'], pinnedAt: number | null) =>
    newSlot({ slotId: testId('slot', number), content, pinnedAt, placedAt: '2026-11-25T02:00:00.000Z' });
  const story = { kind: 'article' as const, articleId: testId('article', 1) };
  const block = { kind: 'block' as const, text: 'Teks' };
  const link = { kind: 'link' as const, url: 'https://lain.example/a' };
  const front = (slots: Slot[]): FrontContent => ({
    collections: [newCollection({ collectionId: testId('collection', 1), title: 'Headline', slots })],
  });
  const wanted = front([slot(1, story, null), slot(4, link, null)]);
  const draft = front([slot(5, block, 1), slot(1, block, 2), slot(4, story, null)]);
  expect(towards(draft, wanted, null).collections[0]?.slots.map(({ slotId }) => slotId)).toEqual([
    testId('slot', 1),
    testId('slot', 4),
  ]);
});

test('leaves the other collections as they are, but for slots that are called back', () => {
  fc.assert(
    fc.property(arbitraryContent, arbitraryContent, (draft, wanted) => {
      const [target] = wanted.collections;
      if (target === undefined) return;
      const content = towards(draft, wanted, [target.collectionId]);
      const differences = compareContents(wanted, content, () => null);
      const own = differences.find(({ collectionId }) => collectionId === target.collectionId);
      expect(own?.slots).toEqual([]);
      const ids = new Set(target.slots.map(({ slotId }) => slotId));
      const others = ({ collections }: FrontContent) =>
        collections
          .filter(({ collectionId }) => collectionId !== target.collectionId)
          .flatMap(({ slots }) => slots.map(({ slotId }) => slotId).filter((slotId) => !ids.has(slotId)))
          .toSorted();
      expect(others(content)).toEqual(others(draft));
    }),
  );
});

test('an edit of somebody else is refused or stays to be seen', () => {
  fc.assert(
    fc.property(arbitraryContent, arbitraryContent, arbitraryEdit, (draft, wanted, edit) => {
      if (edit.kind !== 'changeSlot' && edit.kind !== 'place') return;
      const theirs = applyFrontEdit(draft, edit, 'theirs');
      if (!theirs.ok) return;
      const done = applyFrontEdit(theirs.content, editTowards(draft, wanted, null), 'mine');
      if (!done.ok) return;
      const slots = done.content.collections.flatMap((each) => each.slots);
      if (edit.kind === 'changeSlot') {
        const slot = slots.find(({ slotId }) => slotId === edit.slotId);
        expect(slot?.headline).toBe(
          theirs.content.collections
            .flatMap((each) => each.slots)
            .find(({ slotId }) => slotId === edit.slotId)?.headline,
        );
      } else {
        const ids = slots.map(({ slotId }) => slotId);
        const before = new Set(draft.collections.flatMap((each) => each.slots.map(({ slotId }) => slotId)));
        const placed = edit.slots.map(({ slotId }) => slotId).filter((slotId) => !before.has(slotId));
        expect(ids).toEqual(expect.arrayContaining(placed));
      }
    }),
    { numRuns: 1_000 },
  );
});
