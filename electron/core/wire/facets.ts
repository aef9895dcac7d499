/** What the newest stories of a list are: counted over a window, so that no count grows with the archive. */
import { FACET_HORIZON, type WireFacets, type WireState } from '../../../shared/contract/wire-facets.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import { subjectOf } from '../../../shared/domain/story-facts.ts';
import type { Database } from '../database/open.ts';
import { partOf } from '../database/search-parts.ts';
import { clausesOf, parametersOf, shapeOf, type ListFilter } from './list-filter.ts';

/** Values told of one kind; what is rarer helps nobody to choose. */
const mostValues = 8;

interface FacetRow {
  source_id: string;
  urgency: number | null;
  effective_status: PubStatus;
  embargoed: number;
  unread: number;
  claimed: number;
  flagged: number;
  language: string | null;
  subject: string | null;
}

function statesOf(row: FacetRow): WireState[] {
  return [
    ...(row.unread === 1 ? (['unread'] as const) : []),
    ...(row.claimed === 1 ? (['claimed'] as const) : []),
    ...(row.flagged === 1 ? (['flagged'] as const) : []),
    ...(row.embargoed === 1 ? (['embargoed'] as const) : []),
    ...(row.effective_status === 'canceled' ? (['withdrawn'] as const) : []),
  ];
}

/** The values most stories have, those with most first. */
function counted<Value>(values: Iterable<Value>): { value: Value; count: number }[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostValues);
}

export function createFacets(database: Database) {
  const newestVersion = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM wire.version').pluck();

  function prepare(filter: ListFilter, part: number | null) {
    const { from, where, order } = clausesOf(filter, part);
    return database.prepare<Record<string, unknown>, FacetRow>(
      `SELECT story.source_id, story.urgency, story.effective_status,
         story.embargoed_until IS NOT NULL OR story.embargo_unreadable = 1 AS embargoed,
         NOT EXISTS (SELECT 1 FROM story_read WHERE story_read.story_id = story.id) AS unread,
         mark.claimed_at IS NOT NULL AS claimed, mark.flagged_at IS NOT NULL AS flagged,
         facts.fields ->> '$.language' AS language, facts.fields ->> '$.subject' AS subject
       FROM ${from} LEFT JOIN wire.story_facts facts ON facts.story_id = story.id
       WHERE ${order} > @than${where} ORDER BY ${order} DESC LIMIT ${FACET_HORIZON}`,
    );
  }
  const prepared = new Map<string, ReturnType<typeof prepare>>();

  function statementFor(filter: ListFilter, part: number | null) {
    const shape = shapeOf(filter, part);
    const known = prepared.get(shape);
    if (known !== undefined) return known;
    const made = prepare(filter, part);
    prepared.set(shape, made);
    return made;
  }

  /** Counts over the newest 2,000 arrivals; copies of one story count each by itself. */
  function facets(wanted: ListFilter, sourceName: (sourceId: string) => string): Omit<WireFacets, 'horizon'> {
    const filter = { ...wanted, folds: false };
    const newest = newestVersion.get() ?? 0;
    const than = Math.max(0, newest - FACET_HORIZON);
    const parts =
      filter.match === null ? [null] : [...new Set([partOf(newest), partOf(Math.max(1, than + 1))])];
    const rows = parts.flatMap((part) => statementFor(filter, part).all({ ...parametersOf(filter), than }));
    return {
      looked: rows.length,
      sources: counted(rows.map((row) => row.source_id)).map(({ value, count }) => ({
        value: sourceName(value),
        count,
      })),
      subjects: counted(rows.flatMap(({ subject }) => subjectOf({ subject: subject ?? '' }) ?? [])),
      urgencies: counted(rows.flatMap(({ urgency }) => urgency ?? [])).toSorted(
        (one, other) => one.value - other.value,
      ),
      languages: counted(rows.flatMap(({ language }) => language || [])),
      states: counted(rows.flatMap(statesOf)),
    };
  }

  return { facets: database.transaction(facets) };
}
