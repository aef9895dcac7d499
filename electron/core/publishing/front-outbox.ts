/**
 * The runner of launches: the same promises as for stories. That a launch goes to a target is on disk in the launch's own
 * transaction; what fails is tried again with growing pauses, a target in trouble is left alone. What is sent is always
 * what the front shows now, so a later launch takes the place of one that waits, and sending twice does no harm. Between
 * launches the runner wakes when the clock changes what is shown, and sends where that is something else.
 */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FrontDelivery } from '../../../shared/contract/publishing.ts';
import { indexFacts, resolveFront } from '../../../shared/domain/front/resolve.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import { backoffMs, type JobQueue, type JobResult } from '../jobs/queue.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { Clock, Log } from '../providers.ts';
import { deliveriesPerTarget, type CircuitBreaker } from './circuit-breaker.ts';
import { instant, optionalInstant } from './delivery-contract.ts';
import { frontDeliveryQueries, type StoredFrontDelivery } from './front-delivery-queries.ts';
import type { PublishingQueries, StoredTarget } from './queries.ts';
import type { TargetContexts } from './target-context.ts';
import { PublishError, type PublishingTarget } from './target.ts';

const jobKind = 'publishing.launch';

export interface FrontOutbox {
  /** Puts a launch on its way to every target that shows fronts; call it in the launch's transaction. */
  deliver(frontId: string, launchId: string): void;
  /** Has every target that shows the front look whether it is something else by now. */
  refresh(frontId: string): void;
  /** The latest delivery of each front at each target. */
  list(frontId: string | null, limit: number): FrontDelivery[];
  /** Throws NOT_FOUND, INVALID `not-stopped`. */
  retry(deliveryId: string): FrontDelivery;
  counts(): { waiting: number; failed: number };
  /** After an unclean stop: what was written last may not have reached a disk, so the next look sends it again. */
  distrust(): void;
}

function toContract({
  id,
  number: _number,
  digest: _digest,
  failures: _failures,
  ...delivery
}: StoredFrontDelivery): FrontDelivery {
  return {
    ...delivery,
    deliveryId: id,
    retryAt: optionalInstant(delivery.retryAt),
    createdAt: instant(delivery.createdAt),
    updatedAt: instant(delivery.updatedAt),
  };
}

export function createFrontOutbox({
  database,
  queries: targets,
  jobs,
  events,
  clock,
  log,
  contexts,
  breaker,
  targetOf,
  launched,
  random = Math.random,
}: {
  database: Database;
  queries: PublishingQueries;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  log: Log;
  contexts: TargetContexts;
  breaker: CircuitBreaker;
  targetOf: (target: StoredTarget) => PublishingTarget;
  launched: (targetId: string) => LaunchedFront[];
  /** 0 ≤ x < 1. */
  random?: () => number;
}): FrontOutbox {
  const queries = frontDeliveryQueries(database);

  function tell(frontId: string): void {
    events.emit({ type: 'front.delivered', frontId });
  }

  function change(delivery: StoredFrontDelivery, next: Partial<StoredFrontDelivery>): StoredFrontDelivery {
    const changed = { ...delivery, ...next, updatedAt: clock.now() };
    database.transaction(() => {
      queries.write(changed);
      queries.replaceEarlier(changed, clock.now());
    })();
    tell(delivery.frontId);
    return changed;
  }

  function showing(): StoredTarget[] {
    return targets
      .targets()
      .filter((target) => targetOf(target).showsFronts?.(target.configuration) ?? false);
  }

  function enqueue(frontId: string, targetId: string, runAt = clock.now()): void {
    jobs.enqueue(jobKind, `${frontId}:${targetId}`, { frontId, targetId }, runAt, targetId);
  }

  /** What a front shows at a target now; nothing where it was taken off the list. */
  function shownAt(
    frontId: string,
    targetId: string,
  ): { front: LaunchedFront; digest: string; nextChangeAt: number | null } {
    const front = launched(targetId).find((each) => each.frontId === frontId) ?? {
      frontId,
      kind: 'newsletter' as const,
      section: '',
      name: '',
      content: { collections: [] },
      facts: { stories: [], lists: [], popularity: { rows: [], fetchedAt: null, windowHours: 24 } },
    };
    const { collections, nextChangeAt } = resolveFront(front.content, indexFacts(front.facts), clock.now());
    const addresses = front.facts.stories.map(({ articleId, url }) => [articleId, url]);
    const shown = JSON.stringify([front.name, collections, addresses]);
    return { front, digest: createHash('sha256').update(shown).digest('hex'), nextChangeAt };
  }

  async function send(
    delivery: StoredFrontDelivery,
    target: StoredTarget,
    { front, digest }: { front: LaunchedFront; digest: string },
    signal: AbortSignal,
  ): Promise<void> {
    const sending = change(delivery, { state: 'sending', attempts: delivery.attempts + 1, retryAt: null });
    try {
      const context = await contexts.of(target.id, signal, null);
      const result = await targetOf(target).launchFront?.(target.configuration, front, context);
      const { url = null, differences = [] } = result ?? {};
      change(sending, { state: 'live', url, differences, digest, error: null, failures: 0 });
      breaker.worked(target.id);
    } catch (error) {
      // Told to stop: it stays `sending`, and goes out again with the next start.
      if (signal.aborted) throw error;
      const known =
        error instanceof PublishError ? error : new PublishError('unexpected-answer', String(error));
      if (known !== error)
        log.error('launch failed unexpectedly', { frontId: front.frontId, error: String(error) });
      breaker.failed({ targetId: target.id, articleId: front.frontId }, known);
      fail(sending, known);
    }
  }

  function fail(delivery: StoredFrontDelivery, error: PublishError): void {
    const told = { code: error.code, detail: error.message };
    if (!error.retryable) {
      change(delivery, { state: 'failed', error: told });
      return;
    }
    const failures = delivery.failures + 1;
    const pause = Math.max(error.retryAfterMs ?? 0, backoffMs(failures) * (0.75 + random() / 2));
    const retryAt = breaker.troubleOf(delivery.targetId)?.nextTryAt ?? clock.now() + Math.round(pause);
    change(delivery, { state: 'retry', error: told, failures, retryAt });
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({ frontId: z.string(), targetId: z.string() }),
    concurrency: deliveriesPerTarget,
    slotsOf: breaker.slotsOf,
    async run({ frontId, targetId }, { signal }): Promise<JobResult> {
      const delivery = queries.latest(frontId, targetId);
      const target = targets.target(targetId);
      if (!delivery || delivery.state === 'failed' || delivery.state === 'cancelled') return { done: true };
      if (!target || target.removed) {
        change(delivery, { state: 'cancelled' });
        return { done: true };
      }
      const now = clock.now();
      if (delivery.state === 'retry' && delivery.retryAt !== null && delivery.retryAt > now) {
        return { runAgainAt: delivery.retryAt };
      }
      const lingersMs = targetOf(target).lingersMs ?? 0;
      if (delivery.state === 'sending' && lingersMs > 0) {
        change(delivery, {
          state: 'retry',
          retryAt: now + lingersMs,
          error: { code: 'cut-short', detail: '' },
        });
        return { runAgainAt: now + lingersMs };
      }
      if (breaker.slotsOf(targetId) === 0) return { runAgainAt: now };
      const shown = shownAt(frontId, targetId);
      if (delivery.state !== 'live' || delivery.digest !== shown.digest) {
        await send(delivery, target, shown, signal);
      }
      const after = queries.latest(frontId, targetId);
      if (after?.state === 'retry') return { runAgainAt: after.retryAt ?? now };
      if (after?.state === 'queued') return { runAgainAt: now };
      return shown.nextChangeAt === null ? { done: true } : { runAgainAt: shown.nextChangeAt };
    },
  });

  events.subscribe((event) => {
    // A target that is out of its trouble, or was changed, gets what waits for it at once.
    if (event.type !== 'target.changed' || breaker.troubleOf(event.targetId)) return;
    for (const { frontId, targetId } of queries.waitingAt(event.targetId)) enqueue(frontId, targetId);
  });

  function add(frontId: string, launchId: string, target: StoredTarget): void {
    queries.add({ id: randomUUID(), frontId, targetId: target.id, launchId, now: clock.now() });
    enqueue(frontId, target.id);
  }

  return {
    deliver(frontId, launchId) {
      for (const target of showing()) add(frontId, launchId, target);
    },
    refresh(frontId) {
      const launchId = queries.lastLaunch(frontId);
      if (launchId === null) return;
      database.transaction(() => {
        for (const target of showing()) add(frontId, launchId, target);
      })();
    },
    list: (frontId, limit) => queries.list(frontId, limit).map(toContract),
    retry(deliveryId) {
      const delivery = queries.find(deliveryId);
      if (!delivery) throw contractError('NOT_FOUND', { kind: 'delivery', id: deliveryId });
      if (delivery.state !== 'failed' && delivery.state !== 'retry') {
        throw contractError('INVALID', { field: 'deliveryId', reason: 'not-stopped' });
      }
      const queued = change(delivery, { state: 'queued', failures: 0, retryAt: null, error: null });
      enqueue(delivery.frontId, delivery.targetId);
      return toContract(queued);
    },
    counts: () => queries.counts(),
    distrust: () => void queries.distrust(),
  };
}
