/** New slots and collections with everything at rest. */
import type {
  Collection,
  CollectionFields,
  Slot,
  SlotContent,
  SlotFields,
} from '../../contract/front-content.ts';

/** A slot as it is placed: the story's own words and picture, without times. `placedAt` is an instant. */
export function newSlot(
  slot: { slotId: string; content: SlotContent; placedAt: string } & Partial<SlotFields>,
): Slot {
  return {
    headline: null,
    kicker: null,
    summary: null,
    picture: { kind: 'own' },
    size: 'auto',
    pinnedAt: null,
    locked: false,
    startsAt: null,
    endsAt: null,
    checkedAt: null,
    stamp: '',
    ...slot,
  };
}

/** A collection filled by hand, eight long, unless told otherwise. */
export function newCollection(
  collection: { collectionId: string; title: string; slots?: Slot[] } & Partial<CollectionFields>,
): Collection {
  return {
    layout: 'list',
    cap: 8,
    fill: { by: 'hand', rule: { kind: 'latest' } },
    allowRepeats: false,
    stamp: '',
    slots: [],
    ...collection,
  };
}

/** What the page of a section begins with: its newest stories. */
export function sectionCollections(
  section: { slug: string; name: string },
  newId: () => string,
): Collection[] {
  return [
    newCollection({
      collectionId: newId(),
      title: section.name,
      layout: 'lead4',
      cap: 5,
      fill: { by: 'hand-then-rule', rule: { kind: 'section', section: section.slug } },
    }),
  ];
}
