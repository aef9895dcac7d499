/** The inbox as a list: pages of stories, newest first, for every filter; each walks one index and sorts nothing. */
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireProblem } from '../../../shared/contract/wire-story.ts';
import type { WireFilter, WireListItem } from '../../../shared/contract/wire.ts';
import type { Database } from '../database/open.ts';
import { partOf, partTable } from '../database/search-parts.ts';

/**
 * Unread is told for the newest arrivals only, so that neither the list nor its counts ever work through the
 * whole archive: what has slipped further down unread is history.
 */
export const unreadHorizon = 5_000;

const countedAtMost = 1000;

/** A filter with its query already turned into an FTS5 expression (null: no search). */
export interface ListFilter {
  sourceId: string | null;
  unreadOnly: boolean;
  urgencyAtMost: number | null;
  match: string | null;
}

export function listFilter(filter: WireFilter, match: string | null): ListFilter {
  return {
    sourceId: filter.sourceId,
    unreadOnly: filter.unreadOnly,
    urgencyAtMost: filter.urgencyAtMost,
    match,
  };
}

interface ListRow {
  story_id: number;
  newest_version_id: number;
  source_id: string;
  headline: string;
  teaser: string;
  urgency: number | null;
  effective_status: PubStatus;
  embargoed_until: number | null;
  problems: string;
  version_count: number;
  version_created: number | null;
  arrived_at: number;
  read: number;
  article_ids: string | null;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function listItemOf(row: ListRow): Omit<WireListItem, 'sourceName'> {
  return {
    storyId: row.story_id,
    newestVersionId: row.newest_version_id,
    sourceId: row.source_id,
    headline: row.headline,
    teaser: row.teaser,
    urgency: row.urgency,
    pubStatus: row.effective_status,
    embargoed: row.embargoed_until === null ? null : instant(row.embargoed_until),
    problems: JSON.parse(row.problems) as WireProblem[],
    versionCount: row.version_count,
    versionCreated: row.version_created === null ? null : instant(row.version_created),
    arrivedAt: instant(row.arrived_at),
    read: row.read === 1,
    articleIds: row.article_ids === null ? [] : row.article_ids.split(','),
  };
}

interface Clauses {
  from: string;
  where: string;
  order: string;
}

/** From, where and order for one shape of filter; `part` is the part of the search index that is searched. */
function clausesOf(filter: ListFilter, part: number | null): Clauses {
  const where: string[] = [];
  let from = 'wire.story';
  let order = 'story.newest_version_id';
  if (part !== null) {
    const search = partTable(part);
    from = `wire.${search} CROSS JOIN wire.story ON story.newest_version_id = ${search}.rowid`;
    order = `${search}.rowid`;
    where.push(`${search} MATCH @match`);
    if (filter.sourceId !== null) {
      where.push(
        'EXISTS (SELECT 1 FROM wire.story_source carried WHERE carried.source_id = @sourceId AND carried.story_id = story.id)',
      );
    }
  } else if (filter.sourceId !== null) {
    from = 'wire.story_source carried CROSS JOIN wire.story ON story.id = carried.story_id';
    order = 'carried.newest_version_id';
    where.push('carried.source_id = @sourceId');
  }
  if (filter.urgencyAtMost !== null) {
    where.push(`story.urgency <= @urgencyAtMost`);
    if (filter.urgencyAtMost <= 3) where.push('story.urgency <= 3');
  }
  if (filter.unreadOnly) {
    where.push(
      'NOT EXISTS (SELECT 1 FROM story_read WHERE story_read.story_id = story.id)',
      `${order} > (SELECT coalesce(max(id), 0) FROM wire.version) - ${unreadHorizon}`,
    );
  }
  return { from, where: where.map((condition) => ` AND ${condition}`).join(''), order };
}

function parametersOf(filter: ListFilter): Record<string, unknown> {
  return {
    ...(filter.match === null ? {} : { match: filter.match }),
    ...(filter.sourceId === null ? {} : { sourceId: filter.sourceId }),
    ...(filter.urgencyAtMost === null ? {} : { urgencyAtMost: filter.urgencyAtMost }),
  };
}

/** The list's queries, on the desk connection where `wire.db` is attached for reading. */
export function createInboxList(database: Database) {
  const newestVersion = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM wire.version').pluck();

  function preparePage({ from, where, order }: Clauses) {
    return database.prepare<Record<string, unknown>, ListRow>(
      `SELECT story.id AS story_id, story.newest_version_id, version.source_id, version.headline, version.teaser,
         story.urgency, story.effective_status, story.embargoed_until, version.problems, story.version_count,
         version.version_created, version.arrived_at,
         EXISTS (SELECT 1 FROM story_read WHERE story_read.story_id = story.id) AS read,
         (SELECT group_concat(article_id) FROM article_source JOIN article ON article.id = article_id
          WHERE article_source.story_id = story.id AND trashed_at IS NULL) AS article_ids
       FROM ${from} CROSS JOIN wire.version ON version.id = story.newest_version_id
       WHERE ${order} < @before${where}
       ORDER BY ${order} DESC LIMIT @limit`,
    );
  }

  function prepareCount({ from, where, order }: Clauses) {
    return database
      .prepare<Record<string, unknown>, number>(
        `SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${order} > @than${where} LIMIT @limit)`,
      )
      .pluck();
  }

  interface Prepared {
    page: ReturnType<typeof preparePage>;
    count: ReturnType<typeof prepareCount>;
  }

  const prepared = new Map<string, Prepared>();

  function statementsFor(filter: ListFilter, part: number | null): Prepared {
    const key = [
      part,
      filter.sourceId !== null,
      filter.urgencyAtMost !== null && filter.urgencyAtMost <= 3 ? 'urgent' : filter.urgencyAtMost !== null,
      filter.unreadOnly,
    ].join();
    let statements = prepared.get(key);
    if (!statements) {
      const clauses = clausesOf(filter, part);
      statements = { page: preparePage(clauses), count: prepareCount(clauses) };
      prepared.set(key, statements);
    }
    return statements;
  }

  /** The parts to search, newest first; without a search there is one thing to walk. */
  function partsOf(filter: ListFilter, newest: number, oldest: number): (number | null)[] {
    if (filter.match === null) return [null];
    const first = partOf(newest);
    const last = filter.unreadOnly ? partOf(Math.max(oldest, newest - unreadHorizon)) : partOf(oldest);
    return Array.from({ length: Math.max(0, first - last + 1) }, (_none, index) => first - index);
  }

  /** Up to `limit` stories that stand below the version `before` (null: from the top). */
  function list(filter: ListFilter, before: number | null, limit: number) {
    const newest = newestVersion.get() ?? 0;
    const rows: ListRow[] = [];
    for (const part of partsOf(filter, Math.min(before ?? newest, newest), 0)) {
      if (rows.length === limit) break;
      const { page } = statementsFor(filter, part);
      rows.push(
        ...page.all({
          ...parametersOf(filter),
          before: before ?? Number.MAX_SAFE_INTEGER,
          limit: limit - rows.length,
        }),
      );
    }
    return rows.map(listItemOf);
  }

  /** How many stand above the version `than`; no further than 1,000 is counted. */
  function countNewer(filter: ListFilter, than: number): number {
    let counted = 0;
    for (const part of partsOf(filter, newestVersion.get() ?? 0, than + 1)) {
      if (counted === countedAtMost) break;
      const { count } = statementsFor(filter, part);
      counted += count.get({ ...parametersOf(filter), than, limit: countedAtMost - counted }) ?? 0;
    }
    return counted;
  }

  // What arrives meanwhile must not move a story from a part that is still to be read to one that was read.
  return { list: database.transaction(list), countNewer: database.transaction(countNewer) };
}
