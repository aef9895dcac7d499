/** The places to publish to: set up by the house, checked on demand, secrets in the vault only. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SiteFacts, Target, Verification } from '../../../shared/contract/publishing.ts';
import type {
  TargetConfiguration,
  TargetTerm,
  TargetTermKind,
} from '../../../shared/contract/target-configuration.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { optionalInstant, instant } from './delivery-contract.ts';
import type { Outbox } from './outbox.ts';
import type { PublishingQueries, StoredTarget } from './queries.ts';
import { secretKey, type TargetContexts } from './target-context.ts';
import { PublishError, type PublishingTarget, type TargetContext } from './target.ts';

const verificationMs = 60_000;

/** How long a person waits for what a screen asks of a site. */
const answerMs = 20_000;

/** And for a look through all that was put there. */
const inspectionMs = 120_000;

/** Names told of many files. */
const fewest = 5;

/** Some names, and how many more there are. */
function namesOf(paths: readonly string[]): string {
  const more = paths.length - fewest;
  return [...paths.slice(0, fewest), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

function hostOf(typed: string): string {
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const host = URL.canParse(address) ? new URL(address).host : typed;
  return host.replace(/^www\./, '');
}

/** Where a configuration points to: a stored secret is lent to the same place only. */
function placeOf(configuration: TargetConfiguration): string {
  switch (configuration.kind) {
    case 'folder-site':
      return `folder:${configuration.folder}`;
    case 'sftp-site':
      return `sftp:${configuration.host}:${configuration.port}`;
    case 'partner': {
      const { delivery } = configuration;
      if (delivery.way === 'sftp') return `sftp:${delivery.host}:${delivery.port}`;
      return delivery.way === 'folder' ? `folder:${delivery.folder}` : `partner:${hostOf(delivery.address)}`;
    }
    default:
      return `${configuration.kind}:${hostOf(configuration.siteUrl)}`;
  }
}

/** Ids of one site's terms mean nothing at another. */
function withoutMapping(configuration: TargetConfiguration): TargetConfiguration {
  if (!('mapping' in configuration)) return configuration;
  const { mapping: _elsewhere, ...rest } = configuration;
  return rest;
}

/** Whether a change concerns nothing but what is called what there. */
function isMappingOnly(
  before: Pick<StoredTarget, 'name' | 'configuration'>,
  after: { name: string; configuration: TargetConfiguration; secret?: string | undefined },
): boolean {
  const rest = (target: { name: string; configuration: TargetConfiguration }): string =>
    JSON.stringify([target.name, withoutMapping(target.configuration)]);
  return (
    !after.secret &&
    rest(before) === rest(after) &&
    !isDeepStrictEqual(before.configuration, after.configuration)
  );
}

export type TargetsService = ReturnType<typeof createTargetsService>;

export function createTargetsService({
  database,
  queries,
  outbox,
  contexts,
  events,
  vault,
  clock,
  workplace,
  targetFor,
}: {
  database: Database;
  queries: PublishingQueries;
  outbox: Outbox;
  contexts: TargetContexts;
  events: EventBus;
  vault: Vault;
  clock: Clock;
  workplace: Workplace;
  targetFor: (configuration: TargetConfiguration) => PublishingTarget;
}) {
  function stored(id: string): StoredTarget {
    const target = queries.target(id);
    if (!target || target.removed) throw contractError('NOT_FOUND', { kind: 'target', id });
    return target;
  }

  async function toContract({ id, name, configuration }: StoredTarget): Promise<Target> {
    const secret = await vault.get(secretKey(id)).catch(() => null);
    const { capabilities } = targetFor(configuration);
    const trouble = outbox.troubleOf(id);
    return {
      id,
      name,
      configuration,
      capabilities,
      hasSecret: secret !== null,
      trouble: trouble && {
        since: instant(trouble.since),
        failures: trouble.failures,
        error: trouble.error,
        nextTryAt: optionalInstant(trouble.nextTryAt),
      },
    };
  }

  function tell(targetId: string): void {
    events.emit({ type: 'target.changed', targetId });
  }

  /**
   * Asks a target something while a person waits for the answer. Throws NOT_FOUND, TARGET_FAILED, and what the question
   * throws of its own.
   */
  async function ask<Answer>(
    id: string,
    question: (
      target: PublishingTarget,
      configuration: TargetConfiguration,
      context: TargetContext,
    ) => Promise<Answer>,
    withinMs = answerMs,
  ): Promise<Answer> {
    const { configuration } = stored(id);
    const signal = AbortSignal.timeout(withinMs);
    try {
      const context = await contexts.of(id, signal, null);
      return await question(targetFor(configuration), configuration, context);
    } catch (error) {
      if (signal.aborted) throw contractError('TARGET_FAILED', { code: 'timed-out', detail: '' });
      if (!(error instanceof PublishError)) throw error;
      throw contractError('TARGET_FAILED', { code: error.code, detail: error.message });
    }
  }

  return {
    stored,
    ask,

    list: (): Promise<Target[]> => Promise.all(queries.targets().map(toContract)),

    async add(input: {
      name: string;
      configuration: TargetConfiguration;
      secret?: string | undefined;
    }): Promise<Target> {
      const id = randomUUID();
      if (input.secret) await vault.set(secretKey(id), input.secret);
      const { name, configuration } = input;
      database.transaction(() => {
        queries.addTarget({ id, name, configuration, now: clock.now() });
        workplace.record({ kind: 'target-added', name });
      })();
      tell(id);
      return toContract(stored(id));
    },

    /** Without a new secret the stored one stays, unless the target now points somewhere else. */
    async change(input: {
      id: string;
      name: string;
      configuration: TargetConfiguration;
      secret?: string | undefined;
    }): Promise<Target> {
      const { id, name, configuration } = input;
      const before = stored(id);
      if (before.configuration.kind !== configuration.kind) {
        throw contractError('INVALID', { field: 'configuration', reason: 'target-kind-fixed' });
      }
      const moved = placeOf(before.configuration) !== placeOf(configuration);
      if (input.secret) await vault.set(secretKey(id), input.secret);
      else if (moved) await vault.delete(secretKey(id));
      database.transaction(() => {
        queries.changeTarget({
          id,
          name,
          configuration: moved ? withoutMapping(configuration) : configuration,
        });
        if (moved) queries.forget(id);
        const mapped = isMappingOnly(before, input);
        workplace.record({ kind: mapped ? 'target-mapped' : 'target-changed', name });
      })();
      outbox.tryNow(id);
      tell(id);
      return toContract(stored(id));
    },

    /** Tries a target in trouble at once: what waits for it goes out as soon as it answers. */
    async tryNow(id: string): Promise<Target> {
      stored(id);
      outbox.tryNow(id);
      return toContract(stored(id));
    },

    async verify(input: {
      id?: string | undefined;
      configuration: TargetConfiguration;
      secret?: string | undefined;
    }): Promise<Verification> {
      const before = input.id === undefined ? null : stored(input.id);
      const lends = before !== null && placeOf(before.configuration) === placeOf(input.configuration);
      try {
        const context = await contexts.of(
          input.id ?? randomUUID(),
          AbortSignal.timeout(verificationMs),
          null,
        );
        const secret = input.secret || (lends ? context.secret : null);
        // Nothing is remembered of a target that is only being tried.
        const memory = lends ? context.memory : { get: () => null, set: () => {} };
        return await targetFor(input.configuration).verify(input.configuration, {
          ...context,
          secret,
          memory,
        });
      } catch (error) {
        const code = error instanceof PublishError ? error.code : 'unexpected-answer';
        const detail = error instanceof Error ? error.message : String(error);
        return { ok: false, checks: [{ code, ok: false, detail }] };
      }
    },

    /** See the contract. Throws TARGET_FAILED where the place does not answer, INVALID where nothing can be looked for. */
    async inspect(id: string): Promise<Verification> {
      const { files, missing, changed } = await ask(
        id,
        async (target, configuration, context) => {
          if (!target.inspect) throw contractError('INVALID', { field: 'id', reason: 'nothing-to-inspect' });
          return target.inspect(configuration, context);
        },
        inspectionMs,
      );
      if (missing.length > 0) outbox.rebuild(id, { always: true });
      const found = [
        { code: 'site-missing', paths: missing },
        { code: 'site-changed', paths: changed },
      ].filter(({ paths }) => paths.length > 0);
      if (found.length === 0) {
        return { ok: true, checks: [{ code: 'site-complete', ok: true, detail: String(files) }] };
      }
      return {
        ok: false,
        checks: found.map(({ code, paths }) => ({ code, ok: false, detail: namesOf(paths) })),
      };
    },

    /** Throws TARGET_FAILED where the site does not answer, INVALID where this kind of target has nothing to map to. */
    terms: (id: string, kind: TargetTermKind, query: string): Promise<TargetTerm[]> =>
      ask(id, async (target, configuration, context) => {
        if (!target.listTerms) throw contractError('INVALID', { field: 'id', reason: 'no-terms-there' });
        return target.listTerms(configuration, kind, query, context);
      }),

    /** Throws TARGET_FAILED where the site does not answer, INVALID where this kind of target cannot schedule. */
    site: (id: string): Promise<SiteFacts> =>
      ask(id, async (target, configuration, context) => {
        if (!target.site) throw contractError('INVALID', { field: 'id', reason: 'no-schedule-there' });
        return target.site(configuration, context);
      }),
  };
}
