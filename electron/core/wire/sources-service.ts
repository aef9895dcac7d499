/** The sources of the wire: set up by the house, each with its state, its rights and its health. */
import { randomUUID } from 'node:crypto';
import type { HouseEntry } from '../../../shared/contract/house-trail.ts';
import {
  MANUAL_SOURCE_ID,
  sourceConfigurationSchema,
  wireUseSchema,
  type Source,
  type SourceConfiguration,
  type WireUse,
} from '../../../shared/contract/wire-sources.ts';
import { forbidsAi } from '../../../shared/domain/ai-notice.ts';
import { ANTARA_CHANNELS } from '../../../shared/domain/antara.ts';
import { addressProblem, leadsElsewhere } from '../../../shared/domain/source-address.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { DeliveryQueries } from './delivery-queries.ts';
import type { Ingest } from './ingest.ts';
import type { SourceStateRow, StoredSource, WireQueries } from './queries.ts';
import type { SourceChecks } from './source-checks.ts';
import type { SourceIntakes } from './source-intakes.ts';
import { takeOnTrust } from './sources/server-trust.ts';
import { credentialsOf, type SourceSecrets } from './source-secrets.ts';

const weekMs = 7 * 86_400_000;

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

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

/** A change of a source as the trail of the house tells it. */
function changeOf(before: SourceConfiguration, { name, paused }: SourceConfiguration): HouseEntry {
  if (before.paused === paused) return { kind: 'source-changed', name };
  return { kind: paused ? 'source-paused' : 'source-resumed', name };
}

/** Takes user and password out of an address: they are signed in with, and lie elsewhere. */
function withoutCredentials(
  configuration: SourceConfiguration,
  secret: string | undefined,
): { configuration: SourceConfiguration; secret: string | undefined } {
  const found = configuration.kind === 'folder' ? null : credentialsOf(configuration.address);
  if (found === null) return { configuration, secret };
  const { address, user } = found;
  const signIn = configuration.kind === 'feed' ? 'basic' : configuration.signIn;
  return { configuration: { ...configuration, address, user, signIn }, secret: secret ?? found.secret };
}

export function createSourcesService({
  queries,
  deliveries,
  checks,
  intakes,
  secrets,
  ingest,
  events,
  workplace,
  clock,
}: {
  queries: WireQueries;
  deliveries: DeliveryQueries;
  checks: SourceChecks;
  intakes: SourceIntakes;
  secrets: SourceSecrets;
  ingest: Ingest;
  events: EventBus;
  workplace: Workplace;
  clock: Clock;
}) {
  function stored(id: string): StoredSource {
    const source = queries.source(id);
    if (!source || source.removed) throw contractError('NOT_FOUND', { kind: 'source', id });
    return source;
  }

  function statusOf({ id, configuration, state }: StoredSource): Source['state']['status'] {
    const manual = configuration.kind === 'manual';
    if (configuration.paused || (checks.allPaused() && !manual)) return 'paused';
    if (checks.isWorking(id)) return 'working';
    if (state.errorCode !== null) return 'failing';
    return state.lastCheckedAt === null && !manual ? 'waiting' : 'ok';
  }

  function toContract(source: StoredSource): Source {
    const { id, configuration, state, hasSecret } = source;
    return {
      ...configuration,
      id,
      hasSecret,
      unread: queries.unreadOfSource(id),
      state: {
        status: statusOf(source),
        lastCheckedAt: instant(state.lastCheckedAt),
        lastDeliveryAt: instant(state.lastDeliveryAt),
        failingSince: instant(state.failingSince),
        error: state.errorCode === null ? null : { code: state.errorCode, detail: state.errorDetail ?? '' },
        nextCheckAt: configuration.paused ? null : instant(checks.dueAt(id)),
      },
    };
  }

  /** The sources that brought a story. */
  function carriersOf(storyId: number): StoredSource[] {
    return queries.sourcesOfStory(storyId).flatMap((id) => queries.source(id) ?? []);
  }

  function tell(sourceId: string): void {
    events.emit({ type: 'source.changed', sourceId });
  }

  function refuseBadAddress(configuration: SourceConfiguration): void {
    const reason = addressProblem(configuration);
    if (reason !== null) throw contractError('INVALID', { field: 'address', reason });
  }

  /** Sets a source up under a given id, unless it is there (or was). */
  function ensure(id: string, configuration: SourceConfiguration): void {
    if (queries.source(id)) return;
    queries.insertSource(id, configuration, clock.now());
    tell(id);
  }

  return {
    stored,
    /** How the source's copy is credited: its short name, and the whole credit where it asks for its own. */
    creditOf(id: string): { name: string; text: string } {
      const configuration = queries.source(id)?.configuration;
      return { name: configuration?.creditName ?? '', text: configuration?.creditText ?? '' };
    },
    /** Whether the house may publish a story: not where every source that brought it has been refused. */
    mayPublish(storyId: number): boolean {
      const carriers = carriersOf(storyId);
      return (
        carriers.length === 0 ||
        carriers.some(({ configuration }) => configuration.allowedUses.publish !== false)
      );
    },
    /**
     * What was settled about a story's copy, the most generous of all that brought it: the whole credit it asks for, when its
     * licence ends (milliseconds since 1970; its own `expires` before all), how much of it may be taken over.
     */
    licenceOf(storyId: number): { creditText: string; endsAt: number | null; sharePercent: number | null } {
      const settled = carriersOf(storyId).map(({ configuration }) => configuration);
      const story = queries.story(storyId);
      const expires = story === null ? null : (queries.version(story.newestVersionId)?.story.expires ?? null);
      const ends = settled.map(({ licenceEnds }) => licenceEnds);
      const latest =
        ends.includes(null) || ends.length === 0
          ? Infinity
          : Math.max(...ends.map((end) => Date.parse(end ?? '')));
      const endsAt = Math.min(latest, expires === null ? Infinity : Date.parse(expires));
      const shares = settled.map(({ shareOfCopyPercent }) => shareOfCopyPercent ?? Infinity);
      const share = Math.max(...shares);
      return {
        creditText: settled.every(({ creditText }) => creditText !== '')
          ? (settled[0]?.creditText ?? '')
          : '',
        endsAt: Number.isFinite(endsAt) ? endsAt : null,
        sharePercent: Number.isFinite(share) ? share : null,
      };
    },
    /** The sources as the ledger of rights shows them. */
    ledger: () =>
      queries.sources().flatMap(({ id, removed, configuration }) =>
        removed
          ? []
          : [
              {
                sourceId: id,
                name: configuration.name,
                credit: configuration.creditText || configuration.creditName,
                allowedUses: configuration.allowedUses,
                licenceEnds: configuration.licenceEnds,
                shareOfCopyPercent: configuration.shareOfCopyPercent,
                notice: configuration.rightsText,
              },
            ],
      ),
    /** Whether machines are to be kept away from a story: by its own notice, or by what was settled with all that brought it. */
    forbidsAi(storyId: number): boolean {
      const story = queries.story(storyId);
      if (story === null) return false;
      if (forbidsAi(queries.version(story.newestVersionId)?.story.rights ?? null)) return true;
      const uses = carriersOf(storyId).map(({ configuration }) => configuration.allowedUses);
      return uses.length > 0 && uses.every(({ artificialIntelligence }) => artificialIntelligence === false);
    },
    /** The name of a source, and the uses of its copy that the house may not make. */
    settled(id: string): { sourceName: string; refusedUses: WireUse[] } {
      const configuration = queries.source(id)?.configuration;
      const uses = configuration?.allowedUses;
      return {
        sourceName: configuration?.name ?? '',
        refusedUses: wireUseSchema.options.filter((use) => uses?.[use] === false),
      };
    },
    nameOf: (id: string) => queries.source(id)?.configuration.name ?? '',
    list: () =>
      queries
        .sources()
        .filter((source) => !source.removed)
        .map(toContract),
    failing: () =>
      queries.sources().filter((source) => !source.removed && source.state.errorCode !== null).length,
    async add({
      secret: given,
      ...asked
    }: SourceConfiguration & { secret?: string | undefined }): Promise<Source> {
      const { configuration, secret } = withoutCredentials(asked, given);
      refuseBadAddress(configuration);
      const id = randomUUID();
      queries.insertSource(id, configuration, clock.now());
      try {
        if (secret) await secrets.set(id, secret);
      } catch (error) {
        queries.forgetSources([id]);
        throw error;
      }
      workplace.record({ kind: 'source-added', name: configuration.name });
      checks.schedule({ id, configuration });
      tell(id);
      return toContract(stored(id));
    },
    /** Without a secret the one there stays, unless the address leads to another server. */
    async change(id: string, asked: SourceConfiguration, given: string | undefined): Promise<Source> {
      const { configuration, secret } = withoutCredentials(asked, given);
      refuseBadAddress(configuration);
      const before = queries.source(id);
      if (!before) throw contractError('NOT_FOUND', { kind: 'source', id });
      const moved = before.configuration.address !== configuration.address;
      if (secret !== undefined) await secrets.set(id, secret);
      else if (moved && before.hasSecret && leadsElsewhere(before.configuration, configuration)) {
        await secrets.set(id, '');
      }
      queries.changeSource(id, configuration);
      workplace.record(changeOf(before.configuration, configuration));
      if (moved) {
        queries.setState(id, noState);
        queries.clearMemory(id);
      }
      checks.schedule({ id, configuration });
      tell(id);
      return toContract(stored(id));
    },
    remove(id: string): void {
      const { name } = stored(id).configuration;
      if (id === MANUAL_SOURCE_ID) throw contractError('INVALID', { field: 'id', reason: 'built-in-source' });
      queries.removeSource(id, clock.now());
      workplace.record({ kind: 'source-removed', name });
      checks.unschedule(id);
      tell(id);
    },
    /** See the contract. What is trusted is noted before the check begins. */
    trustServer(id: string, fingerprint: string): void {
      const source = stored(id);
      if (!takeOnTrust(source.configuration.kind, queries.memoryOf(id), fingerprint)) {
        throw contractError('INVALID', { field: 'fingerprint', reason: 'not-shown' });
      }
      workplace.record({ kind: 'source-changed', name: source.configuration.name });
      checks.checkNow(source);
    },
    checkNow: (id: string) => checks.checkNow(stored(id)),
    intakes: () => intakes.list(),
    /** See the contract. */
    async stopIntake(id: string): Promise<void> {
      const { configuration } = stored(id);
      if (intakes.stop(id)) await this.change(id, { ...configuration, paused: true }, undefined);
    },
    allPaused: checks.allPaused,
    pauseAll(paused: boolean): void {
      if (paused === checks.allPaused()) return;
      workplace.record({ kind: paused ? 'intake-paused' : 'intake-resumed' });
      checks.pauseAll(paused);
      events.emit({ type: 'intake.changed', paused });
    },
    deliveries(id: string, before: number | null, limit: number) {
      stored(id);
      return {
        ...deliveries.deliveries(id, before, limit),
        lastWeek: deliveries.tally(id, clock.now() - weekMs),
      };
    },
    /** A delivery as it came. Throws NOT_FOUND where it is not kept. */
    async payload(payloadId: number) {
      const payload = await deliveries.payload(
        payloadId,
        (id) => queries.source(id)?.configuration.name ?? '',
      );
      if (payload === null) throw contractError('NOT_FOUND', { kind: 'payload', id: String(payloadId) });
      return payload;
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
      for (const id of ids) checks.unschedule(id);
      // Two files, two commits: what people did with the stories goes first, since nobody knows whose it was without them.
      queries.forgetStories(queries.storiesOnlyOfSources(ids));
      queries.forgetStories(await ingest.forget(ids));
      queries.forgetSources(ids);
      for (const id of ids) tell(id);
    },
    /**
     * Begins to look at the sources. Passwords that were set up inside an address, before there was a place for them, go
     * into the vault first, those of removed sources out of it; a vault that cannot be opened has both stay for now.
     */
    async start(): Promise<void> {
      for (const { id, configuration, removed, hasSecret } of queries.sources()) {
        if (removed) {
          if (hasSecret) await secrets.set(id, '').catch(() => undefined);
          continue;
        }
        const { configuration: clean, secret } = withoutCredentials(configuration, undefined);
        if (secret === undefined) continue;
        const moved = await secrets.set(id, secret).then(
          () => true,
          () => false,
        );
        if (moved) queries.changeSource(id, clean);
      }
      checks.start();
    },
    stop: checks.stop,
  };
}
