/**
 * Stories leave after as many days as the house has settled for their source. One that an article uses, that another
 * source carries too, or that somebody took, flagged or noted, stays. Of what may not be archived only what an article uses
 * or another source carries stays, and a story leaves as soon as its own licence has ended (its `expires`).
 */
import { z } from 'zod';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { keptDays } from '../../../shared/domain/story-keeping.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { Ingest } from './ingest.ts';
import type { StoredSource, WireQueries } from './queries.ts';

const retainKind = 'wire.retain';
const everyMs = 3_600_000;
const dayMs = 86_400_000;
const storiesAtOnce = 100;
/** What is noted of a source while stories of it are taken out: their ids. */
const LEAVING = 'leaving';

/** What nobody may take out: see above. */
const CARRIED_ON = `(EXISTS (SELECT 1 FROM article_source used WHERE used.story_id = carried.story_id)
  OR EXISTS (SELECT 1 FROM wire.story_source other
    WHERE other.story_id = carried.story_id AND other.source_id <> @sourceId))`;

interface OldStory {
  storyId: number;
  newest: number;
  /** By an article or another source. */
  carriedOn: number;
  /** Taken, flagged or noted. */
  marked: number;
}

export interface Retention {
  /** True while a story is being taken out: nothing may be begun with it any more. */
  isLeaving(storyId: number): boolean;
  start(): void;
}

export function createRetention({
  database,
  queries,
  ingest,
  jobs,
  events,
  clock,
}: {
  database: Database;
  queries: WireQueries;
  ingest: Ingest;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
}): Retention {
  const leaving = new Set<number>();
  const statements = {
    firstSince: database
      .prepare<[number], number>(
        'SELECT id FROM wire.version WHERE arrived_at >= ? ORDER BY arrived_at, id LIMIT 1',
      )
      .pluck(),
    old: database.prepare<{ sourceId: string; after: number; before: number; limit: number }, OldStory>(
      `SELECT story_id AS storyId, newest_version_id AS newest, ${CARRIED_ON} AS carriedOn,
         EXISTS (SELECT 1 FROM story_mark mark WHERE mark.story_id = carried.story_id
           AND (claimed_at IS NOT NULL OR flagged_at IS NOT NULL OR note_at IS NOT NULL)) AS marked
       FROM wire.story_source carried
       WHERE source_id = @sourceId AND newest_version_id > @after AND newest_version_id < @before
       ORDER BY newest_version_id LIMIT @limit`,
    ),
    expired: database.prepare<
      { sourceId: string; after: number; before: number; limit: number; now: string },
      OldStory
    >(
      `SELECT carried.story_id AS storyId, newest_version_id AS newest,
         ${CARRIED_ON} OR coalesce(julianday(content ->> '$.expires') > julianday(@now), 1) AS carriedOn, 0 AS marked
       FROM wire.story_source carried JOIN wire.version ON version.id = newest_version_id
       WHERE carried.source_id = @sourceId AND newest_version_id > @after AND newest_version_id < @before
       ORDER BY newest_version_id LIMIT @limit`,
    ),
  };

  /** Walks through stories of a source and takes out those that may go. */
  async function clear(
    { id: sourceId, configuration }: StoredSource,
    rowsAfter: (newest: number) => OldStory[],
    mayGo: (story: OldStory) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const rows = rowsAfter(after);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.newest;
      const going = rows.filter(mayGo).map(({ storyId }) => storyId);
      // Only feeds list again what they brought; what comes in otherwise is wanted.
      if (going.length > 0) await drop(sourceId, going, configuration.kind === 'feed');
      else await nextTurn();
    }
  }

  async function clearSource(source: StoredSource, signal: AbortSignal): Promise<void> {
    const { id: sourceId, configuration } = source;
    forgetThoseThatLeft(sourceId);
    const mayBeArchived = configuration.allowedUses.archive !== false;
    const days = keptDays(configuration);
    const limit = storiesAtOnce;
    const newest = Number.MAX_SAFE_INTEGER;
    if (days !== null) {
      const before = statements.firstSince.get(clock.now() - days * dayMs) ?? newest;
      await clear(
        source,
        (after) => statements.old.all({ sourceId, after, before, limit }),
        ({ carriedOn, marked }) => carriedOn === 0 && (marked === 0 || !mayBeArchived),
        signal,
      );
    }
    if (mayBeArchived) return;
    const now = new Date(clock.now()).toISOString();
    await clear(
      source,
      (after) => statements.expired.all({ sourceId, after, before: newest, limit, now }),
      ({ carriedOn }) => carriedOn === 0,
      signal,
    );
  }

  /** Two files, two commits: where the program ended in between, what people did with stories that left is forgotten now. */
  function forgetThoseThatLeft(sourceId: string): void {
    const memory = queries.memoryOf(sourceId);
    const noted = memory.get(LEAVING);
    if (noted === null) return;
    const storyIds = z.array(z.number()).parse(JSON.parse(noted));
    queries.forgetStories(storyIds.filter((id) => queries.story(id) === null));
    memory.remove(LEAVING);
  }

  async function drop(sourceId: string, storyIds: readonly number[], relisted: boolean): Promise<void> {
    for (const id of storyIds) leaving.add(id);
    try {
      const memory = queries.memoryOf(sourceId);
      memory.put(LEAVING, JSON.stringify(storyIds));
      queries.forgetStories(await ingest.drop(sourceId, storyIds, relisted));
      memory.remove(LEAVING);
      events.emit({ type: 'wire.changed', sourceId, added: 0, updated: 0 });
    } finally {
      for (const id of storyIds) leaving.delete(id);
    }
  }

  jobs.register({
    kind: retainKind,
    longestPauseMs: everyMs,
    payload: z.object({}),
    concurrency: 1,
    async run(_payload, { signal }) {
      for (const source of queries.sources()) await clearSource(source, signal);
      return { runAgainAt: clock.now() + everyMs };
    },
  });

  return {
    isLeaving: (storyId) => leaving.has(storyId),
    start() {
      if (jobs.dueAt(retainKind, 'all') === null) jobs.enqueue(retainKind, 'all', {});
    },
  };
}
