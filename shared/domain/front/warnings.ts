/** What a person should know of what stands on a front, told at the slot it is about. */
import type { FrontContent, Slot } from '../../contract/front-content.ts';
import type { FrontStory } from '../../contract/fronts.ts';
import { headlineLimit, needsPicture, showsPicture } from './layouts.ts';
import type { FactsIndex, HiddenReason, ResolvedCollection, ResolvedFront, ResolvedItem } from './resolve.ts';

const DAY_MS = 24 * 3_600_000;

export interface FrontWarning {
  collectionId: string;
  /** Null where it is about a story that a rule put there. */
  slotId: string | null;
  articleId: string | null;
  code:
    | Exclude<HiddenReason, 'not-started'>
    /** Since it was placed, or looked at: the house corrected the story, or it changed under the slot's own words. */
    | 'corrected'
    /** A source has a newer version than the one the story was written from. */
    | 'source-corrected'
    | 'older-than-day'
    /** `detail`: signs too many. */
    | 'headline-too-long'
    | 'headline-missing'
    | 'picture-missing'
    | 'picture-twice'
    | 'same-story'
    | 'end-before-start';
  /** An instant (`embargoed`, `scheduled`, `ended`), a number, the source's reason (`withdrawn`), the other's headline (`same-story`, `picture-twice`). */
  detail: string | null;
}

/** `resolved` is the content at `now`. */
export function frontWarnings(
  content: FrontContent,
  resolved: ResolvedFront,
  facts: FactsIndex,
  now: number,
): FrontWarning[] {
  const slots = new Map(
    content.collections.flatMap((each) => each.slots.map((slot) => [slot.slotId, slot] as const)),
  );
  const seen: Seen = { pictures: new Map(), clusters: new Map() };
  return resolved.collections.flatMap((collection) => [
    ...collection.items.flatMap((item) => {
      const slot = item.slotId === null ? null : (slots.get(item.slotId) ?? null);
      return warningsOfItem({ collection, item, slot, facts, now, seen });
    }),
    ...collection.hidden.flatMap(({ slotId, why }) => {
      const slot = slots.get(slotId);
      return slot ? warningsOfHidden(collection, slot, why, facts) : [];
    }),
  ]);
}

/** Something further up: a story that may stand twice is no double of itself. */
interface Standing {
  /** Null for a link. */
  articleId: string | null;
  headline: string;
}

/** What stands further up, by its picture and by the wire stories it was written from. */
interface Seen {
  pictures: Map<string, Standing>;
  clusters: Map<number, Standing>;
}

function warningsOfItem({
  collection: { collectionId, layout },
  item,
  slot,
  facts,
  now,
  seen,
}: {
  collection: ResolvedCollection;
  item: ResolvedItem;
  slot: Slot | null;
  facts: FactsIndex;
  now: number;
  seen: Seen;
}): FrontWarning[] {
  const articleId = item.content.kind === 'article' ? item.content.articleId : null;
  const story = articleId === null ? null : facts.story(articleId);
  const standing: Standing = { articleId, headline: item.headline };
  const found: FrontWarning[] = [];
  const warn = (code: FrontWarning['code'], detail: string | null = null): void => {
    found.push({ collectionId, slotId: item.slotId, articleId, code, detail });
  };
  if (slot) found.push(...endBeforeStart(collectionId, slot));
  if (story && isCorrected(slot, story)) warn('corrected');
  if (story?.sourceCorrected) warn('source-corrected');
  if (story?.publishedAt && slot && Date.parse(story.publishedAt) < now - DAY_MS) warn('older-than-day');
  if (item.content.kind !== 'block') {
    const over = [...item.headline].length - headlineLimit(item.size);
    if (over > 0) warn('headline-too-long', String(over));
    if (item.headline === '') warn('headline-missing');
    if (item.picture === null && needsPicture(layout, item.size)) warn('picture-missing');
  }
  if (item.picture && showsPicture(layout, item.size)) {
    const other = seen.pictures.get(item.picture.mediaId);
    if (other === undefined) seen.pictures.set(item.picture.mediaId, standing);
    else if (other.articleId === null || other.articleId !== articleId) warn('picture-twice', other.headline);
  }
  const clusters = story?.sourceClusters ?? [];
  const twin = clusters
    .map((key) => seen.clusters.get(key))
    .find((other) => other && other.articleId !== articleId);
  if (twin) warn('same-story', twin.headline);
  for (const key of clusters) if (!seen.clusters.has(key)) seen.clusters.set(key, standing);
  return found;
}

/** A slot that a rule fills in follows the story by itself. */
function isCorrected(slot: Slot | null, { correctedAt, updatedAt }: FrontStory): boolean {
  if (slot === null) return false;
  const looked = Math.max(
    ...[slot.placedAt, slot.checkedAt ?? slot.placedAt].map((each) => Date.parse(each)),
  );
  const hasOwnWords = slot.headline !== null || slot.summary !== null;
  return (
    (correctedAt !== null && Date.parse(correctedAt) > looked) ||
    (hasOwnWords && Date.parse(updatedAt) > looked)
  );
}

function endBeforeStart(collectionId: string, slot: Slot): FrontWarning[] {
  const { slotId, startsAt, endsAt, content } = slot;
  if (startsAt === null || endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)) return [];
  const articleId = content.kind === 'article' ? content.articleId : null;
  return [{ collectionId, slotId, articleId, code: 'end-before-start', detail: null }];
}

function warningsOfHidden(
  { collectionId }: ResolvedCollection,
  slot: Slot,
  why: HiddenReason,
  facts: FactsIndex,
): FrontWarning[] {
  const both = endBeforeStart(collectionId, slot);
  // That it has not begun is what was wanted.
  if (why === 'not-started' || (why === 'ended' && both.length > 0)) return both;
  const articleId = slot.content.kind === 'article' ? slot.content.articleId : null;
  const story = articleId === null ? null : facts.story(articleId);
  const details: Partial<Record<HiddenReason, string | null>> = {
    ended: slot.endsAt,
    withdrawn: story?.withdrawalReason ?? null,
    embargoed: story?.embargoedUntil ?? null,
    scheduled: story?.scheduledAt ?? null,
  };
  return [...both, { collectionId, slotId: slot.slotId, articleId, code: why, detail: details[why] ?? null }];
}
