/** The inbox as a list: pages of stories, newest first, for every filter; each walks one index and sorts nothing. */
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireProblem } from '../../../shared/contract/wire-story.ts';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import type { Database } from '../database/open.ts';
import { withdrawalReason } from '../database/withdrawal-reason.ts';
import { partOf } from '../database/search-parts.ts';
import {
  canStandAlone,
  clausesOf,
  headFilterOf,
  isBound,
  parametersOf,
  shapeOf,
  unreadHorizon,
  type Clauses,
  type ListFilter,
} from './list-filter.ts';
import { MARK_COLUMNS, type MarkColumns } from './marks.ts';

const countedAtMost = 1000;

interface ListRow extends MarkColumns {
  story_id: number;
  head_id: number | null;
  newest_version_id: number;
  source_id: string;
  headline: string;
  teaser: string;
  urgency: number | null;
  effective_status: PubStatus;
  withdrawal_reason: string | null;
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

/** A row as it was found; whoever lists it knows the names of sources and people. */
export type ListedStory = Omit<WireListItem, 'sourceName' | 'refusedUses' | 'marks' | 'duplicates'> & {
  marked: MarkColumns;
  /** The head of the entry it belongs to: itself, unless it is listed without its head. */
  headId: number;
};

function listItemOf(row: ListRow): ListedStory {
  return {
    storyId: row.story_id,
    headId: row.head_id ?? row.story_id,
    newestVersionId: row.newest_version_id,
    sourceId: row.source_id,
    headline: row.headline,
    teaser: row.teaser,
    urgency: row.urgency,
    pubStatus: row.effective_status,
    withdrawalReason: row.withdrawal_reason,
    embargoed: row.embargoed_until === null ? null : instant(row.embargoed_until),
    problems: JSON.parse(row.problems) as WireProblem[],
    versionCount: row.version_count,
    versionCreated: row.version_created === null ? null : instant(row.version_created),
    arrivedAt: instant(row.arrived_at),
    read: row.read === 1,
    articleIds: row.article_ids === null ? [] : row.article_ids.split(','),
    marked: row,
  };
}

/** Preparing takes longer than most questions: done when it is needed, once. */
function onFirstUse<Prepared>(prepare: () => Prepared): () => Prepared {
  let prepared: Prepared | null = null;
  return () => (prepared ??= prepare());
}

/** The list's queries, on the desk connection where `wire.db` is attached for reading. */
export function createInboxList(database: Database) {
  const newestVersion = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM wire.version').pluck();

  function preparePage({ from, where, order, head }: Clauses) {
    return database.prepare<Record<string, unknown>, ListRow>(
      `SELECT story.id AS story_id, ${head} AS head_id, story.newest_version_id, version.source_id, version.headline,
         version.teaser, story.urgency, story.effective_status, ${withdrawalReason('story')} AS withdrawal_reason,
         story.embargoed_until, version.problems, story.version_count,
         version.version_created, version.arrived_at,
         EXISTS (SELECT 1 FROM story_read WHERE story_read.story_id = story.id) AS read,
         (SELECT group_concat(article_id) FROM article_source JOIN article ON article.id = article_id
          WHERE article_source.story_id = story.id AND trashed_at IS NULL) AS article_ids,
         ${MARK_COLUMNS}
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

  /** The heads of what stands above a version: what `prepareCount` counts, where it is folded. */
  function prepareHeads({ from, where, order, head }: Clauses) {
    return database
      .prepare<Record<string, unknown>, number>(
        `SELECT head FROM (SELECT ${head} AS head FROM ${from} WHERE ${order} > @than${where} LIMIT @limit)
         WHERE head IS NOT NULL`,
      )
      .pluck();
  }

  /** A range of one: FTS5 without content answers `rowid =` beside MATCH with rows that do not match. */
  function prepareHas({ from, where, order }: Clauses) {
    return database
      .prepare<Record<string, unknown>, number>(
        `SELECT 1 FROM ${from} WHERE ${order} BETWEEN @at AND @at${where}`,
      )
      .pluck();
  }

  interface Prepared {
    page: () => ReturnType<typeof preparePage>;
    count: () => ReturnType<typeof prepareCount>;
    heads: () => ReturnType<typeof prepareHeads>;
    has: () => ReturnType<typeof prepareHas>;
  }

  const prepared = new Map<string, Prepared>();

  function statementsFor(filter: ListFilter, part: number | null): Prepared {
    const key = shapeOf(filter, part);
    let statements = prepared.get(key);
    if (!statements) {
      const clauses = clausesOf(filter, part);
      statements = {
        page: onFirstUse(() => preparePage(clauses)),
        count: onFirstUse(() => prepareCount(clauses)),
        heads: onFirstUse(() => prepareHeads(clauses)),
        has: onFirstUse(() => prepareHas(clauses)),
      };
      prepared.set(key, statements);
    }
    return statements;
  }

  /** The parts to search, newest first; without a search there is one thing to walk. */
  function partsOf(filter: ListFilter, newest: number, oldest: number): (number | null)[] {
    if (filter.match === null) return [null];
    const first = partOf(newest);
    const last = isBound(filter) ? partOf(Math.max(oldest, newest - unreadHorizon)) : partOf(oldest);
    return Array.from({ length: Math.max(0, first - last + 1) }, (_none, index) => first - index);
  }

  const versionOf = database
    .prepare<[number], number>('SELECT newest_version_id FROM wire.story WHERE id = ?')
    .pluck();

  /** Whether a head is in the list, so that what is folded into it need not be. */
  function lists(filter: ListFilter, headId: number): boolean {
    const at = versionOf.get(headId);
    if (at === undefined) return false;
    const wanted = headFilterOf(filter);
    const { has } = statementsFor(wanted, wanted.match === null ? null : partOf(at));
    return has().get({ ...parametersOf(wanted), at }) === 1;
  }

  /** One part's rows; where a head is listed in `whole`, what is folded into it gives its place to the next. */
  function pageOf(
    filter: ListFilter,
    whole: ListFilter,
    part: number | null,
    before: number | null,
    limit: number,
  ): ListRow[] {
    const { page } = statementsFor(filter, part);
    const rows: ListRow[] = [];
    for (let from = before ?? Number.MAX_SAFE_INTEGER; ;) {
      const missing = limit - rows.length;
      // Asking again takes longer than asking for some more than is needed.
      const wanted = filter.folds && canStandAlone(filter) ? missing + Math.ceil(missing / 8) : missing;
      const found = page().all({ ...parametersOf(filter), before: from, limit: wanted });
      const here = new Set(found.map(({ story_id }) => story_id));
      rows.push(
        ...found.filter(({ head_id }) => head_id === null || !(here.has(head_id) || lists(whole, head_id))),
      );
      from = found.at(-1)?.newest_version_id ?? 0;
      if (found.length < wanted || rows.length >= limit) return rows.slice(0, limit);
    }
  }

  /** Up to `limit` stories that stand below the version `before` (null: from the top). */
  function list(
    filter: ListFilter,
    before: number | null,
    limit: number,
    whole: ListFilter = filter,
  ): ListedStory[] {
    const several = filter.match === null && (filter.sourceIds?.length ?? 0) > 1;
    if (several) return mergedLists(filter, before, limit);
    const newest = newestVersion.get() ?? 0;
    const rows: ListRow[] = [];
    for (const part of partsOf(filter, Math.min(before ?? newest, newest), 0)) {
      if (rows.length === limit) break;
      rows.push(...pageOf(filter, whole, part, before, limit - rows.length));
    }
    return rows.map(listItemOf);
  }

  /** Each source's list walks its own index; a story that several carry is listed once. */
  function mergedLists(filter: ListFilter, before: number | null, limit: number): ListedStory[] {
    const found = new Map<number, ListedStory>();
    for (const sourceId of filter.sourceIds ?? []) {
      for (const row of list({ ...filter, sourceIds: [sourceId] }, before, limit, filter))
        found.set(row.storyId, row);
    }
    return [...found.values()]
      .toSorted((one, other) => other.newestVersionId - one.newestVersionId)
      .slice(0, limit);
  }

  /** How many stand above the version `than`; no further than 1,000 is counted. */
  function countNewer(filter: ListFilter, than: number): number {
    let counted = 0;
    for (const part of partsOf(filter, newestVersion.get() ?? 0, than + 1)) {
      if (counted === countedAtMost) break;
      const { count, heads } = statementsFor(filter, part);
      const bounds = { ...parametersOf(filter), than, limit: countedAtMost - counted };
      counted += count().get(bounds) ?? 0;
      if (counted === countedAtMost || !filter.folds) continue;
      counted -= heads()
        .all(bounds)
        .filter((headId) => lists(filter, headId)).length;
    }
    return counted;
  }

  // What arrives meanwhile must not move a story from a part that is still to be read to one that was read.
  return { list: database.transaction(list), countNewer: database.transaction(countNewer) };
}
