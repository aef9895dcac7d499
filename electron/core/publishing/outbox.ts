/**
 * The runner of deliveries. A delivery is on disk before its first byte is sent, every step of it is a transaction,
 * and whatever stops it half-way (a lost answer, a crash) it goes on from there: it asks the target first whether an
 * earlier attempt arrived. One delivery at a time per article and target, in the order they were asked for.
 */
import { z } from 'zod';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import { backoffMs, type JobQueue, type JobResult } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { ArticlesForPublishing, PicturesForPublishing } from './neighbours.ts';
import type { Placement, PublishingQueries, StoredDelivery, StoredTarget } from './queries.ts';
import {
  PublishConflict,
  PublishError,
  type ListedArticle,
  type PublishableArticle,
  type PublishedArticle,
  type PublishingTarget,
  type TargetContext,
} from './target.ts';

const jobKind = 'publishing.deliver';
const rebuildKind = 'publishing.rebuild';

/** Several changes in a row are one rebuild. */
const rebuildPauseMs = 1_000;

const concurrency = 4;

/** A site that is down for days is tried hundreds of times; the last attempts tell enough. */
const rememberedAttempts = 50;

/** Where secrets of targets lie in the vault. */
export function secretKey(targetId: string): string {
  return `target:${targetId}`;
}

export interface Outbox {
  /** Puts the work for an article at a target in the job queue; call it in the transaction that adds the delivery. */
  enqueue(articleId: string, targetId: string): void;
  /** Has a target's lists made anew soon, after a change that is no delivery. */
  rebuild(targetId: string): void;
  /** Everything live at a target, newest first, without the article at hand. */
  liveArticles(targetId: string, articleAtHand: string | null): ListedArticle[];
  /** What a target is given to work with; `articleAtHand` is left out of the live articles. */
  contextOf(targetId: string, signal: AbortSignal, articleAtHand: string | null): Promise<TargetContext>;
}

export interface OutboxParts {
  database: Database;
  queries: PublishingQueries;
  jobs: JobQueue;
  events: EventBus;
  vault: Vault;
  clock: Clock;
  log: Log;
  dataFolder: string;
  house: () => House;
  articles: ArticlesForPublishing;
  pictures: PicturesForPublishing;
  targetOf: (target: StoredTarget) => PublishingTarget;
  /** Codes that forbid sending the revision now; empty where it may go. */
  blocksOf: (articleId: string, revisionId: number) => string[];
  /** 0 ≤ x < 1: keeps many deliveries that failed together from coming back together. */
  random?: () => number;
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { database, queries, jobs, events, vault, clock, log, articles, pictures } = parts;
  const random = parts.random ?? Math.random;
  const atomically = <Result>(work: () => Result): Result => database.transaction(work).immediate();

  function write(delivery: StoredDelivery, change: Partial<StoredDelivery>): StoredDelivery {
    const next = { ...delivery, ...change, updatedAt: clock.now() };
    queries.writeDelivery(next);
    return next;
  }

  function tell({ id, articleId }: StoredDelivery): void {
    events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
  }

  function begin(delivery: StoredDelivery): StoredDelivery {
    const sending = atomically(() =>
      write(delivery, {
        state: 'sending',
        attempts: delivery.attempts + 1,
        retryAt: null,
        history: [
          ...delivery.history.slice(1 - rememberedAttempts),
          { startedAt: clock.now(), endedAt: null, result: 'sending', error: null },
        ],
      }),
    );
    tell(sending);
    return sending;
  }

  function settle(
    delivery: StoredDelivery,
    change: Partial<StoredDelivery> & Pick<StoredDelivery, 'state'>,
    alsoWrite: () => void = () => {},
  ): void {
    const error = change.error ?? null;
    const settled = atomically(() => {
      alsoWrite();
      const history = delivery.history.map((attempt, index) =>
        index === delivery.history.length - 1
          ? { ...attempt, endedAt: clock.now(), result: change.state, error }
          : attempt,
      );
      return write(delivery, { differences: [], foundAtTarget: null, ...change, error, history });
    });
    tell(settled);
  }

  function listedArticle(placement: Placement): ListedArticle[] {
    const revision = articles.revision(placement.revisionId);
    if (!revision) return [];
    return [
      {
        articleId: placement.articleId,
        revisionId: placement.revisionId,
        fields: revision.fields,
        slug: placement.slug,
        document: revision.document,
        firstPublishedAt: placement.firstPublishedAt,
        updatedAt: revision.createdAt,
      },
    ];
  }

  function liveArticles(targetId: string, articleAtHand: string | null): ListedArticle[] {
    return queries
      .placementsOfTarget(targetId)
      .filter(({ articleId }) => articleId !== articleAtHand)
      .flatMap(listedArticle);
  }

  async function contextOf(
    targetId: string,
    signal: AbortSignal,
    articleAtHand: string | null,
  ): Promise<TargetContext> {
    const secret = await vault.get(secretKey(targetId)).catch((error: unknown) => {
      throw new PublishError('secret-missing', error instanceof Error ? error.message : String(error));
    });
    return {
      house: parts.house(),
      dataFolder: parts.dataFolder,
      now: () => clock.now(),
      signal,
      secret,
      async picture(mediaId) {
        const media = pictures.find(mediaId);
        if (!media) return null;
        const { mimeType, width, height, fileName } = media;
        return { mediaId, mimeType, width, height, fileName, bytes: () => pictures.read(mediaId) };
      },
      liveArticles: () => liveArticles(targetId, articleAtHand),
      popular: () => queries.popular(),
      memory: {
        get: (key) => queries.recall(targetId, key),
        set: (key, value) => queries.remember(targetId, key, value),
      },
    };
  }

  /** The slug of an article keeps still at a target once it is out, and no two articles share one. */
  function slugFor(
    { articleId, targetId }: StoredDelivery,
    { slug: wanted, headline }: ArticleFields,
    placement: Placement | null,
  ): string {
    if (wanted === '' && placement?.remote) return placement.slug;
    const base = wanted || makeSlug(headline) || `artikel-${articleId.slice(0, 8)}`;
    let slug = base;
    for (let number = 2; queries.isSlugTaken(targetId, slug, articleId); number += 1) {
      slug = `${base}-${number}`;
    }
    return slug;
  }

  /** The article as it goes out. Its place is taken first: no other article gets its slug while it is under way. */
  function articleOf(delivery: StoredDelivery): PublishableArticle {
    const { articleId, targetId, revisionId } = delivery;
    const revision = articles.revision(revisionId);
    if (!revision) throw new PublishError('not-publishable', `revision ${revisionId} is gone`);
    const { slug, firstPublishedAt } = atomically(() => {
      const placement = queries.placement(articleId, targetId);
      const taken: Placement = {
        ...(placement ?? { articleId, targetId, remote: null, url: null, live: false, revisionId }),
        slug: slugFor(delivery, revision.fields, placement),
        firstPublishedAt: placement?.firstPublishedAt ?? clock.now(),
        updatedAt: placement?.updatedAt ?? clock.now(),
      };
      if (!placement?.live) queries.writePlacement(taken);
      return taken;
    });
    return {
      articleId,
      revisionId,
      fields: revision.fields,
      slug,
      document: revision.document,
      firstPublishedAt,
      updatedAt: revision.createdAt,
    };
  }

  function wentLive(
    delivery: StoredDelivery,
    { post, differences }: PublishedArticle,
    article: PublishableArticle,
  ): void {
    settle(delivery, { state: 'live', url: post.url, differences }, () => {
      queries.writePlacement({
        articleId: delivery.articleId,
        targetId: delivery.targetId,
        remote: post,
        slug: article.slug,
        url: post.url,
        revisionId: delivery.revisionId,
        live: true,
        firstPublishedAt: article.firstPublishedAt,
        updatedAt: clock.now(),
      });
      articles.markPublished(delivery.articleId, true);
    });
  }

  /** Notes that an article is not public at a target (any more); its state follows where it is live nowhere else. */
  function notLive(placement: Placement, change: Partial<Placement> = {}): void {
    queries.writePlacement({ ...placement, url: null, live: false, updatedAt: clock.now(), ...change });
    if (!queries.isLiveAnywhere(placement.articleId)) articles.markPublished(placement.articleId, false);
  }

  /** Does the work at the target; the answer writes down what came of it. */
  async function send(
    delivery: StoredDelivery,
    target: StoredTarget,
    signal: AbortSignal,
  ): Promise<() => void> {
    const context = await contextOf(target.id, signal, delivery.articleId);
    const placement = queries.placement(delivery.articleId, target.id);
    if (delivery.action === 'unpublish') {
      const kept = placement?.remote
        ? await parts.targetOf(target).unpublish(target.configuration, placement.remote, context)
        : undefined;
      return () =>
        settle(delivery, { state: 'live', url: null }, () => {
          if (placement) notLive(placement, kept ? { remote: kept } : {});
        });
    }
    const blocks = parts.blocksOf(delivery.articleId, delivery.revisionId);
    if (blocks.length > 0) throw new PublishError('not-publishable', blocks.join(', '));
    const article = articleOf(delivery);
    const earlierMarkers = queries.abandonedMarkers(delivery);
    const published = await parts.targetOf(target).publish(
      target.configuration,
      {
        article,
        marker: delivery.marker,
        existing: delivery.foundAtTarget ?? placement?.remote ?? null,
        mayHaveArrived: delivery.attempts > 1 || earlierMarkers.length > 0,
        earlierMarkers,
        publishAt: null,
      },
      context,
    );
    return () => wentLive(delivery, published, article);
  }

  function fail(delivery: StoredDelivery, error: PublishError): void {
    const told = { code: error.code, detail: error.message };
    if (error instanceof PublishConflict) {
      const { differences, found } = error;
      settle(delivery, { state: 'conflict', error: told, differences, foundAtTarget: found });
      return;
    }
    const placement = queries.placement(delivery.articleId, delivery.targetId);
    if (error.code === 'post-missing' && placement?.remote) {
      // Taken away at the target. Where we had taken it back ourselves nobody is surprised by a new one.
      const gone = () => notLive(placement, { remote: null });
      if (placement.live) settle(delivery, { state: 'failed', error: told, action: 'publish' }, gone);
      else settle(delivery, { state: 'queued', action: 'publish' }, gone);
      return;
    }
    if (!error.retryable) {
      settle(delivery, { state: 'failed', error: told });
      return;
    }
    const failures = delivery.failures + 1;
    const pause = Math.max(error.retryAfterMs ?? 0, backoffMs(failures) * (0.75 + random() / 2));
    settle(delivery, {
      state: 'retry',
      error: told,
      failures,
      retryAt: clock.now() + Math.round(pause),
      foundAtTarget: delivery.foundAtTarget,
    });
  }

  async function attempt(delivery: StoredDelivery, signal: AbortSignal): Promise<void> {
    const target = queries.target(delivery.targetId);
    if (!target || target.removed) {
      settle(delivery, { state: 'cancelled' });
      return;
    }
    const sending = begin(delivery);
    const finish = await send(sending, target, signal).catch((error: unknown) => {
      // Told to stop: it stays `sending`, and the next start asks the target what arrived.
      if (signal.aborted) throw error;
      if (error instanceof PublishError) return () => fail(sending, error);
      log.error('delivery failed unexpectedly', { deliveryId: delivery.id, error: String(error) });
      return () => fail(sending, new PublishError('unexpected-answer', String(error)));
    });
    finish();
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({ articleId: z.string(), targetId: z.string() }),
    concurrency,
    async run({ articleId, targetId }, { signal }): Promise<JobResult> {
      for (;;) {
        signal.throwIfAborted();
        const delivery = queries.nextUnfinished(articleId, targetId);
        if (!delivery) return { done: true };
        if (delivery.state === 'retry' && delivery.retryAt !== null && delivery.retryAt > clock.now()) {
          return { runAgainAt: delivery.retryAt };
        }
        await attempt(delivery, signal);
      }
    },
  });

  jobs.register({
    kind: rebuildKind,
    payload: z.object({ targetId: z.string() }),
    concurrency: 1,
    async run({ targetId }, { signal }): Promise<JobResult> {
      const target = queries.target(targetId);
      if (!target || target.removed || queries.placementsOfTarget(targetId).length === 0)
        return { done: true };
      try {
        await parts.targetOf(target).rebuild?.(target.configuration, await contextOf(targetId, signal, null));
      } catch (error) {
        if (!(error instanceof PublishError) || error.retryable) throw error;
        // Nothing is lost: the next delivery writes the lists as well, and says what stands in its way.
        log.warn('lists not made anew', { targetId, code: error.code, detail: error.message });
      }
      return { done: true };
    },
  });

  return {
    rebuild: (targetId) => jobs.enqueue(rebuildKind, targetId, { targetId }, clock.now() + rebuildPauseMs),
    liveArticles,
    enqueue: (articleId, targetId) =>
      jobs.enqueue(jobKind, `${articleId}:${targetId}`, { articleId, targetId }),
    contextOf,
  };
}
