/** What a list of the inbox asks for, as SQL over `story` on the desk connection: each filter walks one index and sorts nothing. */
import type { StoryQuality, WireQuery } from '../../../shared/domain/wire-query.ts';
import { partTable } from '../database/search-parts.ts';
import { HEAD, IS_HEAD, JOIN_DECISION } from './folding/entries.ts';

/**
 * Unread is told for the newest arrivals only, so that neither the list nor its counts ever work through the
 * whole archive: what has slipped further down unread is history.
 */
export const unreadHorizon = 5_000;

/** A filter whose query has been read and whose names have been looked up. */
export interface ListFilter {
  /** An FTS5 expression; null: no search. */
  match: string | null;
  /** Stories carried by one of these; null: by any. Never empty. */
  sourceIds: readonly string[] | null;
  withoutSourceIds: readonly string[];
  unreadOnly: boolean;
  /** Inclusive; 1 is the most urgent. */
  urgency: { from: number; to: number } | null;
  /** Milliseconds since 1970: arrived at or after `since`, before `until`. */
  since: number | null;
  until: number | null;
  qualities: readonly { quality: StoryQuality; wanted: boolean }[];
  fields: WireQuery['fields'];
  statuses: WireQuery['statuses'];
  /** Of the newsroom's day: see WireQuery. */
  hours: WireQuery['hours'];
  /** Minutes the newsroom's clocks are east of UTC. */
  offsetMinutes: number;
  /** Only what this person took. */
  claimedBy: string | null;
  /** Duplicates stand under their heads, where those are listed: see `canStandAlone`. */
  folds: boolean;
  /** What was set aside is listed whether it is asked for or not. */
  withSpiked: boolean;
}

export const EVERYTHING: ListFilter = {
  match: null,
  sourceIds: null,
  withoutSourceIds: [],
  unreadOnly: false,
  urgency: null,
  since: null,
  until: null,
  qualities: [],
  fields: [],
  statuses: [],
  hours: null,
  offsetMinutes: 0,
  claimedBy: null,
  folds: false,
  withSpiked: false,
};

export interface Clauses {
  from: string;
  where: string;
  order: string;
  /** What gives a row's head. */
  head: string;
}

const CARRIED =
  'SELECT 1 FROM wire.story_source carried WHERE carried.story_id = story.id AND carried.source_id IN';

/** The conditions for what a story is; each has an index to walk where few stories are so. */
const QUALITIES: Record<StoryQuality, string> = {
  read: 'EXISTS (SELECT 1 FROM story_read WHERE story_read.story_id = story.id)',
  used: `EXISTS (SELECT 1 FROM article_source JOIN article ON article.id = article_id
    WHERE article_source.story_id = story.id AND trashed_at IS NULL)`,
  embargoed: 'story.embargoed_until IS NOT NULL',
  withdrawn: "story.effective_status = 'canceled'",
  claimed: 'mark.claimed_at IS NOT NULL',
  spiked: 'mark.spiked_at IS NOT NULL',
  flagged: 'mark.flagged_at IS NOT NULL',
};

/** What people did to stories is little beside what arrived: such lists start from there. */
const FEW: Partial<Record<StoryQuality, string>> = {
  used: '(SELECT DISTINCT story_id FROM article_source) few',
  claimed: '(SELECT story_id FROM story_mark WHERE claimed_at IS NOT NULL) few',
  spiked: '(SELECT story_id FROM story_mark WHERE spiked_at IS NOT NULL) few',
  flagged: '(SELECT story_id FROM story_mark WHERE flagged_at IS NOT NULL) few',
};

/**
 * Whether a filter asks for something a duplicate may have and its head has not: words, a source, a time. A duplicate
 * is listed there unless its head is. What was read is told by the head alone.
 */
export function canStandAlone({
  match,
  sourceIds,
  withoutSourceIds,
  urgency,
  since,
  until,
  qualities,
}: ListFilter) {
  return (
    match !== null ||
    sourceIds !== null ||
    withoutSourceIds.length > 0 ||
    urgency !== null ||
    since !== null ||
    until !== null ||
    qualities.some(isAsked)
  );
}

function isAsked({ quality, wanted }: ListFilter['qualities'][number]): boolean {
  return wanted && quality !== 'read';
}

/** What a head must be for the stories under it not to be listed by themselves: read or set aside, it is still there. */
export function headFilterOf(filter: ListFilter): ListFilter {
  const qualities = filter.qualities.filter(isAsked);
  return { ...filter, qualities, unreadOnly: false, folds: false, withSpiked: true };
}

/** From, where and order for one shape of filter; `part` is the part of the search index that is searched. */
export function clausesOf(filter: ListFilter, part: number | null): Clauses {
  const where: string[] = [];
  const few = filter.qualities.find(({ quality, wanted }) => wanted && FEW[quality] !== undefined);
  let from = 'wire.story';
  let order = 'story.newest_version_id';
  let sourceIsWalked = false;
  if (part !== null) {
    const search = partTable(part);
    from = `wire.${search} CROSS JOIN wire.story ON story.newest_version_id = ${search}.rowid`;
    order = `${search}.rowid`;
    where.push(`${search} MATCH @match`);
  } else if (few !== undefined) {
    from = `${FEW[few.quality]} CROSS JOIN wire.story ON story.id = few.story_id`;
  } else if (filter.sourceIds?.length === 1) {
    from = 'wire.story_source carried CROSS JOIN wire.story ON story.id = carried.story_id';
    order = 'carried.newest_version_id';
    where.push("carried.source_id = @sourceIds ->> '$[0]'");
    sourceIsWalked = true;
  }
  if (filter.sourceIds !== null && !sourceIsWalked) {
    where.push(`EXISTS (${CARRIED} (SELECT value FROM json_each(@sourceIds)))`);
  }
  if (filter.withoutSourceIds.length > 0) {
    where.push(`NOT EXISTS (${CARRIED} (SELECT value FROM json_each(@withoutSourceIds)))`);
  }
  if (filter.urgency !== null) {
    where.push('story.urgency BETWEEN @urgencyFrom AND @urgencyTo');
    if (filter.urgency.to <= 3) where.push('story.urgency <= 3');
  }
  if (filter.unreadOnly) where.push(`NOT ${QUALITIES.read}`);
  if (isBound(filter)) {
    where.push(`${order} > (SELECT coalesce(max(id), 0) FROM wire.version) - ${unreadHorizon}`);
  }
  const arrived = '(SELECT arrived_at FROM wire.version WHERE version.id = story.newest_version_id)';
  if (filter.since !== null) {
    where.push(`${arrived} >= @since`, `${order} >= ${versionAt('>= @since', 'ASC')}`);
  }
  if (filter.until !== null) {
    where.push(`${arrived} < @until`, `${order} <= ${versionAt('< @until', 'DESC')}`);
  }
  for (const { quality, wanted } of filter.qualities) {
    where.push(wanted ? QUALITIES[quality] : `NOT (${QUALITIES[quality]})`);
  }
  for (const [index, { field, wanted }] of filter.fields.entries()) {
    const found = `coalesce((SELECT instr(facts.fields ->> '$.${field}', @field${index}) FROM wire.story_facts facts
      WHERE facts.story_id = story.id), 0)`;
    where.push(`${found} ${wanted ? '>' : '='} 0`);
  }
  for (const [index, { wanted }] of filter.statuses.entries()) {
    where.push(`story.effective_status ${wanted ? '=' : '<>'} @status${index}`);
  }
  if (filter.hours !== null) {
    const minute = `((${arrived} / 60000 + @offsetMinutes) % 1440)`;
    const over = filter.hours.from > filter.hours.to;
    where.push(`(${minute} >= @hoursFrom ${over ? 'OR' : 'AND'} ${minute} < @hoursTo)`);
  }
  const showsSpiked = filter.qualities.some(({ quality, wanted }) => wanted && quality === 'spiked');
  if (!showsSpiked && !filter.withSpiked) where.push('mark.spiked_at IS NULL');
  if (filter.claimedBy !== null) where.push('mark.claimed_by = @claimedBy');
  if (filter.folds && !canStandAlone(filter)) where.push(IS_HEAD);
  return {
    from: `${from} LEFT JOIN story_mark mark ON mark.story_id = story.id ${filter.folds ? JOIN_DECISION : ''}`,
    head: filter.folds ? HEAD : 'NULL',
    where: where.map((condition) => ` AND ${condition}`).join(''),
    order,
  };
}

/** Version ids are in order of arrival: where a time begins or ends is one look into an index. */
function versionAt(condition: string, direction: 'ASC' | 'DESC'): string {
  const missing = direction === 'ASC' ? Number.MAX_SAFE_INTEGER : 0;
  return `coalesce((SELECT id FROM wire.version WHERE arrived_at ${condition}
    ORDER BY arrived_at ${direction} LIMIT 1), ${missing})`;
}

/** Lists of what is unread, and those that ask what stories say of themselves, look no further than the horizon. */
export function isBound(filter: ListFilter): boolean {
  if (filter.fields.length + filter.statuses.length > 0 || filter.hours !== null) return true;
  return filter.unreadOnly || filter.qualities.some(({ quality, wanted }) => quality === 'read' && !wanted);
}

export function parametersOf(filter: ListFilter): Record<string, unknown> {
  return {
    ...(filter.match === null ? {} : { match: filter.match }),
    ...(filter.sourceIds === null ? {} : { sourceIds: JSON.stringify(filter.sourceIds) }),
    ...(filter.withoutSourceIds.length === 0
      ? {}
      : { withoutSourceIds: JSON.stringify(filter.withoutSourceIds) }),
    ...(filter.urgency === null ? {} : { urgencyFrom: filter.urgency.from, urgencyTo: filter.urgency.to }),
    ...(filter.since === null ? {} : { since: filter.since }),
    ...(filter.until === null ? {} : { until: filter.until }),
    ...(filter.claimedBy === null ? {} : { claimedBy: filter.claimedBy }),
    ...Object.fromEntries(filter.fields.map(({ value }, index) => [`field${index}`, value])),
    ...Object.fromEntries(filter.statuses.map(({ status }, index) => [`status${index}`, status])),
    ...(filter.hours === null
      ? {}
      : { hoursFrom: filter.hours.from, hoursTo: filter.hours.to, offsetMinutes: filter.offsetMinutes }),
  };
}

/** What statements a filter needs: its shape without its values. */
export function shapeOf(filter: ListFilter, part: number | null): string {
  return JSON.stringify([
    part,
    filter.sourceIds === null ? 0 : Math.min(filter.sourceIds.length, 2),
    filter.withoutSourceIds.length > 0,
    filter.unreadOnly,
    filter.urgency === null ? 0 : filter.urgency.to <= 3 ? 1 : 2,
    filter.since !== null,
    filter.until !== null,
    filter.qualities,
    filter.fields.map(({ field, wanted }) => [field, wanted]),
    filter.statuses.map(({ wanted }) => wanted),
    filter.hours === null ? 0 : filter.hours.from > filter.hours.to ? 1 : 2,
    filter.claimedBy !== null,
    filter.folds,
    filter.withSpiked,
  ]);
}
