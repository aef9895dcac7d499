/** What is read most: fetched as a job from where the house has it, kept with its age, never trusted blindly. */
import { z } from 'zod';
import type { Popularity, PopularitySource, PopularityState } from '../../../shared/contract/fronts.ts';
import { readFigures, type ReadFigures } from '../../../shared/domain/front/read-figures.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import { FetchError, safeFetch } from '../network/safe-fetch.ts';
import type { Clock } from '../providers.ts';
import type { SiteFigures } from '../site-figures.ts';
import type { Workplace } from '../workplace.ts';
import type { PopularityQueries, StoredPopularity } from './popularity-queries.ts';

const jobKind = 'fronts.popularity';

/** Milliseconds between two looks. */
const PAUSE_MS = 15 * 60_000;

/** More than any box shows. */
const MOST_KEPT = 200;

const LARGEST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

type Fetched = { ok: true; figures: ReadFigures } | { ok: false; code: string; detail: string };

export function createPopularity({
  queries,
  jobs,
  events,
  clock,
  workplace,
  siteFigures,
}: {
  queries: PopularityQueries;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  siteFigures: SiteFigures;
}) {
  function current(): Popularity {
    const { source, rows, fetchedAt, windowHours } = queries.read();
    if (source.kind === 'hand') return { rows: [], fetchedAt: null, windowHours };
    return { rows, fetchedAt: fetchedAt === null ? null : new Date(fetchedAt).toISOString(), windowHours };
  }

  function state(): PopularityState {
    const { source, windowHours, passedOver, error } = queries.read();
    return {
      source,
      windowHours,
      popularity: current(),
      passedOver,
      error: error && { ...error, at: new Date(error.at).toISOString() },
    };
  }

  async function fetchFrom({ source, windowHours }: StoredPopularity, signal: AbortSignal): Promise<Fetched> {
    switch (source.kind) {
      case 'hand':
        return { ok: true, figures: { figures: [], passedOver: 0 } };
      case 'address':
        return fetchAddress(source, signal);
      case 'wordpress-route':
      case 'wordpress-comments': {
        const route = source.kind === 'wordpress-route' ? source.route : null;
        const since = clock.now() - windowHours * 3_600_000;
        const answer = await siteFigures(source.targetId, { route, since }, signal);
        if (!answer.ok) return { ok: false, ...answer.error };
        return answer.value
          ? { ok: true, figures: answer.value }
          : { ok: false, code: 'no-figures', detail: route ?? '' };
      }
    }
  }

  /** One row a story, the most read first. */
  function rowsOf(
    { figures }: ReadFigures,
    source: PopularitySource,
  ): { rows: StoredPopularity['rows']; unknown: number } {
    const targetId = 'targetId' in source ? source.targetId : null;
    const counts = new Map<string, number>();
    let unknown = 0;
    for (const { names, count } of figures) {
      const articleId = names
        .map((name) => queries.articleOf(name, targetId))
        .find((found) => found !== null);
      if (articleId) counts.set(articleId, (counts.get(articleId) ?? 0) + count);
      else unknown += 1;
    }
    const rows = [...counts]
      .map(([articleId, count]) => ({ articleId, count }))
      .sort((one, other) => other.count - one.count || (one.articleId < other.articleId ? -1 : 1))
      .slice(0, MOST_KEPT);
    return { rows, unknown };
  }

  async function fetchNow(signal: AbortSignal): Promise<void> {
    const before = queries.read();
    if (before.source.kind === 'hand') return;
    const fetched = await fetchFrom(before, signal);
    const now = clock.now();
    const latest = queries.read();
    // Somebody chose another source meanwhile: these figures are of no use.
    if (JSON.stringify(latest.source) !== JSON.stringify(before.source)) return;
    if (fetched.ok) {
      const { rows, unknown } = rowsOf(fetched.figures, before.source);
      const passedOver = fetched.figures.passedOver + unknown;
      queries.write({ ...latest, rows, fetchedAt: now, passedOver, error: null });
    } else {
      queries.write({ ...latest, error: { code: fetched.code, detail: fetched.detail, at: now } });
    }
    events.emit({ type: 'popularity.changed' });
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({}),
    concurrency: 1,
    longestPauseMs: PAUSE_MS,
    async run(_payload, { signal }) {
      if (queries.read().source.kind === 'hand') return { done: true };
      await fetchNow(signal);
      return { runAgainAt: clock.now() + PAUSE_MS };
    },
  });

  return {
    current,
    state,
    /** See the contract. Throws NOT_PERMITTED, INVALID. */
    change(source: PopularitySource, windowHours: number): PopularityState {
      workplace.requirePermission('publish');
      if (
        source.kind === 'wordpress-route' &&
        !/^[\w-]+(?:\/[\w.-]+)+(?:\?[\w.&=%-]*)?$/.test(source.route)
      ) {
        throw contractError('INVALID', { field: 'route', reason: 'not-a-route' });
      }
      const before = queries.read();
      const isSame =
        JSON.stringify(before.source) === JSON.stringify(source) && before.windowHours === windowHours;
      if (!isSame) {
        queries.write({ source, windowHours, rows: [], fetchedAt: null, passedOver: 0, error: null });
        jobs.enqueue(jobKind, 'figures', {});
        events.emit({ type: 'popularity.changed' });
      }
      return state();
    },
    async refresh(): Promise<PopularityState> {
      await fetchNow(AbortSignal.timeout(TIMEOUT_MS));
      return state();
    },
  };
}

async function fetchAddress(
  { url, allowPrivateAddress }: Extract<PopularitySource, { kind: 'address' }>,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    const { status, bytes } = await safeFetch({
      url,
      allowPrivateAddress,
      headers: { accept: 'application/json, text/csv;q=0.9, */*;q=0.5' },
      signal,
      maxBytes: LARGEST_BYTES,
      timeoutMs: TIMEOUT_MS,
    });
    if (status < 200 || status > 299) return { ok: false, code: 'http-status', detail: String(status) };
    const figures = readFigures(new TextDecoder().decode(bytes));
    return figures ? { ok: true, figures } : { ok: false, code: 'no-figures', detail: url };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { ok: false, code: error.code, detail: error.message };
  }
}
