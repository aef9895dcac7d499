/** Everything that can be done to the front that is open, by pointer, key and palette alike. */
import type {
  Collection,
  CollectionFields,
  Slot,
  SlotContent,
  SlotFields,
} from '../../../shared/contract/front-content.ts';
import type { FrontEdit, SimpleFrontEdit } from '../../../shared/contract/front-edits.ts';
import type { FrontStory } from '../../../shared/contract/fronts.ts';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import type { Board, BoardCard, BoardCollection } from '../../../shared/domain/front/board.ts';
import { stampsOf, stampsOfCollection } from '../../../shared/domain/front/apply-edit.ts';
import { dropEdit } from '../../../shared/domain/front/drop-edit.ts';
import { rememberPlaced } from './board/use-board.ts';
import type { Deed } from './desk/edit-trail.ts';
import type { FrontDesk } from './desk/front-desk.ts';
import type { Place } from './drag/places.ts';

export interface FrontActions {
  /** Puts stories down as new slots. */
  placeStories: (stories: readonly FrontStory[], place: Place) => void;
  /** Puts slots down: some of this front, or new ones. */
  placeSlots: (slots: readonly Slot[], place: Place) => void;
  /** Makes the story a rule put there one that stands by hand, at the same place. */
  adopt: (collectionId: string, key: string) => void;
  /** One place up or down, across collections. */
  shift: (slotIds: readonly string[], by: -1 | 1) => void;
  remove: (slotIds: readonly string[]) => void;
  togglePin: (slotId: string) => void;
  toggleLock: (slotId: string) => void;
  /** Its words were held against the story's: that it changed is no longer told. */
  markChecked: (slotId: string) => void;
  /** Answers with null, or with the error it was refused for; the caller tells it. */
  changeSlot: (slot: Slot, change: Partial<SlotFields>) => Promise<unknown>;
  changeCollection: (collection: Collection, change: Partial<CollectionFields>) => Promise<unknown>;
  /** A link or block at the head of a collection. Answers as `changeSlot`. */
  addSlot: (collectionId: string, fields: Partial<SlotFields> & { content: SlotContent }) => Promise<unknown>;
  /** Answers as `changeSlot`. */
  addCollection: (fields: CollectionFields) => Promise<unknown>;
  removeCollection: (collection: Collection) => void;
  moveCollection: (collectionId: string, by: -1 | 1) => void;
  /** The slot and the collection it stands in, as they are now. */
  findSlot: (slotId: string) => { slot: Slot; collection: Collection } | null;
  findCollection: (collectionId: string) => Collection | null;
  /** What a card, by its key, is called. */
  titleOf: (key: string) => string;
}

interface Parts {
  desk: FrontDesk;
  board: () => Board | null;
  /** Called with what took something away, to offer the way back. */
  onTaken: (deed: Deed) => void;
  /** Called after slots were put down, with their ids: the keys go with them. */
  onPlaced: (slotIds: readonly string[]) => void;
}

/** What a card is called, also while it shows nothing. */
export function titleOfCard({ slot, item, story }: BoardCard): string {
  if (item !== null && item.headline !== '') return item.headline;
  const content = slot?.content;
  if (content?.kind === 'link') return slot?.headline ?? content.url;
  if (content?.kind === 'block') return content.text.split('\n', 1)[0] ?? '';
  return slot?.headline ?? story?.headline ?? '';
}

/** Whoever writes a card's words has the story's before them. */
function withCheck(change: Partial<SlotFields>): Partial<SlotFields> {
  const isWords = 'headline' in change || 'summary' in change;
  return isWords ? { ...change, checkedAt: new Date().toISOString() } : change;
}

export function createFrontActions({ desk, board, onTaken, onPlaced }: Parts): FrontActions {
  function collections(): readonly BoardCollection[] {
    return board()?.collections ?? [];
  }
  function cards(): BoardCard[] {
    return collections().flatMap((each) => [...each.cards]);
  }
  function titleOf(key: string): string {
    const card = cards().find((each) => each.key === key);
    return card === undefined ? '' : titleOfCard(card);
  }
  function findCollection(collectionId: string): Collection | null {
    const draft = desk.state.get().front?.draft;
    return draft?.collections.find((each) => each.collectionId === collectionId) ?? null;
  }
  function findSlot(slotId: string): { slot: Slot; collection: Collection } | null {
    for (const collection of desk.state.get().front?.draft.collections ?? []) {
      const slot = collection.slots.find((each) => each.slotId === slotId);
      if (slot !== undefined) return { slot, collection };
    }
    return null;
  }
  function run(edit: FrontEdit, deed: Deed): void {
    void desk.edit(edit, deed);
  }

  function put(slots: readonly Slot[], place: Place, deed: Deed): void {
    const draft = desk.state.get().front?.draft;
    const edit = draft === undefined ? null : dropEdit(draft, collections(), place, slots);
    if (edit === null) return;
    run(edit, deed);
    const placed = edit.kind === 'several' ? edit.edits[0] : edit;
    if (placed?.kind === 'place') onPlaced(placed.slots.map(({ slotId }) => slotId));
  }

  function slotFor(content: SlotContent): Slot {
    return newSlot({ slotId: crypto.randomUUID(), content, placedAt: new Date().toISOString() });
  }

  function deedOf(kind: 'placed' | 'moved', title: string, count: number, collectionId: string): Deed {
    const collection = findCollection(collectionId)?.title ?? '';
    return count === 1
      ? { key: `fronts.did.${kind}`, parameters: { headline: title, collection } }
      : { key: `fronts.did.${kind}.many`, parameters: { count, collection } };
  }

  function placeSlots(slots: readonly Slot[], place: Place): void {
    const isHere = slots.every(({ slotId }) => findSlot(slotId) !== null);
    const title = titleOf(slots[0]?.slotId ?? '') || (slots[0]?.headline ?? '');
    put(slots, place, deedOf(isHere ? 'moved' : 'placed', title, slots.length, place.collectionId));
  }

  function toggle(
    slotId: string,
    change: (slot: Slot) => Partial<SlotFields>,
    deed: (slot: Slot) => Deed,
  ): void {
    const found = findSlot(slotId);
    if (found === null) return;
    const { slot } = found;
    run({ kind: 'changeSlot', slotId, stamp: slot.stamp, change: change(slot) }, deed(slot));
  }

  /** Where a slot stands on the board. */
  function spotOf(slotId: string): { list: number; index: number } | null {
    for (const [list, { cards: ofList }] of collections().entries()) {
      const index = ofList.findIndex(({ key }) => key === slotId);
      if (index >= 0) return { list, index };
    }
    return null;
  }

  return {
    titleOf,
    findSlot,
    findCollection,
    placeSlots,
    placeStories(stories, place) {
      rememberPlaced(stories);
      const slots = stories.map(({ articleId }) => slotFor({ kind: 'article', articleId }));
      put(slots, place, deedOf('placed', stories[0]?.headline ?? '', slots.length, place.collectionId));
    },
    adopt(collectionId, key) {
      const found = collections().find(({ collection }) => collection.collectionId === collectionId);
      const index = found?.cards.findIndex((card) => card.key === key) ?? -1;
      const story = found?.cards[index]?.story;
      if (story === null || story === undefined) return;
      const slots = [slotFor({ kind: 'article', articleId: story.articleId })];
      put(slots, { collectionId, index }, deedOf('placed', story.headline, 1, collectionId));
    },
    shift(slotIds, by) {
      const ordered = slotIds.toSorted((one, other) => {
        const [first, second] = [spotOf(one), spotOf(other)];
        return (first?.list ?? 0) - (second?.list ?? 0) || (first?.index ?? 0) - (second?.index ?? 0);
      });
      const slots = ordered.flatMap((slotId) => findSlot(slotId)?.slot ?? []);
      const edge = spotOf((by < 0 ? ordered[0] : ordered.at(-1)) ?? '');
      if (edge === null || slots.length === 0) return;
      const list = collections()[edge.list];
      const index = by < 0 ? edge.index - 1 : edge.index + 2;
      if (list !== undefined && index >= 0 && index <= list.cards.length) {
        placeSlots(slots, { collectionId: list.collection.collectionId, index });
        return;
      }
      const beside = collections()[edge.list + by];
      if (beside === undefined) return;
      const { collectionId } = beside.collection;
      placeSlots(slots, { collectionId, index: by < 0 ? beside.cards.length : 0 });
    },
    remove(slotIds) {
      const known = slotIds.filter((slotId) => findSlot(slotId) !== null);
      if (known.length === 0) return;
      const deed: Deed =
        known.length === 1
          ? { key: 'fronts.did.removed', parameters: { headline: titleOf(known[0] ?? '') } }
          : { key: 'fronts.did.removed.many', parameters: { count: known.length } };
      const seen = stampsOf(known.flatMap((slotId) => findSlot(slotId)?.slot ?? []));
      run({ kind: 'remove', slotIds: known, seen }, deed);
      onTaken(deed);
    },
    togglePin(slotId) {
      const spot = spotOf(slotId);
      const card = cards().find(({ key }) => key === slotId);
      const number = card?.item?.place ?? (spot?.index ?? 0) + 1;
      const parameters = { headline: titleOf(slotId), place: number };
      toggle(
        slotId,
        ({ pinnedAt }) => ({ pinnedAt: pinnedAt === null ? number : null }),
        ({ pinnedAt }) => ({
          key: pinnedAt === null ? 'fronts.did.pinned' : 'fronts.did.unpinned',
          parameters,
        }),
      );
    },
    toggleLock(slotId) {
      const parameters = { headline: titleOf(slotId) };
      toggle(
        slotId,
        ({ locked }) => ({ locked: !locked }),
        ({ locked }) => ({ key: locked ? 'fronts.did.unlocked' : 'fronts.did.locked', parameters }),
      );
    },
    markChecked(slotId) {
      const deed: Deed = { key: 'fronts.did.checked', parameters: { headline: titleOf(slotId) } };
      toggle(
        slotId,
        () => ({ checkedAt: new Date().toISOString() }),
        () => deed,
      );
    },
    changeSlot: (slot, change) =>
      desk.edit(
        { kind: 'changeSlot', slotId: slot.slotId, stamp: slot.stamp, change: withCheck(change) },
        { key: 'fronts.did.changed', parameters: { headline: titleOf(slot.slotId) } },
        { quiet: true },
      ),
    changeCollection: (collection, change) =>
      desk.edit(
        { kind: 'changeCollection', collectionId: collection.collectionId, stamp: collection.stamp, change },
        { key: 'fronts.did.collectionChanged', parameters: { collection: collection.title } },
        { quiet: true },
      ),
    async addSlot(collectionId, fields) {
      const slot = { ...slotFor(fields.content), ...fields };
      const draft = desk.state.get().front?.draft;
      const edit =
        draft === undefined ? null : dropEdit(draft, collections(), { collectionId, index: 0 }, [slot]);
      if (edit === null) return null;
      const refusal = await desk.edit(edit, deedOf('placed', fields.headline ?? '', 1, collectionId), {
        quiet: true,
      });
      if (refusal === null) onPlaced([slot.slotId]);
      return refusal;
    },
    addCollection(fields) {
      const collection = newCollection({ collectionId: crypto.randomUUID(), ...fields });
      return desk.edit(
        { kind: 'putCollection', collection },
        { key: 'fronts.did.collectionAdded', parameters: { collection: fields.title } },
        { quiet: true },
      );
    },
    removeCollection({ collectionId, title }) {
      const deed: Deed = { key: 'fronts.did.collectionRemoved', parameters: { collection: title } };
      const collection = findCollection(collectionId);
      if (collection === null) return;
      run({ kind: 'removeCollection', collectionId, seen: stampsOfCollection(collection) }, deed);
      onTaken(deed);
    },
    moveCollection(collectionId, by) {
      const order = (desk.state.get().front?.draft.collections ?? []).map((each) => each.collectionId);
      const at = order.indexOf(collectionId);
      const to = at + by;
      if (at < 0 || to < 0 || to >= order.length) return;
      const others = order.filter((each) => each !== collectionId);
      const edit: SimpleFrontEdit = { kind: 'moveCollection', collectionId, after: others[to - 1] ?? null };
      const collection = findCollection(collectionId)?.title ?? '';
      run(edit, { key: 'fronts.did.collectionMoved', parameters: { collection } });
    },
  };
}
