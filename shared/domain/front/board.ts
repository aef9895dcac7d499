/** The front as cards: what stands by hand, what a rule fills in, and what is hidden now, in the order of the page. */
import type { Collection, FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontStory } from '../../contract/fronts.ts';
import {
  resolveFront,
  type FactsIndex,
  type HiddenReason,
  type ResolvedCollection,
  type ResolvedItem,
} from './resolve.ts';
import { frontWarnings, type FrontWarning } from './warnings.ts';

export interface BoardCard {
  /** The slot's id; `fill:` and the article's id where a rule put it there. */
  key: string;
  /** Null where a rule put it there. */
  slot: Slot | null;
  story: FrontStory | null;
  /** As the page shows it; null while it shows nothing. */
  item: ResolvedItem | null;
  hidden: HiddenReason | null;
  warnings: readonly FrontWarning[];
  /** How often it was read, where the collection goes by that; null where nobody knows. */
  reads: number | null;
}

export interface BoardCollection {
  collection: Collection;
  cards: readonly BoardCard[];
}

export interface Board {
  collections: readonly BoardCollection[];
  /** Milliseconds since 1970 when it looks different by the clock alone; null: never. */
  nextChangeAt: number | null;
}

export function fillKey(articleId: string): string {
  return `fill:${articleId}`;
}

/** The cards of a front at `now`, milliseconds since 1970. */
export function boardOf(content: FrontContent, facts: FactsIndex, now: number): Board {
  const resolved = resolveFront(content, facts, now);
  const warnings = Map.groupBy(frontWarnings(content, resolved, facts, now), warningKey);
  const reads = new Map(facts.popularity.rows.map(({ articleId, count }) => [articleId, count]));
  const collections = content.collections.map((collection, index) => ({
    collection,
    cards: cardsOf(collection, resolved.collections[index], { facts, warnings, reads }),
  }));
  return { collections, nextChangeAt: resolved.nextChangeAt };
}

/** A story can be filled into two collections that take repeats. */
function warningKey({ collectionId, slotId, articleId }: FrontWarning): string {
  return `${collectionId} ${slotId ?? fillKey(articleId ?? '')}`;
}

function cardsOf(
  collection: Collection,
  resolved: ResolvedCollection | undefined,
  {
    facts,
    warnings,
    reads,
  }: {
    facts: FactsIndex;
    warnings: ReadonlyMap<string, readonly FrontWarning[]>;
    reads: ReadonlyMap<string, number>;
  },
): BoardCard[] {
  const { fill } = collection;
  const byReads = fill.by !== 'hand' && fill.rule.kind === 'popular';
  const items = resolved?.items ?? [];
  const shown = new Map(
    items.flatMap((item) => (item.slotId === null ? [] : [[item.slotId, item] as const])),
  );
  const hidden = new Map((resolved?.hidden ?? []).map(({ slotId, why }) => [slotId, why]));

  function cardOf(slot: Slot | null, item: ResolvedItem | null): BoardCard {
    const content = slot?.content ?? item?.content;
    const articleId = content?.kind === 'article' ? content.articleId : null;
    const key = slot?.slotId ?? fillKey(articleId ?? '');
    return {
      key,
      slot,
      item,
      story: articleId === null ? null : facts.story(articleId),
      hidden: slot === null ? null : (hidden.get(slot.slotId) ?? null),
      warnings: warnings.get(`${collection.collectionId} ${key}`) ?? [],
      reads: byReads ? (reads.get(articleId ?? '') ?? null) : null,
    };
  }

  const byId = new Map(collection.slots.map((slot) => [slot.slotId, slot]));
  const cards = items.map((item) => cardOf(byId.get(item.slotId ?? '') ?? null, item));
  // What shows nothing stands behind the slot it comes after.
  collection.slots.forEach((slot, index) => {
    if (shown.has(slot.slotId)) return;
    const before = collection.slots[index - 1]?.slotId;
    const at = before === undefined ? 0 : cards.findIndex(({ key }) => key === before) + 1;
    cards.splice(at, 0, cardOf(slot, null));
  });
  return cards;
}
