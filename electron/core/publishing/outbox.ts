/**
 * The runner of deliveries. A delivery is on disk before its first byte is sent, every step of it is a transaction,
 * and whatever stops it half-way (a lost answer, a crash) it goes on from there: it asks the target first whether an
 * earlier attempt arrived. One delivery at a time per article and target, in the order they were asked for; a target in
 * trouble is left alone (circuit-breaker.ts) while the others go on.
 */
import { z } from 'zod';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import { backoffMs, type JobQueue, type JobResult } from '../jobs/queue.ts';
import type { Clock, Log } from '../providers.ts';
import {
  createCircuitBreaker,
  deliveriesPerTarget,
  type CircuitBreaker,
  type TargetTrouble,
} from './circuit-breaker.ts';
import { createDeliverySteps } from './delivery-steps.ts';
import { createSender } from './send-delivery.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing, RecordForPublishing } from './neighbours.ts';
import type { PublishingQueries, StoredDelivery, StoredTarget } from './queries.ts';
import { createStandingArticles } from './standing-articles.ts';
import type { TargetContexts } from './target-context.ts';
import { PublishConflict, PublishError, type Exchange, type PublishingTarget } from './target.ts';

const jobKind = 'publishing.deliver';
const rebuildKind = 'publishing.rebuild';
const watchKind = 'publishing.watch-scheduled';

/** Wire copy comes in bursts; what is scheduled is looked through once for each. */
const watchPauseMs = 2_000;

/** Milliseconds after its time that a scheduled post is first looked for: a site releases it on its next visit. */
const firstLookMs = 15_000;

/** Several changes in a row are one rebuild. */
const rebuildPauseMs = 1_000;

/** Enough for a slow target, or one that hangs, not to keep the others waiting. */
const concurrency = 3 * deliveriesPerTarget;

export interface Outbox {
  /** Puts the work for an article at a target in the job queue; call it in the transaction that adds the delivery. */
  enqueue(articleId: string, targetId: string): void;
  /**
   * Has a target's lists made anew soon, after a change that is no delivery. Where no article stands nothing is, except
   * with `always`.
   */
  rebuild(targetId: string, how?: { always: boolean }): void;
  /** Why nothing goes to a target for now; null where all is well. */
  troubleOf(targetId: string): TargetTrouble | null;
  /** A person wants a target in trouble tried now, or has put something right there. */
  tryNow(targetId: string): void;
  /** Takes note of how targets answer, for whatever else goes to them. */
  breaker: CircuitBreaker;
}

export interface OutboxParts {
  database: Database;
  queries: PublishingQueries;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  log: Log;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  record: RecordForPublishing;
  contexts: TargetContexts;
  targetOf: (target: StoredTarget) => PublishingTarget;
  /** Codes that forbid readers to see the revision at a time (milliseconds since 1970); empty where it may go. */
  blocksOf: (delivery: StoredDelivery, target: StoredTarget, at: number) => string[];
  /** 0 ≤ x < 1: keeps many deliveries that failed together from coming back together. */
  random?: () => number;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { database, queries, jobs, events, clock, log, articles, corrections, record, contexts, blocksOf } =
    parts;
  const targetOf = (target: StoredTarget): PublishingTarget => parts.targetOf(target);
  const random = parts.random ?? Math.random;
  const steps = createDeliverySteps({ database, queries, events, clock });
  const standing = createStandingArticles({ queries, articles, corrections, record, clock });
  const { send, keepsTime } = createSender({
    database,
    queries,
    steps,
    standing,
    contexts,
    record,
    targetOf,
    blocksOf,
    clock,
  });
  const breaker = createCircuitBreaker({
    queries,
    clock,
    random,
    onChange(targetId, recovered) {
      if (recovered) setFree(targetId);
      events.emit({ type: 'target.changed', targetId });
      jobs.wake();
    },
  });

  function enqueue(articleId: string, targetId: string, runAt = clock.now()): void {
    jobs.enqueue(jobKind, `${articleId}:${targetId}`, { articleId, targetId }, runAt, targetId);
  }

  /** What waits to be tried again is due now; a target in trouble still gets one at a time. */
  function setFree(targetId: string): void {
    const waiting = queries.unfinishedOfTarget(targetId).filter(({ state }) => state === 'retry');
    database.transaction(() => {
      for (const { articleId } of waiting) enqueue(articleId, targetId);
      queries.dueNow(targetId, clock.now());
    })();
    for (const { id, articleId } of waiting) {
      events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
    }
  }

  /**
   * A clock that was set back, now or while the program was closed, leaves pauses that began in what is the future again:
   * they go on as long as they were meant to be. Times of publication are appointments and stay.
   */
  function keepPausesShort(): void {
    const now = clock.now();
    const begunLater = queries.unfinished().filter((one) => one.updatedAt > now && one.retryAt !== null);
    for (const delivery of begunLater) {
      const retryAt = now + Math.max(0, (delivery.retryAt ?? 0) - delivery.updatedAt);
      database.transaction(() => {
        queries.writeDelivery({ ...delivery, retryAt, updatedAt: now });
        enqueue(delivery.articleId, delivery.targetId, retryAt);
      })();
      events.emit({ type: 'delivery.changed', deliveryId: delivery.id, articleId: delivery.articleId });
    }
  }
  keepPausesShort();

  function fail(delivery: StoredDelivery, error: PublishError, exchanges: readonly Exchange[]): void {
    const told = { code: error.code, detail: error.message };
    if (error instanceof PublishConflict) {
      const { differences, found } = error;
      const change = { state: 'conflict', error: told, differences, foundAtTarget: found } as const;
      steps.settle(delivery, change, exchanges, () => standing.foundThere(delivery, found));
      return;
    }
    const placement = queries.placement(delivery.articleId, delivery.targetId);
    if (error.code === 'post-missing' && placement?.remote) {
      // Taken away at the target. Where we had taken it back ourselves nobody is surprised by a new one.
      const gone = () => standing.notLive(delivery, placement, { remote: null });
      const action = delivery.action === 'schedule' ? 'schedule' : 'publish';
      const change =
        placement.live || delivery.handedOver
          ? ({ state: 'failed', error: told, action, handedOver: false } as const)
          : ({ state: 'queued', action } as const);
      steps.settle(delivery, change, exchanges, gone);
      return;
    }
    if (!error.retryable) {
      steps.settle(delivery, { state: 'failed', error: told }, exchanges);
      return;
    }
    const failures = delivery.failures + 1;
    const pause = Math.max(error.retryAfterMs ?? 0, backoffMs(failures) * (0.75 + random() / 2));
    steps.settle(
      delivery,
      {
        state: 'retry',
        error: told,
        failures,
        retryAt: breaker.troubleOf(delivery.targetId)?.nextTryAt ?? clock.now() + Math.round(pause),
        foundAtTarget: delivery.foundAtTarget,
      },
      exchanges,
    );
  }

  async function attempt(delivery: StoredDelivery, signal: AbortSignal): Promise<void> {
    const target = queries.target(delivery.targetId);
    if (!target || target.removed) {
      steps.settle(delivery, { state: 'cancelled' });
      return;
    }
    const exchanges: Exchange[] = [];
    const sending = steps.begin(delivery, () => standing.takePlace(delivery));
    const outcome = await send(sending, target, signal, (exchange) => exchanges.push(exchange)).catch(
      (error: unknown) => {
        // Told to stop: it stays `sending`, and the next start asks the target what arrived.
        if (signal.aborted) throw error;
        if (error instanceof PublishError) return error;
        log.error('delivery failed unexpectedly', { deliveryId: delivery.id, error: String(error) });
        return new PublishError('unexpected-answer', String(error));
      },
    );
    if (outcome instanceof PublishError) {
      breaker.failed(sending, outcome);
      fail(sending, outcome, exchanges);
    } else {
      outcome(exchanges);
      breaker.worked(target.id);
    }
  }

  /** Milliseconds since 1970 until which nothing is to be done about a delivery; null where it is its turn. */
  function waitsUntil(delivery: StoredDelivery): number | null {
    const now = clock.now();
    const { state, retryAt, publishAt } = delivery;
    if (state === 'retry' && retryAt !== null && retryAt > now) return retryAt;
    const target = queries.target(delivery.targetId);
    if (!target || target.removed) return null;
    const lingersMs = targetOf(target).lingersMs ?? 0;
    if (state === 'sending' && lingersMs > 0) {
      steps.cutShort(delivery, now + lingersMs);
      return now + lingersMs;
    }
    if (publishAt === null || isForbidden(delivery, target)) return null;
    if (state === 'scheduled') {
      const dueAt = delivery.handedOver ? (retryAt ?? publishAt + firstLookMs) : publishAt;
      return dueAt > now ? dueAt : null;
    }
    if (delivery.handedOver || publishAt <= now || keepsTime(target, delivery)) return null;
    steps.arrive(delivery, { state: 'scheduled' }, [], () => {});
    return publishAt;
  }

  function isForbidden(delivery: StoredDelivery, target: StoredTarget): boolean {
    return blocksOf(delivery, target, Math.max(clock.now(), delivery.publishAt ?? 0)).length > 0;
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({ articleId: z.string(), targetId: z.string() }),
    concurrency,
    slotsOf: breaker.slotsOf,
    clockSetBack() {
      breaker.clockSetBack();
      keepPausesShort();
    },
    async run({ articleId, targetId }, { signal }): Promise<JobResult> {
      for (;;) {
        signal.throwIfAborted();
        const unfinished = queries.nextUnfinished(articleId, targetId);
        const delivery = unfinished ?? queries.scheduledOf(articleId, targetId);
        if (!delivery) return { done: true };
        const runAgainAt = waitsUntil(delivery);
        if (runAgainAt !== null) return { runAgainAt };
        // The lane of a target in trouble is held: the queue asks again when it may be tried.
        if (breaker.slotsOf(targetId) === 0) return { runAgainAt: clock.now() };
        await attempt(delivery, signal);
      }
    },
  });

  jobs.register({
    kind: watchKind,
    payload: z.object({}),
    concurrency: 1,
    async run(): Promise<JobResult> {
      for (const delivery of queries.everyScheduled()) {
        const target = queries.target(delivery.targetId);
        if (target && isForbidden(delivery, target)) enqueue(delivery.articleId, delivery.targetId);
      }
      return { done: true };
    },
  });
  events.subscribe(({ type }) => {
    if (type !== 'wire.changed' || queries.counts().scheduled === 0) return;
    jobs.enqueue(watchKind, 'scheduled', {}, clock.now() + watchPauseMs);
  });

  jobs.register({
    kind: rebuildKind,
    payload: z.object({ targetId: z.string(), always: z.boolean().default(false) }),
    concurrency: 1,
    async run({ targetId, always }, { signal }): Promise<JobResult> {
      const target = queries.target(targetId);
      if (!target || target.removed) return { done: true };
      if (!always && queries.placementsOfTarget(targetId).length === 0) return { done: true };
      try {
        const context = await contexts.of(targetId, signal, null);
        await parts.targetOf(target).rebuild?.(target.configuration, context);
      } catch (error) {
        if (!(error instanceof PublishError) || error.retryable) throw error;
        // Nothing is lost: the next delivery writes the lists as well, and says what stands in its way.
        log.warn('lists not made anew', { targetId, code: error.code, detail: error.message });
      }
      return { done: true };
    },
  });

  return {
    enqueue,
    rebuild: (targetId, { always } = { always: false }) =>
      jobs.enqueue(rebuildKind, targetId, { targetId, always }, clock.now() + rebuildPauseMs, targetId),
    troubleOf: breaker.troubleOf,
    breaker,
    tryNow(targetId) {
      breaker.tryNow(targetId);
      setFree(targetId);
    },
  };
}
