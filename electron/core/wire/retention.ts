/**
 * Stories leave after as many days as the house has settled for their source. One that an article uses, that another
 * source carries too, or that somebody took, flagged or noted, stays.
 */
import { z } from 'zod';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { Ingest } from './ingest.ts';
import type { WireQueries } from './queries.ts';

const retainKind = 'wire.retain';
const everyMs = 3_600_000;
const dayMs = 86_400_000;
const storiesAtOnce = 100;

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
    old: database.prepare<
      { sourceId: string; after: number; before: number; limit: number },
      { storyId: number; newest: number; stays: number }
    >(
      `SELECT story_id AS storyId, newest_version_id AS newest,
         EXISTS (SELECT 1 FROM article_source used WHERE used.story_id = carried.story_id)
         OR EXISTS (SELECT 1 FROM wire.story_source other
           WHERE other.story_id = carried.story_id AND other.source_id <> @sourceId)
         OR EXISTS (SELECT 1 FROM story_mark mark WHERE mark.story_id = carried.story_id
           AND (claimed_at IS NOT NULL OR flagged_at IS NOT NULL OR note_at IS NOT NULL)) AS stays
       FROM wire.story_source carried
       WHERE source_id = @sourceId AND newest_version_id > @after AND newest_version_id < @before
       ORDER BY newest_version_id LIMIT @limit`,
    ),
  };

  async function clear(sourceId: string, keepDays: number, signal: AbortSignal): Promise<void> {
    const before = statements.firstSince.get(clock.now() - keepDays * dayMs) ?? Number.MAX_SAFE_INTEGER;
    let after = 0;
    for (;;) {
      signal.throwIfAborted();
      const rows = statements.old.all({ sourceId, after, before, limit: storiesAtOnce });
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.newest;
      const going = rows.filter(({ stays }) => stays === 0).map(({ storyId }) => storyId);
      if (going.length > 0) await drop(sourceId, going);
      else await nextTurn();
    }
  }

  async function drop(sourceId: string, storyIds: readonly number[]): Promise<void> {
    for (const id of storyIds) leaving.add(id);
    try {
      queries.forgetStories(await ingest.drop(sourceId, storyIds));
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
      for (const { id, configuration } of queries.sources()) {
        if (configuration.keepStoriesDays !== null) await clear(id, configuration.keepStoriesDays, signal);
      }
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
