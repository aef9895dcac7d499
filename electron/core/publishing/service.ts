/** Publishing: may an article go out, deliveries on their way, what stands live where. */
import { randomUUID } from 'node:crypto';
import type {
  Delivery,
  DeliveryAttempt,
  DeliveryView,
  TargetConfiguration,
} from '../../../shared/contract/publishing.ts';
import type { House } from '../../../shared/contract/settings.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createCommentSites } from './comment-sites.ts';
import { attemptsToContract, deliveryToContract } from './delivery-contract.ts';
import type { ArticlesForPublishing, PicturesForPublishing } from './neighbours.ts';
import { createOutbox } from './outbox.ts';
import { createPreview } from './preview.ts';
import { blocking, createPublishability, type ToldReason } from './publishability.ts';
import { createPulledPosts } from './pulled-posts.ts';
import { publishingQueries, type StoredDelivery } from './queries.ts';
import { createTargetContexts } from './target-context.ts';
import type { PublishingTarget } from './target.ts';
import { createTargetsService } from './targets-service.ts';
import { builtInTargets, type PublishingTargets } from './targets/built-in.ts';

export type PublishingService = ReturnType<typeof createPublishingService>;

export function createPublishingService({
  database,
  jobs,
  events,
  vault,
  clock,
  log,
  dataFolder,
  house,
  workplace,
  articles,
  pictures,
  targets = builtInTargets(),
}: {
  database: Database;
  jobs: JobQueue;
  events: EventBus;
  vault: Vault;
  clock: Clock;
  log: Log;
  dataFolder: string;
  house: () => House;
  workplace: Workplace;
  articles: ArticlesForPublishing;
  pictures: PicturesForPublishing;
  targets?: PublishingTargets;
}) {
  const queries = publishingQueries(database);
  const targetFor = (configuration: TargetConfiguration): PublishingTarget => targets[configuration.kind];
  const reasons = createPublishability(articles);
  const contexts = createTargetContexts({ queries, vault, clock, dataFolder, house, articles, pictures });
  const outbox = createOutbox({
    database,
    queries,
    jobs,
    events,
    clock,
    log,
    articles,
    contexts,
    targetOf: ({ configuration }) => targetFor(configuration),
    blocksOf: (articleId, revisionId) =>
      blocking(reasons.ofRevision(articleId, revisionId, clock.now())).map(({ code }) => code),
  });
  const targetsService = createTargetsService({
    database,
    queries,
    outbox,
    contexts,
    events,
    vault,
    clock,
    targetFor,
  });
  const renderPreview = createPreview({ queries, contexts, articles, house, now: () => clock.now() });
  const atomically = <Result>(work: () => Result): Result => database.transaction(work).immediate();

  // The house's name, sections and comment form stand on every page of a site.
  let shownHouse = JSON.stringify(house());
  events.subscribe(({ type }) => {
    if (type !== 'settings.changed' || JSON.stringify(house()) === shownHouse) return;
    shownHouse = JSON.stringify(house());
    for (const { id } of queries.targets()) outbox.rebuild(id);
  });

  function publishability(articleId: string) {
    const found = reasons.ofArticle(articleId, clock.now());
    return { ok: blocking(found).length === 0, reasons: found };
  }

  function stored(deliveryId: string): StoredDelivery {
    const delivery = queries.delivery(deliveryId);
    if (!delivery) throw contractError('NOT_FOUND', { kind: 'delivery', id: deliveryId });
    return delivery;
  }

  function tell({ id, articleId }: StoredDelivery): void {
    events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
  }

  /** What readers will see at a target once everything on its way has arrived. */
  function willBeLive(articleId: string, targetId: string): boolean {
    const last = queries.lastUnfinished(articleId, targetId);
    if (last) return last.action !== 'unpublish';
    return queries.placement(articleId, targetId)?.live ?? false;
  }

  function refuseBlocked(found: readonly ToldReason[]): void {
    const blocks = blocking(found).map(({ code, detail }) => ({ code, detail }));
    if (blocks.length > 0) throw contractError('NOT_PUBLISHABLE', { reasons: blocks });
  }

  type Request = { articleId: string; targetId: string; requestId: string };

  function addDelivery(
    { articleId, targetId, requestId }: Request,
    action: Delivery['action'],
    revisionId: number,
  ): string {
    const id = randomUUID();
    queries.addDelivery({
      id,
      requestId,
      articleId,
      targetId,
      revisionId,
      headline: articles.revision(revisionId)?.fields.headline ?? '',
      action,
      marker: `redaksi-${id}`,
      askedBy: workplace.currentPerson().personId,
      url: queries.placement(articleId, targetId)?.url ?? null,
      now: clock.now(),
    });
    recordAbout(stored(id), 'delivery-asked');
    outbox.enqueue(articleId, targetId);
    return id;
  }

  /** Adds a line about a delivery to its article's trail. Call it inside the transaction. */
  function recordAbout(
    { articleId, action, targetName }: StoredDelivery,
    kind: 'delivery-asked' | 'delivery-again' | 'delivery-cancelled',
  ): void {
    articles.record(articleId, { kind, action, target: targetName });
  }

  /** A repeated request answers as the first time; a new one is made in one transaction, and told after it. */
  function once(request: Request, add: () => string): Delivery {
    const { delivery, repeated } = atomically(() => {
      const earlier = queries.deliveryOfRequest(request.requestId);
      if (earlier) return { delivery: earlier, repeated: true };
      return { delivery: stored(add()), repeated: false };
    });
    if (!repeated) tell(delivery);
    return deliveryToContract(delivery);
  }

  return {
    targets: targetsService,
    posts: createPulledPosts({
      database,
      queries,
      targets: targetsService,
      articles,
      pictures,
      events,
      clock,
    }),
    commentSites: createCommentSites({ queries, contexts, targetFor }),
    ensureBuiltInTarget: () => targetsService.ensureBuiltIn(),
    publishability,

    /**
     * An earlier state of the desk was put in place: what waits in it may have gone out since. The next attempt of each
     * delivery asks the target first, as after a lost answer.
     */
    distrustUnfinished(): void {
      atomically(() => {
        for (const delivery of queries.unfinished()) {
          queries.writeDelivery({ ...delivery, attempts: Math.max(delivery.attempts, 1) });
          outbox.enqueue(delivery.articleId, delivery.targetId);
        }
      });
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE with every reason that blocks, NOT_FOUND. */
    publish(request: Request): Delivery {
      return once(request, () => {
        workplace.requirePermission('publish');
        targetsService.stored(request.targetId);
        refuseBlocked(reasons.ofArticle(request.articleId, clock.now()));
        const action = willBeLive(request.articleId, request.targetId) ? 'update' : 'publish';
        return addDelivery(request, action, articles.cutRevision(request.articleId));
      });
    },

    /** Throws NOT_PERMITTED, and INVALID where the article is neither live at the target nor on its way there. */
    unpublish(request: Request): Delivery {
      return once(request, () => {
        workplace.requirePermission('publish');
        targetsService.stored(request.targetId);
        if (!willBeLive(request.articleId, request.targetId)) {
          throw contractError('INVALID', { field: 'targetId', reason: 'not-live-there' });
        }
        const revisionId =
          queries.lastUnfinished(request.articleId, request.targetId)?.revisionId ??
          queries.placement(request.articleId, request.targetId)?.revisionId;
        if (revisionId === undefined)
          throw contractError('NOT_FOUND', { kind: 'placement', id: request.articleId });
        return addDelivery(request, 'unpublish', revisionId);
      });
    },

    deliveries(
      articleId: string | undefined,
      cursor: string | null,
      limit: number,
      view: DeliveryView = 'all',
      targetId?: string,
    ) {
      const before = Number(cursor ?? '') || Number.MAX_SAFE_INTEGER;
      const wanted = { articleId: articleId ?? null, targetId: targetId ?? null, view };
      const found = queries.deliveries(wanted, before, limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page.map(deliveryToContract),
        cursor: found.length > limit && last ? String(last.number) : null,
      };
    },

    /** Every attempt of a delivery that is remembered, newest first, with what was sent and what came back. */
    attempts: (deliveryId: string): DeliveryAttempt[] =>
      attemptsToContract(stored(deliveryId), queries.exchangesOf(deliveryId)),

    counts: () => queries.counts(),

    /**
     * Sends a failed, waiting or conflicting delivery again, now. After a conflict it goes on from the post as it was
     * shown; where that changed once more, it stops again. Throws NOT_PERMITTED, and INVALID where a later delivery has overtaken it.
     */
    retry(deliveryId: string): Delivery {
      workplace.requirePermission('publish');
      const delivery = atomically(() => {
        const before = stored(deliveryId);
        if (!['failed', 'conflict', 'retry'].includes(before.state)) {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'not-stopped' });
        }
        if (before.state !== 'retry' && queries.isOvertaken(before)) {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'overtaken' });
        }
        targetsService.stored(before.targetId);
        queries.writeDelivery({
          ...before,
          state: 'queued',
          failures: 0,
          retryAt: null,
          error: null,
          updatedAt: clock.now(),
        });
        recordAbout(before, 'delivery-again');
        outbox.enqueue(before.articleId, before.targetId);
        return stored(deliveryId);
      });
      if (outbox.troubleOf(delivery.targetId)) outbox.tryNow(delivery.targetId);
      tell(delivery);
      return deliveryToContract(delivery);
    },

    /** Takes a delivery that has not begun, or waits for another try, out of the outbox. It stays in the list. */
    cancel(deliveryId: string): Delivery {
      workplace.requirePermission('publish');
      const delivery = atomically(() => {
        const before = stored(deliveryId);
        if (before.state !== 'queued' && before.state !== 'retry') {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'not-waiting' });
        }
        queries.writeDelivery({ ...before, state: 'cancelled', retryAt: null, updatedAt: clock.now() });
        recordAbout(before, 'delivery-cancelled');
        return stored(deliveryId);
      });
      tell(delivery);
      return deliveryToContract(delivery);
    },

    renderPreview,

    popular: () => queries.popular(),
    /** Throws NOT_PERMITTED: it changes what readers see. */
    setPopular(articleIds: readonly string[]): void {
      workplace.requirePermission('publish');
      atomically(() => queries.setPopular(articleIds));
      for (const { id } of queries.targets()) {
        outbox.rebuild(id);
        events.emit({ type: 'target.changed', targetId: id });
      }
    },

    /** Where each of the articles is live now. */
    liveTargets(articleIds: string[]): Map<string, { targetId: string; name: string; url: string | null }[]> {
      const live = new Map<string, { targetId: string; name: string; url: string | null }[]>();
      for (const { article_id: articleId, target_id: targetId, name, url } of queries.liveTargets(
        articleIds,
      )) {
        live.set(articleId, [...(live.get(articleId) ?? []), { targetId, name, url }]);
      }
      return live;
    },
  };
}
