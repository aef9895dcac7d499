/**
 * Looking at the sources: each at its time, by a job that survives restarts, through its way in (sources/way.ts). What came
 * and what failed becomes the state of the source; every delivery is written down by the ingest worker.
 */
import { z } from 'zod';
import type { SourceConfiguration, SourceErrorCode } from '../../../shared/contract/wire-sources.ts';
import { nextOpen } from '../../../shared/domain/source-schedule.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue, JobResult } from '../jobs/queue.ts';
import type { Clock, Log } from '../providers.ts';
import { IngestError, type Ingest, type ParseOptions, type StoredDelivery } from './ingest.ts';
import type { SourceStateRow, StoredSource, WireQueries } from './queries.ts';
import type { SourceIntakes } from './source-intakes.ts';
import type { SourceSecrets } from './source-secrets.ts';
import { SourceError } from './sources/source-error.ts';
import type { SourceAccess, SourceWay, Visit, Visited, Watcher } from './sources/way.ts';
import { createWays, type PolledKind } from './sources/ways.ts';

const checkKind = 'wire.check';
const folderIntervalMs = 15_000;
const longestPauseMs = 3_600_000;
/** A source may be closed for most of a day, and one that fails is asked less often, an hour at the longest. */
const longestIntervalMs = 25 * 3_600_000;
/** How often a check that is due looks whether the pause of all sources is over. */
const pausedAgainMs = 60_000;
const checksAtOnce = 6;

export type SourceChecks = ReturnType<typeof createSourceChecks>;

type PolledSource = StoredSource & { configuration: { kind: PolledKind } };

export function isPolled(source: StoredSource): source is PolledSource {
  return source.configuration.kind !== 'manual';
}

/** How the copy of a source is read and kept, whichever way it comes. */
export function readingOptions(configuration: SourceConfiguration): ParseOptions {
  const { defaultOffsetMinutes, language, copy, defaultUrgency, keepPayloadDays } = configuration;
  return {
    defaultOffsetMinutes,
    sourceLanguage: language,
    copy,
    keepPayloadDays,
    ...(defaultUrgency === null ? {} : { defaultUrgency }),
  };
}

/** Sources at one server are asked one after the other; folders of this machine do not wait for one another. */
function laneOf({ id, configuration }: { id: string; configuration: SourceConfiguration }): string {
  return configuration.kind === 'folder' ? id : (URL.parse(configuration.address)?.hostname ?? id);
}

function failureOf(error: unknown): { code: SourceErrorCode; detail: string } {
  if (error instanceof SourceError || error instanceof IngestError) {
    return { code: error.code, detail: error.message };
  }
  return { code: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
}

export function createSourceChecks({
  queries,
  jobs,
  ingest,
  secrets,
  intakes,
  events,
  clock,
  log,
  offsetMinutes,
}: {
  queries: WireQueries;
  jobs: JobQueue;
  ingest: Ingest;
  secrets: SourceSecrets;
  intakes: SourceIntakes;
  events: EventBus;
  clock: Clock;
  log: Log;
  /** Minutes the newsroom's clocks are east of UTC. */
  offsetMinutes: () => number;
}) {
  const ways = createWays();
  const working = new Set<string>();
  const watchers = new Map<string, Watcher>();
  /** Asked for by hand, so checked even while all sources are paused and outside its hours. */
  const askedFor = new Set<string>();
  let allPaused = false;
  let stopped = false;

  function tell(sourceId: string): void {
    events.emit({ type: 'source.changed', sourceId });
  }

  function enqueue(source: { id: string; configuration: SourceConfiguration }, runAt?: number): void {
    jobs.enqueue(checkKind, source.id, { sourceId: source.id }, runAt, laneOf(source));
  }

  function unwatch(id: string): void {
    watchers.get(id)?.close();
    watchers.delete(id);
  }

  async function accessTo({ id, configuration }: StoredSource): Promise<SourceAccess> {
    return { id, configuration, secret: await secrets.of(id), memory: queries.memoryOf(id) };
  }

  /** Has a source tell when it moves, unless it does already. */
  function watch(access: SourceAccess, way: SourceWay): void {
    const { id, configuration } = access;
    if (stopped || way.watch === undefined || watchers.get(id)?.alive === true) return;
    unwatch(id);
    const watcher = way.watch(access, () => {
      const due = jobs.dueAt(checkKind, id);
      if (due !== null && due > clock.now()) enqueue({ id, configuration });
    });
    watchers.set(id, watcher);
  }

  /** What a visit brought. */
  interface Brought {
    added: number;
    updated: number;
    /** When the last delivery came; null where none did. */
    at: number | null;
    /** The last file or message that could not be read. */
    unread: { code: SourceErrorCode; detail: string } | null;
  }

  function visitOf(
    source: StoredSource,
    access: SourceAccess,
    brought: Brought,
    intake: ReturnType<SourceIntakes['begin']>,
    signal: AbortSignal,
  ): Visit {
    const { id, configuration, state } = source;
    const { etag, lastModified, bodyHash } = state;
    return {
      ...access,
      stamps: { etag, lastModified, bodyHash },
      signal,
      now: () => clock.now(),
      expect: intake.expect,
      async take(bytes, options): Promise<StoredDelivery> {
        try {
          const all = { ...readingOptions(configuration), ...options };
          const result = await intake.take(options.fileName ?? '', bytes.length, (watch) =>
            ingest.store(id, bytes, all, clock.now(), watch),
          );
          brought.added += result.added;
          brought.updated += result.updated;
          brought.at = clock.now();
          return result;
        } catch (error) {
          if (intake.signal.aborted) throw error;
          const { code, detail } = failureOf(error);
          const name = options.fileName;
          brought.unread = { code, detail: name === undefined ? detail : `${name}: ${detail}` };
          log.warn('delivery not read as wire copy', { source: id, code });
          throw error;
        }
      },
      async tell(code, name, detail) {
        brought.unread = { code, detail: `${name}: ${detail}` };
        await ingest.note(id, { code, name, detail }, clock.now());
      },
    };
  }

  /** Nothing is wrong any more once something came that could be read; until then the last word stands. */
  function stateAfter(
    { state }: StoredSource,
    brought: Brought,
    { stamps }: Visited,
    now: number,
  ): SourceStateRow {
    const { unread, at } = brought;
    const isFile = state.errorCode !== null && state.failures === 0;
    const error =
      unread ?? (at === null && isFile ? { code: state.errorCode, detail: state.errorDetail } : null);
    return {
      ...state,
      ...stamps,
      lastDeliveryAt: at ?? state.lastDeliveryAt,
      failures: 0,
      failingSince: error === null ? null : (state.failingSince ?? now),
      errorCode: error?.code ?? null,
      errorDetail: error?.detail?.slice(0, 500) ?? null,
      lastCheckedAt: now,
    };
  }

  /** At its interval, within its hours. */
  function dueAt({ configuration }: StoredSource, time: number): number {
    return nextOpen(configuration.hours, time, offsetMinutes());
  }

  async function fail(
    source: StoredSource,
    brought: Brought,
    error: unknown,
    intervalMs: number,
  ): Promise<JobResult> {
    const { id, state } = source;
    const now = clock.now();
    const { code, detail } = failureOf(error);
    const failures = state.failures + 1;
    queries.setState(id, {
      ...state,
      lastDeliveryAt: brought.at ?? state.lastDeliveryAt,
      failingSince: state.failingSince ?? now,
      failures,
      errorCode: code,
      errorDetail: detail.slice(0, 500),
      lastCheckedAt: now,
    });
    // What could not be read is written down where it was read.
    if (!(error instanceof IngestError)) {
      await ingest.note(id, { code, detail, name: '' }, now).catch((lost: unknown) => {
        log.error('failure of a source not written down', { source: id, error: String(lost) });
      });
    }
    const longest = Math.max(longestPauseMs, intervalMs);
    const wait = Math.min(intervalMs * 2 ** Math.min(failures - 1, 10), longest);
    const asked = error instanceof SourceError ? (error.retryAfterMs ?? 0) : 0;
    return { runAgainAt: dueAt(source, now + Math.max(wait, asked)) };
  }

  async function check(id: string, signal: AbortSignal): Promise<JobResult> {
    const source = queries.source(id);
    if (!source || source.removed || source.configuration.paused || !isPolled(source)) return { done: true };
    const asked = askedFor.has(id);
    if (allPaused && !asked) return { runAgainAt: clock.now() + pausedAgainMs };
    const opensAt = dueAt(source, clock.now());
    if (opensAt > clock.now() && !asked) return { runAgainAt: opensAt };
    askedFor.delete(id);
    working.add(id);
    tell(id);
    const { kind, intervalSeconds } = source.configuration;
    const intervalMs = kind === 'folder' ? folderIntervalMs : intervalSeconds * 1000;
    const brought: Brought = { added: 0, updated: 0, at: null, unread: null };
    const intake = intakes.begin(id);
    const stopped = AbortSignal.any([signal, intake.signal]);
    let goesOn = false;
    try {
      const access = await accessTo(source);
      const way = ways[kind];
      const visited = await way.check(visitOf(source, access, brought, intake, stopped));
      goesOn = visited.againInMs === 0;
      const now = clock.now();
      queries.setState(id, stateAfter(source, brought, visited, now));
      watch(access, way);
      return { runAgainAt: dueAt(source, now + Math.min(intervalMs, visited.againInMs ?? intervalMs)) };
    } catch (error) {
      if (signal.aborted) throw error;
      // Whoever stopped it has paused the source.
      if (intake.signal.aborted) return { done: true };
      return await fail(source, brought, error, intervalMs);
    } finally {
      intake.end(goesOn);
      const { added, updated } = brought;
      if (added + updated > 0) events.emit({ type: 'wire.changed', sourceId: id, added, updated });
      working.delete(id);
      tell(id);
    }
  }

  jobs.register({
    kind: checkKind,
    longestPauseMs: longestIntervalMs,
    payload: z.object({ sourceId: z.string() }),
    concurrency: checksAtOnce,
    slotsOf: () => 1,
    run: ({ sourceId }, { signal }) => check(sourceId, signal),
  });

  function polled(): StoredSource[] {
    return queries
      .sources()
      .filter((source) => !source.removed && !source.configuration.paused && isPolled(source));
  }

  return {
    isWorking: (id: string) => working.has(id),
    dueAt: (id: string) => jobs.dueAt(checkKind, id),
    /** Puts a source's check in the queue, at once, or takes it out where the source rests. */
    schedule(source: { id: string; configuration: SourceConfiguration }): void {
      unwatch(source.id);
      if (source.configuration.paused || source.configuration.kind === 'manual') {
        jobs.remove(checkKind, source.id);
      } else {
        enqueue(source);
      }
    },
    unschedule(id: string): void {
      jobs.remove(checkKind, id);
      unwatch(id);
    },
    checkNow(source: StoredSource): void {
      if (!isPolled(source)) return;
      askedFor.add(source.id);
      enqueue(source);
    },
    allPaused: () => allPaused,
    /** False where it is so already. */
    pauseAll(paused: boolean): boolean {
      if (paused === allPaused) return false;
      allPaused = paused;
      askedFor.clear();
      if (!paused) for (const source of polled()) enqueue(source);
      return true;
    },
    /** Puts every source's check in the queue that is not there. What can be watched is, from its first check on. */
    start(): void {
      stopped = false;
      for (const source of polled()) {
        const watched = isPolled(source) && ways[source.configuration.kind].watch !== undefined;
        enqueue(source, watched ? undefined : (jobs.dueAt(checkKind, source.id) ?? undefined));
      }
    },
    stop(): void {
      stopped = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
