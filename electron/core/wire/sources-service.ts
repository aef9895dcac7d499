/** The sources of the wire: set up by the house, checked on time by jobs, each with its own state. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HouseEntry } from '../../../shared/contract/house-trail.ts';
import type { Source, SourceConfiguration, SourceErrorCode } from '../../../shared/contract/wire.ts';
import { ANTARA_CHANNELS } from '../../../shared/domain/antara.ts';
import { MANUAL_SOURCE_ID, sourceConfigurationSchema } from '../../../shared/contract/wire.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue, JobResult } from '../jobs/queue.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { IngestError, type Ingest } from './ingest.ts';
import type { SourceStateRow, StoredSource, WireQueries } from './queries.ts';
import { scanFolder, watchFolder } from './sources/folder.ts';
import { fetchFeed } from './sources/http.ts';
import { SourceError } from './sources/source-error.ts';

const checkKind = 'wire.check';
const folderIntervalMs = 15_000;
const unsettledMs = 1_200;
const longestPauseMs = 3_600_000;
/** `intervalSeconds` goes up to a day, and a source that fails is asked less often, an hour at the longest. */
const longestIntervalMs = 25 * 3_600_000;
/** How often a check that is due looks whether the pause of all sources is over. */
const pausedAgainMs = 60_000;

export type SourcesService = ReturnType<typeof createSourcesService>;

const noState: SourceStateRow = {
  lastCheckedAt: null,
  lastDeliveryAt: null,
  failingSince: null,
  failures: 0,
  errorCode: null,
  errorDetail: null,
  etag: null,
  lastModified: null,
  bodyHash: null,
};

interface Delivered {
  added: number;
  updated: number;
  state: Partial<SourceStateRow>;
  /** Sooner than the interval says, in milliseconds. */
  againInMs?: number;
}

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

function failureOf(error: unknown): { code: SourceErrorCode; detail: string } {
  if (error instanceof SourceError || error instanceof IngestError) {
    return { code: error.code, detail: error.message };
  }
  return { code: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
}

/** A change of a source as the trail of the house tells it. */
function changeOf(before: SourceConfiguration, { name, paused }: SourceConfiguration): HouseEntry {
  if (before.paused === paused) return { kind: 'source-changed', name };
  return { kind: paused ? 'source-paused' : 'source-resumed', name };
}

export function createSourcesService({
  queries,
  jobs,
  ingest,
  events,
  workplace,
  clock,
  log,
}: {
  queries: WireQueries;
  jobs: JobQueue;
  ingest: Ingest;
  events: EventBus;
  workplace: Workplace;
  clock: Clock;
  log: Log;
}) {
  const working = new Set<string>();
  const watchers = new Map<string, { close(): void }>();
  /** Asked for by hand, so checked even while all sources are paused. */
  const askedFor = new Set<string>();
  let allPaused = false;

  function stored(id: string): StoredSource {
    const source = queries.source(id);
    if (!source || source.removed) throw contractError('NOT_FOUND', { kind: 'source', id });
    return source;
  }

  function toContract(source: StoredSource): Source {
    const { configuration, state } = source;
    const status =
      configuration.paused || (allPaused && configuration.kind !== 'manual')
        ? 'paused'
        : working.has(source.id)
          ? 'working'
          : state.errorCode !== null
            ? 'failing'
            : state.lastCheckedAt === null && configuration.kind !== 'manual'
              ? 'waiting'
              : 'ok';
    return {
      ...configuration,
      id: source.id,
      unread: queries.unreadOfSource(source.id),
      state: {
        status,
        lastCheckedAt: instant(state.lastCheckedAt),
        lastDeliveryAt: instant(state.lastDeliveryAt),
        failingSince: instant(state.failingSince),
        error: state.errorCode === null ? null : { code: state.errorCode, detail: state.errorDetail ?? '' },
        nextCheckAt: configuration.paused ? null : instant(jobs.dueAt(checkKind, source.id)),
      },
    };
  }

  function tell(sourceId: string): void {
    events.emit({ type: 'source.changed', sourceId });
  }

  function refuseBadAddress(configuration: SourceConfiguration): void {
    if (configuration.kind === 'feed' && !/^https?:\/\/[^\s/]+/i.test(configuration.address)) {
      throw contractError('INVALID', { field: 'address', reason: 'not-a-web-address' });
    }
    if (configuration.kind === 'folder' && !/^(?:\/|[a-z]:[\\/]|\\\\)/i.test(configuration.address)) {
      throw contractError('INVALID', { field: 'address', reason: 'not-an-absolute-folder' });
    }
  }

  function schedule(source: { id: string; configuration: SourceConfiguration }): void {
    watchers.get(source.id)?.close();
    watchers.delete(source.id);
    if (source.configuration.paused || source.configuration.kind === 'manual') {
      jobs.remove(checkKind, source.id);
      return;
    }
    jobs.enqueue(checkKind, source.id, { sourceId: source.id });
    if (source.configuration.kind === 'folder') watch(source.id, source.configuration.address);
  }

  function watch(id: string, folder: string): void {
    watchers.set(
      id,
      watchFolder(folder, () => {
        const due = jobs.dueAt(checkKind, id);
        if (due !== null && due > clock.now()) jobs.enqueue(checkKind, id, { sourceId: id });
      }),
    );
  }

  /** Sets a source up under a given id, unless it is there (or was). */
  function ensure(id: string, configuration: SourceConfiguration): void {
    if (queries.source(id)) return;
    queries.insertSource(id, configuration, clock.now());
    tell(id);
  }

  async function checkFeed(
    { configuration, state, id }: StoredSource,
    signal: AbortSignal,
  ): Promise<Delivered> {
    const answer = await fetchFeed({
      url: configuration.address,
      etag: state.etag,
      lastModified: state.lastModified,
      allowPrivateAddress: configuration.allowPrivateAddress,
      signal,
    });
    if (answer.kind === 'unchanged') return { added: 0, updated: 0, state: {} };
    const stamps = { etag: answer.etag, lastModified: answer.lastModified, bodyHash: answer.bodyHash };
    if (answer.bodyHash === state.bodyHash) return { added: 0, updated: 0, state: stamps };
    const result = await ingest.store(
      id,
      answer.bytes,
      {
        url: answer.finalUrl,
        ...(answer.contentType === null ? {} : { contentType: answer.contentType }),
        defaultOffsetMinutes: configuration.defaultOffsetMinutes,
        sourceLanguage: configuration.language,
        feedsOnly: true,
      },
      clock.now(),
    );
    return {
      added: result.added,
      updated: result.updated,
      state: { ...stamps, lastDeliveryAt: clock.now() },
    };
  }

  async function checkFolder({ configuration, id }: StoredSource): Promise<Delivered> {
    const scan = await scanFolder(
      configuration.address,
      (path, stamp) => queries.folderFileStamp(id, path) === stamp,
      clock.now(),
    );
    const delivered: Delivered = { added: 0, updated: 0, state: {} };
    if (scan.unsettled) delivered.againInMs = unsettledMs;
    let unread: { code: SourceErrorCode; detail: string } | null = null;
    for (const file of scan.files) {
      try {
        if (file.bytes === null) throw new IngestError('too-large', file.name);
        const result = await ingest.store(
          id,
          file.bytes,
          {
            fileName: file.name,
            defaultOffsetMinutes: configuration.defaultOffsetMinutes,
            sourceLanguage: configuration.language,
          },
          clock.now(),
        );
        delivered.added += result.added;
        delivered.updated += result.updated;
        delivered.state.lastDeliveryAt = clock.now();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.code === 'storage') throw error;
        unread = { code: failure.code, detail: `${file.name}: ${failure.detail}` };
        log.warn('file not read as wire copy', { source: id, code: failure.code });
      }
      queries.rememberFolderFile(id, file.path, file.stamp);
    }
    if (unread) {
      delivered.state = { ...delivered.state, errorCode: unread.code, errorDetail: unread.detail };
    }
    return delivered;
  }

  async function check(id: string, signal: AbortSignal): Promise<JobResult> {
    const source = queries.source(id);
    if (!source || source.removed || source.configuration.paused) return { done: true };
    if (allPaused && !askedFor.has(id)) return { runAgainAt: clock.now() + pausedAgainMs };
    askedFor.delete(id);
    working.add(id);
    tell(id);
    const intervalMs =
      source.configuration.kind === 'folder' ? folderIntervalMs : source.configuration.intervalSeconds * 1000;
    try {
      const delivered = await (source.configuration.kind === 'folder'
        ? checkFolder(source)
        : checkFeed(source, signal));
      const now = clock.now();
      const keepsError =
        source.configuration.kind === 'folder' && delivered.state.lastDeliveryAt === undefined;
      queries.setState(id, {
        ...source.state,
        failingSince: keepsError ? source.state.failingSince : null,
        errorCode: keepsError ? source.state.errorCode : null,
        errorDetail: keepsError ? source.state.errorDetail : null,
        ...delivered.state,
        ...(delivered.state.errorCode ? { failingSince: source.state.failingSince ?? now } : {}),
        failures: 0,
        lastCheckedAt: now,
      });
      if (delivered.added + delivered.updated > 0) {
        events.emit({
          type: 'wire.changed',
          sourceId: id,
          added: delivered.added,
          updated: delivered.updated,
        });
      }
      return { runAgainAt: now + Math.min(intervalMs, delivered.againInMs ?? intervalMs) };
    } catch (error) {
      if (signal.aborted) throw error;
      const now = clock.now();
      const failure = failureOf(error);
      const failures = source.state.failures + 1;
      queries.setState(id, {
        ...source.state,
        failingSince: source.state.failingSince ?? now,
        failures,
        errorCode: failure.code,
        errorDetail: failure.detail.slice(0, 500),
        lastCheckedAt: now,
      });
      return {
        runAgainAt:
          now + Math.min(intervalMs * 2 ** Math.min(failures - 1, 10), Math.max(longestPauseMs, intervalMs)),
      };
    } finally {
      working.delete(id);
      tell(id);
    }
  }

  jobs.register({
    kind: checkKind,
    longestPauseMs: longestIntervalMs,
    payload: z.object({ sourceId: z.string() }),
    concurrency: 4,
    run: ({ sourceId }, { signal }) => check(sourceId, signal),
  });

  return {
    stored,
    creditNameOf: (id: string) => queries.source(id)?.configuration.creditName ?? '',
    nameOf: (id: string) => queries.source(id)?.configuration.name ?? '',
    list: () =>
      queries
        .sources()
        .filter((source) => !source.removed)
        .map(toContract),
    failing: () =>
      queries.sources().filter((source) => !source.removed && source.state.errorCode !== null).length,
    add(configuration: SourceConfiguration): Source {
      refuseBadAddress(configuration);
      const id = randomUUID();
      queries.insertSource(id, configuration, clock.now());
      workplace.record({ kind: 'source-added', name: configuration.name });
      schedule({ id, configuration });
      tell(id);
      return toContract(stored(id));
    },
    change(id: string, configuration: SourceConfiguration): Source {
      refuseBadAddress(configuration);
      const before = queries.source(id);
      if (!before) throw contractError('NOT_FOUND', { kind: 'source', id });
      queries.changeSource(id, configuration);
      workplace.record(changeOf(before.configuration, configuration));
      if (before.configuration.address !== configuration.address) queries.setState(id, noState);
      schedule({ id, configuration });
      tell(id);
      return toContract(stored(id));
    },
    remove(id: string): void {
      const { name } = stored(id).configuration;
      if (id === MANUAL_SOURCE_ID) throw contractError('INVALID', { field: 'id', reason: 'built-in-source' });
      queries.removeSource(id, clock.now());
      workplace.record({ kind: 'source-removed', name });
      jobs.remove(checkKind, id);
      watchers.get(id)?.close();
      watchers.delete(id);
      tell(id);
    },
    checkNow(id: string): void {
      const source = stored(id);
      if (source.configuration.kind === 'manual') return;
      askedFor.add(id);
      jobs.enqueue(checkKind, id, { sourceId: id });
    },
    allPaused: () => allPaused,
    pauseAll(paused: boolean): void {
      if (paused === allPaused) return;
      workplace.record({ kind: paused ? 'intake-paused' : 'intake-resumed' });
      allPaused = paused;
      askedFor.clear();
      events.emit({ type: 'intake.changed', paused });
      if (paused) return;
      for (const { id, removed, configuration } of queries.sources()) {
        if (removed || configuration.paused || configuration.kind === 'manual') continue;
        jobs.enqueue(checkKind, id, { sourceId: id });
      }
    },
    presets: () =>
      ANTARA_CHANNELS.map((channel) => ({
        id: `${channel.host}/${channel.channel}`,
        group: 'Antara',
        name: channel.label,
        configuration: sourceConfigurationSchema.parse({
          name: channel.label,
          kind: 'feed',
          address: channel.url,
          creditName: 'Ant',
          language: channel.language,
        }),
      })),
    /** Makes the built-in source of pasted and imported copy where it is not there yet. */
    ensureManualSource(): void {
      ensure(
        MANUAL_SOURCE_ID,
        sourceConfigurationSchema.parse({ name: 'Tempel & impor', kind: 'manual', address: '' }),
      );
    },
    ensure,
    /** Whether a source is known, removed ones included. */
    knows: (id: string) => queries.source(id) !== null,
    /**
     * Takes sources out for good, with every story that only they carry and what was noted about both. May be repeated
     * after a crash. Throws IngestError `storage`. (`remove` keeps the stories.)
     */
    async forget(ids: readonly string[]): Promise<void> {
      for (const id of ids) {
        jobs.remove(checkKind, id);
        watchers.get(id)?.close();
        watchers.delete(id);
      }
      queries.forgetStories(await ingest.forget(ids));
      queries.forgetSources(ids);
      for (const id of ids) tell(id);
    },
    /** Puts every source's check in the queue that is not there, and watches the folders. */
    start(): void {
      for (const source of queries.sources()) {
        const { configuration, id, removed } = source;
        if (removed || configuration.paused || configuration.kind === 'manual') continue;
        if (jobs.dueAt(checkKind, id) === null) jobs.enqueue(checkKind, id, { sourceId: id });
        if (configuration.kind === 'folder') watch(id, configuration.address);
      }
    },
    stop(): void {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}
