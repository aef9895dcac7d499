/**
 * One edit of a front, carried out: in the renderer at once, in the core for good. Pure; what was given stays as it is.
 * Slots and collections are named by id, so an edit made from an older state still means the same: a neighbour that is
 * gone means the end, what is to be moved or removed and is gone is passed over.
 */
import type { Collection, FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../contract/front-edits.ts';
import { keepPins } from './keep-pins.ts';

const MOST_SLOTS = 200;
const MOST_COLLECTIONS = 100;

/** `stale`: `id` was changed, moved or put there since the state that the edit was made from. */
export type FrontEditRefusal = 'stale' | 'slot-gone' | 'collection-gone' | 'full';

export type FrontEditResult =
  | { ok: true; content: FrontContent; inverse: FrontEdit }
  | { ok: false; reason: FrontEditRefusal; id: string };

class Refusal extends Error {
  readonly reason: FrontEditRefusal;
  readonly id: string;
  constructor(reason: FrontEditRefusal, id: string) {
    super(reason);
    this.reason = reason;
    this.id = id;
  }
}

interface Step {
  content: FrontContent;
  inverse: SimpleFrontEdit[];
}

/**
 * Applies an edit. `stamp` becomes the stamp of every slot and collection whose fields it changes: the id of the
 * mutation it travels with. `inverse` brings back what was there, also after other edits elsewhere on the front.
 */
export function applyFrontEdit(content: FrontContent, edit: FrontEdit, stamp: string): FrontEditResult {
  try {
    let step: Step = { content, inverse: [] };
    for (const simple of edit.kind === 'several' ? edit.edits : [edit]) {
      const next = applySimple(step.content, simple, stamp);
      step = { content: next.content, inverse: [...next.inverse, ...step.inverse] };
    }
    const [only] = step.inverse;
    const inverse: FrontEdit =
      step.inverse.length === 1 && only ? only : { kind: 'several', edits: step.inverse };
    return { ok: true, content: step.content, inverse };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason, id: error.id };
    throw error;
  }
}

function applySimple(content: FrontContent, edit: SimpleFrontEdit, stamp: string): Step {
  switch (edit.kind) {
    case 'place':
      refuseMoved(content, edit.from ?? {});
      return place(content, edit.collectionId, edit.after, edit.slots);
    case 'move': {
      const known = slotsById(content);
      const slots = [...new Set(edit.slotIds)].flatMap((slotId) => known.get(slotId) ?? []);
      if (slots.length === 0) throw new Refusal('slot-gone', edit.slotIds[0] ?? '');
      return place(content, edit.collectionId, edit.after, slots);
    }
    case 'remove': {
      const going = new Set(edit.slotIds);
      const slots = content.collections.flatMap((each) =>
        each.slots.filter(({ slotId }) => going.has(slotId)),
      );
      refuseChanged(stampsOf(slots), edit.seen, stamp);
      return rearranged(content, going, withoutSlots(content, going));
    }
    case 'changeSlot':
      return changeSlot(content, edit, stamp);
    case 'changeCollection':
      return changeCollection(content, edit, stamp);
    case 'putCollection':
      return putCollection(content, edit.collection, edit.after);
    case 'moveCollection': {
      const collection = collectionOf(content, edit.collectionId);
      const others = content.collections.filter((each) => each !== collection);
      const left = leftOf(content, edit.collectionId);
      const after = edit.after === edit.collectionId ? left : edit.after;
      return {
        content: { collections: insertAfter(others, [collection], after, idOfCollection) },
        inverse: [{ kind: 'moveCollection', collectionId: edit.collectionId, after: left }],
      };
    }
    case 'removeCollection': {
      const collection = collectionOf(content, edit.collectionId);
      refuseChanged(stampsOfCollection(collection), edit.seen, stamp);
      const after = leftOf(content, edit.collectionId);
      return {
        content: { collections: content.collections.filter((each) => each !== collection) },
        inverse: [{ kind: 'putCollection', collection, after }],
      };
    }
  }
}

/** What an edit that takes slots away says it saw. */
export function stampsOf(slots: readonly Slot[]): Record<string, string> {
  return Object.fromEntries(slots.map(({ slotId, stamp }) => [slotId, stamp]));
}

/** What an edit that takes a collection away says it saw. */
export function stampsOfCollection({ collectionId, stamp, slots }: Collection): Record<string, string> {
  return { ...stampsOf(slots), [collectionId]: stamp };
}

/** What the same mutation changed a moment ago (`own`) was not changed by anybody else. */
function refuseChanged(
  now: Record<string, string>,
  seen: Record<string, string> | undefined,
  own: string,
): void {
  if (seen === undefined) return;
  for (const [id, stamp] of Object.entries(now)) {
    if (seen[id] !== stamp && stamp !== own) throw new Refusal('stale', id);
  }
}

function refuseMoved(content: FrontContent, from: Record<string, string>): void {
  for (const [slotId, collectionId] of Object.entries(from)) {
    const collection = content.collections.find((each) => each.collectionId === collectionId);
    if (!collection?.slots.some((each) => each.slotId === slotId)) throw new Refusal('stale', slotId);
  }
}

function idOfCollection({ collectionId }: Collection): string {
  return collectionId;
}

function slotsById(content: FrontContent): Map<string, Slot> {
  return new Map(
    content.collections.flatMap(({ slots }) => slots.map((slot) => [slot.slotId, slot] as const)),
  );
}

function collectionOf(content: FrontContent, collectionId: string): Collection {
  const found = content.collections.find((each) => each.collectionId === collectionId);
  if (!found) throw new Refusal('collection-gone', collectionId);
  return found;
}

/** Id of the collection before it; null at the head. */
function leftOf(content: FrontContent, collectionId: string): string | null {
  const at = content.collections.findIndex((each) => each.collectionId === collectionId);
  return content.collections[at - 1]?.collectionId ?? null;
}

function insertAfter<Item>(
  items: readonly Item[],
  inserted: readonly Item[],
  after: string | null,
  idOf: (item: Item) => string,
): Item[] {
  const found = after === null ? -1 : items.findIndex((item) => idOf(item) === after);
  const at = after !== null && found === -1 ? items.length : found + 1;
  return [...items.slice(0, at), ...inserted, ...items.slice(at)];
}

function withSlots(content: FrontContent, collectionId: string, slots: readonly Slot[]): FrontContent {
  if (slots.length > MOST_SLOTS) throw new Refusal('full', collectionId);
  return {
    collections: content.collections.map((each) =>
      each.collectionId === collectionId ? { ...each, slots: keepPins(slots) } : each,
    ),
  };
}

function withoutSlots(content: FrontContent, slotIds: ReadonlySet<string>): FrontContent {
  return {
    collections: content.collections.map((each) =>
      each.slots.some(({ slotId }) => slotIds.has(slotId))
        ? { ...each, slots: keepPins(each.slots.filter(({ slotId }) => !slotIds.has(slotId))) }
        : each,
    ),
  };
}

/** Where slots are dropped behind one of themselves, the nearest before it that stays counts. */
function steadyAnchor(
  collection: Collection,
  after: string | null,
  moving: ReadonlySet<string>,
): string | null {
  if (after === null || !moving.has(after)) return after;
  const at = collection.slots.findIndex(({ slotId }) => slotId === after);
  if (at === -1) return after;
  return collection.slots.slice(0, at).findLast(({ slotId }) => !moving.has(slotId))?.slotId ?? null;
}

function place(
  content: FrontContent,
  collectionId: string,
  after: string | null,
  slots: readonly Slot[],
): Step {
  const known = slotsById(content);
  const placed = [
    ...new Map(slots.map((slot) => [slot.slotId, known.get(slot.slotId) ?? slot] as const)).values(),
  ];
  const moving = new Set(placed.map(({ slotId }) => slotId));
  const anchor = steadyAnchor(collectionOf(content, collectionId), after, moving);
  const without = withoutSlots(content, moving);
  const rest = collectionOf(without, collectionId).slots;
  const next = insertAfter(rest, placed, anchor, ({ slotId }) => slotId);
  return rearranged(content, moving, withSlots(without, collectionId, next));
}

/** A step that put in, moved or took out the slots named and changed nothing else. */
function rearranged(before: FrontContent, slotIds: ReadonlySet<string>, after: FrontContent): Step {
  const was = slotsById(before);
  const added = [...slotsById(after).values()].filter(
    ({ slotId }) => slotIds.has(slotId) && !was.has(slotId),
  );
  const taken = added.map(({ slotId }) => slotId);
  const inverse: SimpleFrontEdit[] =
    added.length > 0 ? [{ kind: 'remove', slotIds: taken, seen: stampsOf(added) }] : [];
  return { content: after, inverse: [...inverse, ...putBack(before, slotIds, after)] };
}

/**
 * Edits that bring the slots named from where `after` has them back to where `before` had them. Pinned slots keep their
 * place by themselves, so a slot that flows is put back behind the one that flows before it.
 */
function putBack(before: FrontContent, slotIds: ReadonlySet<string>, after: FrontContent): SimpleFrontEdit[] {
  const standsIn = new Map(
    after.collections.flatMap(({ collectionId, slots }) =>
      slots.map(({ slotId }) => [slotId, collectionId] as const),
    ),
  );
  const placeAfter = (collectionId: string, left: string | null, slots: Slot[]): SimpleFrontEdit => ({
    kind: 'place',
    collectionId,
    after: left,
    slots,
    from: Object.fromEntries(
      slots.flatMap(({ slotId }) => {
        const stands = standsIn.get(slotId);
        return stands === undefined ? [] : [[slotId, stands]];
      }),
    ),
  });
  return before.collections.flatMap(({ collectionId, slots }) => {
    const runs: { left: string | null; slots: Slot[] }[] = [];
    let left: string | null = null;
    let run: (typeof runs)[number] | null = null;
    for (const slot of slots.filter(({ pinnedAt }) => pinnedAt === null)) {
      if (!slotIds.has(slot.slotId)) run = null;
      else if (run) run.slots.push(slot);
      else {
        run = { left, slots: [slot] };
        runs.push(run);
      }
      left = slot.slotId;
    }
    const pinned = slots.filter(({ slotId, pinnedAt }) => pinnedAt !== null && slotIds.has(slotId));
    if (pinned.length > 0) runs.push({ left: null, slots: pinned });
    return runs.map((each) => placeAfter(collectionId, each.left, each.slots));
  });
}

/** The keys of a change with the values that stand there now. */
function formerValues<Fields extends object>(fields: Fields, change: object): Partial<Fields> {
  return Object.fromEntries(
    Object.keys(change).map((key) => [key, fields[key as keyof Fields]]),
  ) as Partial<Fields>;
}

function changeSlot(
  content: FrontContent,
  { slotId, stamp: seen, change }: Extract<SimpleFrontEdit, { kind: 'changeSlot' }>,
  stamp: string,
): Step {
  const collection = content.collections.find(({ slots }) => slots.some((each) => each.slotId === slotId));
  const slot = collection?.slots.find((each) => each.slotId === slotId);
  if (!collection || !slot) throw new Refusal('slot-gone', slotId);
  if (slot.stamp !== seen) throw new Refusal('stale', slotId);
  const next = { ...slot, ...defined(change), stamp };
  const slots = collection.slots.map((each) => (each === slot ? next : each));
  const changed = withSlots(content, collection.collectionId, slots);
  const inverse: SimpleFrontEdit[] = [
    { kind: 'changeSlot', slotId, stamp, change: formerValues(slot, defined(change)) },
  ];
  // A pin that is set or loosened moves it, and not only it.
  if (next.pinnedAt !== slot.pinnedAt) inverse.push(...putBack(content, new Set([slotId]), changed));
  return { content: changed, inverse };
}

function changeCollection(
  content: FrontContent,
  { collectionId, stamp: seen, change }: Extract<SimpleFrontEdit, { kind: 'changeCollection' }>,
  stamp: string,
): Step {
  const collection = collectionOf(content, collectionId);
  if (collection.stamp !== seen) throw new Refusal('stale', collectionId);
  const next = { ...collection, ...defined(change), stamp };
  return {
    content: { collections: content.collections.map((each) => (each === collection ? next : each)) },
    inverse: [
      { kind: 'changeCollection', collectionId, stamp, change: formerValues(collection, defined(change)) },
    ],
  };
}

/** Without what was left out as undefined. */
function defined<Change extends object>(
  change: Change,
): { [Key in keyof Change]?: Exclude<Change[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Change]?: Exclude<Change[Key], undefined>;
  };
}

function putCollection(content: FrontContent, put: Collection, after: string | null | undefined): Step {
  const { collectionId } = put;
  if (content.collections.some((each) => each.collectionId === collectionId)) {
    throw new Refusal('stale', collectionId);
  }
  if (content.collections.length >= MOST_COLLECTIONS) throw new Refusal('full', collectionId);
  const elsewhere = slotsById(content);
  const collection = { ...put, slots: keepPins(put.slots.filter(({ slotId }) => !elsewhere.has(slotId))) };
  const left = after === undefined ? (content.collections.at(-1)?.collectionId ?? null) : after;
  return {
    content: { collections: insertAfter(content.collections, [collection], left, idOfCollection) },
    inverse: [{ kind: 'removeCollection', collectionId, seen: stampsOfCollection(collection) }],
  };
}
