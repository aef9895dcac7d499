/**
 * What putting slots down between two cards means. Above a rule's stories they simply come first; among those, and
 * where the rule goes before the hand, a place is only kept by a pin, so they are pinned where they were put down.
 */
import type { FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../contract/front-edits.ts';
import { placeEdit } from './place-edit.ts';
import type { BoardCollection } from './board.ts';

/** Between the cards of a collection, from 0 (above the first) on. */
export interface BoardPlace {
  collectionId: string;
  index: number;
}

interface Spot {
  after: string | null;
  /** The place on the page, from 1. */
  number: number;
  /** Whether the place is kept by a pin only. */
  needsPin: boolean;
}

function spotOf({ collection, cards }: BoardCollection, index: number, moving: ReadonlySet<string>): Spot {
  const above = cards.slice(0, index).filter(({ key }) => !moving.has(key));
  return {
    after: above.findLast(({ slot }) => slot !== null)?.slot?.slotId ?? null,
    number: above.filter(({ item }) => item !== null).length + 1,
    needsPin: collection.fill.by === 'rule' || above.some(({ slot }) => slot === null),
  };
}

/** The edit that puts slots, new ones or some of this front, at a place of the board; null where the place is gone. */
export function dropEdit(
  content: FrontContent,
  board: readonly BoardCollection[],
  place: BoardPlace,
  slots: readonly Slot[],
): FrontEdit | null {
  const target = board.find(({ collection }) => collection.collectionId === place.collectionId);
  if (target === undefined || slots.length === 0) return null;
  const known = new Map(content.collections.flatMap((each) => each.slots.map((slot) => [slot.slotId, slot])));
  // A story that stands here already is moved: then it is that slot which is pinned.
  const edit = placeEdit(content, place.collectionId, null, slots);
  const placed = edit.kind === 'place' ? edit.slots : [...slots];
  const spot = spotOf(target, place.index, new Set(placed.map(({ slotId }) => slotId)));
  const pinned = placed.map((slot, offset) =>
    spot.needsPin || slot.pinnedAt !== null ? { ...slot, pinnedAt: spot.number + offset } : slot,
  );
  const put: SimpleFrontEdit = {
    kind: 'place',
    collectionId: place.collectionId,
    after: spot.after,
    slots: pinned,
  };
  const changes = pinned.flatMap(({ slotId, pinnedAt }): SimpleFrontEdit[] => {
    const before = known.get(slotId);
    if (before === undefined || before.pinnedAt === pinnedAt) return [];
    return [{ kind: 'changeSlot', slotId, stamp: before.stamp, change: { pinnedAt } }];
  });
  return changes.length === 0 ? put : { kind: 'several', edits: [put, ...changes] };
}

/** Where on the board something stands at a place of the page, counted from 1, or behind all that is there. */
export function boardPlaceOf({ collection, cards }: BoardCollection, place: number): BoardPlace {
  let shown = 0;
  const index = cards.findIndex(({ item }) => {
    if (item !== null) shown += 1;
    return shown >= place;
  });
  return { collectionId: collection.collectionId, index: index < 0 ? cards.length : index };
}
