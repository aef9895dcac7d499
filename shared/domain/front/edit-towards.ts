import {
  slotFieldsSchema,
  type Collection,
  type CollectionFields,
  type FrontContent,
  type Slot,
  type SlotFields,
} from '../../contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../contract/front-edits.ts';
import { stampsOf, stampsOfCollection } from './apply-edit.ts';

/**
 * The edit that makes some collections (null: all) of a draft what they are in another state: live, or a launch. It is
 * made of the small edits a person would make, each naming what it was made from: what somebody else does to the draft
 * meanwhile is refused or stays, and never goes unseen. Pure.
 */
export function editTowards(
  draft: FrontContent,
  wanted: FrontContent,
  collectionIds: readonly string[] | null,
): FrontEdit {
  const isMeant = ({ collectionId }: Collection): boolean =>
    collectionIds === null || collectionIds.includes(collectionId);
  const targets = wanted.collections.filter(isMeant);
  const wantedIds = new Set(wanted.collections.map(({ collectionId }) => collectionId));
  const wantedSlots = new Set(targets.flatMap(({ slots }) => slots.map(({ slotId }) => slotId)));
  const leaves = (each: Collection): boolean => isMeant(each) && !wantedIds.has(each.collectionId);
  const staying = draft.collections.filter((each) => !leaves(each));
  const standing = new Map(
    staying.flatMap((collection) => collection.slots.map((slot) => [slot.slotId, { slot, collection }])),
  );
  const known = new Map(staying.map((each) => [each.collectionId, each]));

  const gone = staying
    .filter(isMeant)
    .flatMap(({ slots }) => slots.filter(({ slotId }) => !wantedSlots.has(slotId)));
  const edits: SimpleFrontEdit[] = [
    ...draft.collections.filter(leaves).map((each) => ({
      kind: 'removeCollection' as const,
      collectionId: each.collectionId,
      seen: stampsOfCollection(each),
    })),
    ...inParts(gone).map((slots) => ({
      kind: 'remove' as const,
      slotIds: slots.map(({ slotId }) => slotId),
      seen: stampsOf(slots),
    })),
  ];
  for (const target of targets) {
    const { collectionId } = target;
    const now = known.get(collectionId);
    if (now === undefined) edits.push({ kind: 'putCollection', collection: { ...target, slots: [] } });
    else {
      const change = collectionChange(now, target);
      if (Object.keys(change).length > 0) {
        edits.push({ kind: 'changeCollection', collectionId, stamp: now.stamp, change });
      }
    }
  }
  for (const target of targets) {
    for (const slot of target.slots) {
      const now = standing.get(slot.slotId)?.slot;
      const change = now === undefined ? {} : slotChange(now, slot);
      if (now === undefined || Object.keys(change).length === 0) continue;
      edits.push({ kind: 'changeSlot', slotId: slot.slotId, stamp: now.stamp, change });
    }
    edits.push(...arrangement(target, known.get(target.collectionId), wantedSlots, standing));
  }
  return { kind: 'several', edits: [...edits, ...orderOf(staying, wanted, targets)] };
}

/** As many as one edit takes. */
function inParts<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += 200) parts.push(items.slice(at, at + 200));
  return parts;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function collectionChange(now: CollectionFields, target: CollectionFields): Partial<CollectionFields> {
  const { title, layout, cap, fill, allowRepeats } = target;
  const fields: CollectionFields = { title, layout, cap, fill, allowRepeats };
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !isSame(now[name as keyof CollectionFields], value)),
  );
}

function slotChange(now: SlotFields, target: SlotFields): Partial<SlotFields> {
  const names = Object.keys(slotFieldsSchema.shape) as (keyof SlotFields)[];
  return Object.fromEntries(
    names.filter((name) => !isSame(now[name], target[name])).map((name) => [name, target[name]]),
  );
}

function placeKept({ slotId, pinnedAt }: Slot): Pick<Slot, 'slotId' | 'pinnedAt'> {
  return { slotId, pinnedAt };
}

/** Has the slots of a collection stand in their order; what somebody puts there meanwhile comes behind them. */
function arrangement(
  target: Collection,
  now: Collection | undefined,
  wantedSlots: ReadonlySet<string>,
  standing: ReadonlyMap<string, { slot: Slot; collection: Collection }>,
): SimpleFrontEdit[] {
  const ids = ({ slots }: { slots: readonly Slot[] }): string[] => slots.map(({ slotId }) => slotId);
  const left = now === undefined ? [] : ids(now).filter((slotId) => wantedSlots.has(slotId));
  // Where one that keeps its place leaves, or no longer keeps it, the others do not stay where they stood.
  const isUnpinned = [...(now?.slots ?? []), ...target.slots].every(({ pinnedAt }) => pinnedAt === null);
  const standsAsWanted = isUnpinned
    ? isSame(left, ids(target))
    : now !== undefined && isSame(now.slots.map(placeKept), target.slots.map(placeKept));
  if (target.slots.length === 0 || standsAsWanted) return [];
  const from = Object.fromEntries(
    target.slots.flatMap(({ slotId }) => {
      const stands = standing.get(slotId);
      return stands === undefined ? [] : [[slotId, stands.collection.collectionId]];
    }),
  );
  return [{ kind: 'place', collectionId: target.collectionId, after: null, slots: target.slots, from }];
}

/** Has the collections meant stand in their order, among those that stay as they are. */
function orderOf(
  staying: readonly Collection[],
  wanted: FrontContent,
  targets: readonly Collection[],
): SimpleFrontEdit[] {
  const wantedOrder = wanted.collections.map(({ collectionId }) => collectionId);
  const order = staying.map(({ collectionId }) => collectionId);
  for (const { collectionId } of targets) if (!order.includes(collectionId)) order.push(collectionId);
  const edits: SimpleFrontEdit[] = [];
  for (const { collectionId } of targets) {
    const shared = order.filter((each) => wantedOrder.includes(each));
    const isThere = new Set(shared);
    const left = wantedOrder
      .slice(0, wantedOrder.indexOf(collectionId))
      .findLast((each) => isThere.has(each));
    if (shared[shared.indexOf(collectionId) - 1] === left) continue;
    order.splice(order.indexOf(collectionId), 1);
    order.splice(left === undefined ? 0 : order.indexOf(left) + 1, 0, collectionId);
    edits.push({ kind: 'moveCollection', collectionId, after: left ?? null });
  }
  return edits;
}
