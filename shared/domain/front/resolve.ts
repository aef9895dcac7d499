/**
 * What a front shows at a moment: times, pins, rules and "a story once" carried out. Pure: the same content, facts and
 * moment give the same page, in the renderer's preview as in what the core sends out. Instants carry their offset, so no
 * zone and no change of clocks matters here.
 */
import type {
  Collection,
  CollectionLayout,
  FillRule,
  FrontContent,
  Slot,
} from '../../contract/front-content.ts';
import type { FrontFacts, FrontStory } from '../../contract/fronts.ts';
import { byPin } from './keep-pins.ts';
import { headlineAt, sizeAt, type SlotSize } from './layouts.ts';
import { isPopularityUsable, popularityLife } from './popularity.ts';

/** Why a slot shows nothing now. */
export type HiddenReason =
  | 'not-started'
  | 'ended'
  | 'story-gone'
  | 'trashed'
  | 'withdrawn'
  | 'embargoed'
  | 'scheduled'
  | 'not-public'
  | 'repeated'
  | 'over-cap';

/** One thing on the page. Words are plain text, empty where none is shown. */
export interface ResolvedItem {
  /** Null where the rule filled the place. */
  slotId: string | null;
  /** Counted from 1 within the collection. */
  place: number;
  content: Slot['content'];
  headline: string;
  kicker: string;
  summary: string;
  picture: { mediaId: string; alt: string } | null;
  size: SlotSize;
}

export interface ResolvedCollection {
  collectionId: string;
  title: string;
  layout: CollectionLayout;
  /** In the order of what is read most: its places count. */
  ranked: boolean;
  items: ResolvedItem[];
  hidden: { slotId: string; why: HiddenReason }[];
}

export interface ResolvedFront {
  collections: ResolvedCollection[];
  /** Milliseconds since 1970 when it shows something else by the clock alone; null: never. */
  nextChangeAt: number | null;
}

/** The facts, ready to be looked up; make it once where one front is resolved again and again. */
export interface FactsIndex {
  story(articleId: string): FrontStory | null;
  list(rule: FillRule): readonly string[];
  popularity: FrontFacts['popularity'];
}

export function indexFacts({ stories, lists, popularity }: FrontFacts): FactsIndex {
  const byId = new Map(stories.map((story) => [story.articleId, story]));
  const byRule = new Map(lists.map(({ rule, articleIds }) => [ruleKey(rule), articleIds]));
  return {
    story: (articleId) => byId.get(articleId) ?? null,
    list: (rule) => byRule.get(ruleKey(rule)) ?? [],
    popularity,
  };
}

/** The same text for rules that find the same. */
export function ruleKey(rule: FillRule): string {
  switch (rule.kind) {
    case 'latest':
    case 'popular':
      return rule.kind;
    case 'section':
      return `section ${rule.section}`;
    case 'tag':
      return `tag ${rule.tag.trim().toLowerCase()}`;
    case 'author':
      return `author ${rule.author.trim().toLowerCase()}`;
  }
}

/** Why readers may not see a story at `now`; null where they may. */
export function whyHidden(story: FrontStory | null, now: number): HiddenReason | null {
  if (!story) return 'story-gone';
  if (story.standing === 'trashed') return 'trashed';
  if (story.withdrawn) return 'withdrawn';
  if (story.embargoedUntil !== null && Date.parse(story.embargoedUntil) > now) return 'embargoed';
  if (story.standing === 'live') return null;
  return story.standing === 'scheduled' ? 'scheduled' : 'not-public';
}

function articleOf(slot: Slot): string | null {
  return slot.content.kind === 'article' ? slot.content.articleId : null;
}

function whySlotHidden(slot: Slot, facts: FactsIndex, now: number): HiddenReason | null {
  if (slot.endsAt !== null && Date.parse(slot.endsAt) <= now) return 'ended';
  if (slot.startsAt !== null && Date.parse(slot.startsAt) > now) return 'not-started';
  const articleId = articleOf(slot);
  return articleId === null ? null : whyHidden(facts.story(articleId), now);
}

/** A place that is taken: by a slot, by what the rule found, or by nothing (kept free by a locked slot). */
type Taken = { slot: Slot } | { articleId: string } | { free: Slot };

/** A collection on its way to being resolved. */
interface Opened {
  collection: Collection;
  hidden: Map<string, HiddenReason>;
  /** What stands by hand: visible slots, and locked ones that keep their place free. */
  standing: Slot[];
}

function opened(collection: Collection, facts: FactsIndex, now: number): Opened {
  const hidden = new Map<string, HiddenReason>();
  const seen = new Set<string>();
  for (const slot of collection.slots) {
    const articleId = articleOf(slot);
    const why =
      whySlotHidden(slot, facts, now) ?? (articleId !== null && seen.has(articleId) ? 'repeated' : null);
    if (why !== null) hidden.set(slot.slotId, why);
    else if (articleId !== null) seen.add(articleId);
  }
  const standing = collection.slots.filter(({ slotId, locked }) => locked || !hidden.has(slotId));
  return { collection, hidden, standing };
}

/** Whether a slot holds its place before the rule has its turn. */
function comesFirst(slot: Slot, { fill }: Collection): boolean {
  return fill.by !== 'rule' || slot.pinnedAt !== null || slot.locked;
}

/**
 * A story stands once among the collections that take no repeats: by hand before by rule, higher up before further
 * down. Answers who has what.
 */
function claimByHand(all: readonly Opened[]): Map<string, Collection> {
  const claimed = new Map<string, Collection>();
  for (const { collection, hidden, standing } of all) {
    if (collection.allowRepeats) continue;
    let room = collection.cap;
    for (const slot of standing.filter((each) => comesFirst(each, collection))) {
      const articleId = articleOf(slot);
      if (articleId !== null && !hidden.has(slot.slotId)) {
        const owner = claimed.get(articleId);
        if (owner && owner !== collection) {
          hidden.set(slot.slotId, 'repeated');
          if (!slot.locked) continue;
        } else if (room > 0) claimed.set(articleId, collection);
      }
      room -= 1;
    }
  }
  return claimed;
}

function* candidates({ collection }: Opened, facts: FactsIndex, now: number): Generator<string> {
  const { rule } = collection.fill;
  if (rule.kind !== 'popular') yield* facts.list(rule);
  else if (isPopularityUsable(facts.popularity, now)) {
    for (const { articleId } of facts.popularity.rows) yield articleId;
  }
}

/** What flows through the places that no pin keeps, in order. */
function* flowOf(open: Opened, facts: FactsIndex, now: number): Generator<Taken> {
  const { collection, hidden, standing } = open;
  const byHand = standing.filter(({ pinnedAt }) => pinnedAt === null);
  const takenOf = (slot: Slot): Taken => (hidden.has(slot.slotId) ? { free: slot } : { slot });
  const first = byHand.filter((slot) => comesFirst(slot, collection));
  yield* first.map(takenOf);
  if (collection.fill.by === 'hand') return;
  for (const articleId of candidates(open, facts, now)) yield { articleId };
  yield* byHand.filter((slot) => !first.includes(slot)).map(takenOf);
  // Nobody knows what is read most yet: the newest stories are better than an empty box.
  if (collection.fill.rule.kind === 'popular') {
    for (const articleId of facts.list({ kind: 'latest' })) yield { articleId };
  }
}

function itemOf(
  taken: { slot: Slot } | { articleId: string },
  place: number,
  layout: CollectionLayout,
  facts: FactsIndex,
): ResolvedItem {
  const slot = 'slot' in taken ? taken.slot : null;
  const content: Slot['content'] =
    'slot' in taken ? taken.slot.content : { kind: 'article', articleId: taken.articleId };
  const story = content.kind === 'article' ? facts.story(content.articleId) : null;
  const picture = slot?.picture ?? { kind: 'own' };
  const shown = { own: story?.picture ?? null, none: null, media: picture.kind === 'media' ? picture : null }[
    picture.kind
  ];
  const size = sizeAt(layout, place, slot?.size);
  return {
    slotId: slot?.slotId ?? null,
    place,
    content,
    headline: (
      slot?.headline ?? (story ? headlineAt(story, size) : content.kind === 'link' ? content.url : '')
    ).trim(),
    kicker: (slot?.kicker ?? story?.kicker ?? '').trim(),
    summary: (slot?.summary ?? story?.summary ?? '').trim(),
    picture: shown && { mediaId: shown.mediaId, alt: shown.alt },
    size,
  };
}

function resolveCollection(
  open: Opened,
  facts: FactsIndex,
  now: number,
  claimed: Map<string, Collection>,
): ResolvedCollection {
  const { collection, hidden, standing } = open;
  const { cap, allowRepeats, layout } = collection;
  const pins = standing.filter(({ pinnedAt }) => pinnedAt !== null).toSorted(byPin);
  const shownSlots = new Set<string>();
  const shownArticles = new Set<string>();
  const items: ResolvedItem[] = [];
  let place = 1;

  // What a pinned slot shows is not shown by the rule as well.
  const pinnedArticles = new Set(
    pins.flatMap((slot) => (hidden.has(slot.slotId) ? [] : (articleOf(slot) ?? []))),
  );

  const put = (taken: Taken): void => {
    if (place > cap) return;
    if ('free' in taken) {
      shownSlots.add(taken.free.slotId);
      place += 1;
      return;
    }
    const articleId = 'slot' in taken ? articleOf(taken.slot) : taken.articleId;
    const isPin = 'slot' in taken && taken.slot.pinnedAt !== null;
    if (articleId !== null) {
      const owner = claimed.get(articleId);
      const isElsewhere = !allowRepeats && owner !== undefined && owner !== collection;
      const isHere = shownArticles.has(articleId) || (pinnedArticles.has(articleId) && !isPin);
      const mayShow = 'slot' in taken || whyHidden(facts.story(articleId), now) === null;
      if (isElsewhere || isHere || !mayShow) {
        if ('slot' in taken) hidden.set(taken.slot.slotId, 'repeated');
        return;
      }
      shownArticles.add(articleId);
      if (!allowRepeats) claimed.set(articleId, collection);
    }
    if ('slot' in taken) shownSlots.add(taken.slot.slotId);
    items.push(itemOf(taken, place, layout, facts));
    place += 1;
  };
  const putPins = (): void => {
    while (pins[0] && (pins[0].pinnedAt ?? 0) <= place) putPin(pins.shift() as Slot);
  };
  const putPin = (slot: Slot): void => put(hidden.has(slot.slotId) ? { free: slot } : { slot });

  for (const taken of flowOf(open, facts, now)) {
    putPins();
    if (place > cap) break;
    put(taken);
  }
  for (const slot of pins) putPin(slot);
  for (const slot of standing) {
    if (!shownSlots.has(slot.slotId) && !hidden.has(slot.slotId)) hidden.set(slot.slotId, 'over-cap');
  }
  return {
    collectionId: collection.collectionId,
    title: collection.title,
    layout,
    ranked: collection.fill.by !== 'hand' && collection.fill.rule.kind === 'popular',
    items,
    hidden: [...hidden].map(([slotId, why]) => ({ slotId, why })),
  };
}

/** The next moment after `now` at which the clock alone changes what is shown. */
function nextChange(content: FrontContent, facts: FactsIndex, now: number): number | null {
  const moments: number[] = [];
  for (const { slots, fill } of content.collections) {
    for (const slot of slots) {
      const articleId = articleOf(slot);
      const embargo = articleId === null ? null : (facts.story(articleId)?.embargoedUntil ?? null);
      for (const instant of [slot.startsAt, slot.endsAt, embargo]) {
        if (instant !== null) moments.push(Date.parse(instant));
      }
    }
    const life = popularityLife(facts.popularity);
    if (life && fill.by !== 'hand' && fill.rule.kind === 'popular') moments.push(life.from, life.until);
  }
  const ahead = moments.filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The page of a front at `now` (milliseconds since 1970). Never shows a story that readers may not see. */
export function resolveFront(content: FrontContent, facts: FactsIndex, now: number): ResolvedFront {
  const all = content.collections.map((collection) => opened(collection, facts, now));
  const claimed = claimByHand(all);
  return {
    collections: all.map((open) => resolveCollection(open, facts, now, claimed)),
    nextChangeAt: nextChange(content, facts, now),
  };
}
