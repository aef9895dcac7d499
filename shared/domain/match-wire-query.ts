/** Judges one story by a query, as the inbox's list would find it: for routing rules and their dry run. */
import type { PubStatus } from '../contract/common.ts';
import { readSearchWords, wordsMatcher } from './search-words.ts';
import type { StoryFacts } from './story-facts.ts';
import type { WireQuery } from './wire-query.ts';

/** A story at the moment it arrives. */
export interface ArrivedStory {
  sourceId: string;
  facts: StoryFacts;
  urgency: number | null;
  status: PubStatus;
  /** An embargo is stated, readable or not. */
  embargoed: boolean;
  /** Milliseconds since 1970. */
  arrivedAt: number;
  /** The words of headline and copy, as `indexedWords` gives them; asked for only where words are searched. */
  words: () => readonly string[];
}

/** What has to be known to judge by a query beside the query. */
export interface QueryContext {
  /** The sources its names stand for; null where it names none. */
  sourceIds: readonly string[] | null;
  withoutSourceIds: readonly string[];
  /** Minutes the newsroom's clocks are east of UTC. */
  offsetMinutes: number;
}

/**
 * What keeps a query from being a rule's condition; empty where nothing does. A rule is asked as a story arrives: what
 * people have done with it by then, and dates that pass, say nothing.
 */
export function ruleProblems(query: WireQuery): ('misread' | 'empty' | 'of-people' | 'of-dates')[] {
  const ofPeople = query.qualities.some(({ quality }) => quality !== 'embargoed' && quality !== 'withdrawn');
  const isEmpty =
    (query.words === '' || readSearchWords(query.words) === null) &&
    query.sources.length + query.withoutSources.length + query.fields.length + query.statuses.length === 0 &&
    query.qualities.length === 0 &&
    query.urgency === null &&
    query.hours === null;
  return [
    ...(query.misread.length > 0 ? (['misread'] as const) : []),
    ...(ofPeople ? (['of-people'] as const) : []),
    ...(query.since !== null || query.until !== null ? (['of-dates'] as const) : []),
    ...(isEmpty ? (['empty'] as const) : []),
  ];
}

/** Minutes after midnight in the newsroom's zone. */
function minuteOfDay(epochMs: number, offsetMinutes: number): number {
  const minutes = Math.floor(epochMs / 60_000) + offsetMinutes;
  return ((minutes % 1440) + 1440) % 1440;
}

/** Whether a time of day lies between two, over midnight where the end is the earlier one. */
export function isWithinHours(
  epochMs: number,
  { from, to }: { from: number; to: number },
  offsetMinutes: number,
): boolean {
  const minute = minuteOfDay(epochMs, offsetMinutes);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** A judge for one query. Conditions on what people did and on dates (see `ruleProblems`) are met by no story. */
export function compileWireQuery(
  query: WireQuery,
  { sourceIds, withoutSourceIds, offsetMinutes }: QueryContext,
): (story: ArrivedStory) => boolean {
  if (ruleProblems(query).length > 0) return () => false;
  const search = query.words === '' ? null : readSearchWords(query.words);
  if (query.words !== '' && search === null) return () => false;
  const hasWords = search === null ? null : wordsMatcher(search);
  const { urgency, hours, fields, statuses, qualities } = query;
  return (story) =>
    (sourceIds === null || sourceIds.includes(story.sourceId)) &&
    !withoutSourceIds.includes(story.sourceId) &&
    (urgency === null ||
      (story.urgency !== null && story.urgency >= urgency.from && story.urgency <= urgency.to)) &&
    (hours === null || isWithinHours(story.arrivedAt, hours, offsetMinutes)) &&
    statuses.every(({ status, wanted }) => (story.status === status) === wanted) &&
    qualities.every(
      ({ quality, wanted }) =>
        (quality === 'embargoed' ? story.embargoed : story.status === 'canceled') === wanted,
    ) &&
    fields.every(({ field, value, wanted }) => story.facts[field].includes(value) === wanted) &&
    (hasWords === null || hasWords(story.words()));
}
