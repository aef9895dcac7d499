/** Publishing: may an article go out, deliveries on their way, what stands live where. */
import type {
  PublishingConflict,
  Delivery,
  DeliveryAttempt,
  DeliveryView,
  FrontDelivery,
} from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { House } from '../../../shared/contract/settings.ts';
import type { Language } from '../../../shared/i18n/translate.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createCommentSites } from './comment-sites.ts';
import { createConflicts, type ConflictDecision } from './conflicts.ts';
import { attemptsToContract, deliveryToContract } from './delivery-contract.ts';
import { createCorrectionDeliveries } from './correction-deliveries.ts';
import { createDeliveryRequests, type DeliveryRequest } from './delivery-requests.ts';
import type {
  ArticlesForPublishing,
  CorrectionsForPublishing,
  FrontsForPublishing,
  PicturesForPublishing,
  RecordForPublishing,
} from './neighbours.ts';
import { createFrontOutbox } from './front-outbox.ts';
import { createOutbox } from './outbox.ts';
import { createOwnTargets } from './own-targets.ts';
import { createPreview } from './preview.ts';
import { blocking, createPublishability, createGate } from './publishability.ts';
import { createPulledPosts } from './pulled-posts.ts';
import { publishingQueries, type StoredDelivery } from './queries.ts';
import { createSampleSite } from './sample-site.ts';
import { createSchedule } from './schedule.ts';
import { createSiteFigures } from './site-figures.ts';
import { createTargetContexts } from './target-context.ts';
import type { PublishingTarget } from './target.ts';
import { createTargetRemoval } from './target-removal.ts';
import { createTargetsService } from './targets-service.ts';
import { createTransfers } from './transfers.ts';
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
  language,
  workplace,
  articles,
  corrections,
  record,
  mayPublish,
  pictures,
  fronts,
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
  /** The interface's. */
  language: () => Language;
  workplace: Workplace;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  record: RecordForPublishing;
  /** Whether the house has leave to carry a wire story, by its id. */
  mayPublish: (storyId: number) => boolean;
  pictures: PicturesForPublishing;
  fronts: FrontsForPublishing;
  targets?: PublishingTargets;
}) {
  const queries = publishingQueries(database);
  const targetFor = (configuration: TargetConfiguration): PublishingTarget => targets[configuration.kind];
  const reasons = createPublishability(articles, corrections, mayPublish);
  const kindOf = (targetId: string): TargetConfiguration['kind'] =>
    targetsService.stored(targetId).configuration.kind;
  const transfers = createTransfers({ events, clock });
  const contexts = createTargetContexts({
    queries,
    vault,
    clock,
    dataFolder,
    house,
    articles,
    corrections,
    pictures,
    fronts: (targetId) => fronts.launched(targetId),
    transfers,
  });
  const outbox = createOutbox({
    database,
    queries,
    jobs,
    events,
    clock,
    log,
    articles,
    corrections,
    record,
    contexts,
    targetOf: ({ configuration }) => targetFor(configuration),
    blocksOf: ({ articleId, revisionId }, { configuration: { kind } }, at) =>
      blocking(reasons.ofRevision(articleId, revisionId, { kind, at })).map(({ code }) => code),
  });
  const frontOutbox = createFrontOutbox({
    database,
    queries,
    jobs,
    events,
    clock,
    log,
    contexts,
    breaker: outbox.breaker,
    targetOf: ({ configuration }) => targetFor(configuration),
    launched: (targetId) => fronts.launched(targetId),
  });
  const requests = createDeliveryRequests({
    database,
    queries,
    outbox,
    events,
    clock,
    workplace,
    articles,
  });
  const targetsService = createTargetsService({
    database,
    queries,
    outbox,
    contexts,
    events,
    vault,
    clock,
    workplace,
    targetFor,
  });
  const sampleSite = createSampleSite({
    database,
    queries,
    jobs,
    events,
    clock,
    outbox,
    requests,
    articles,
    dataFolder,
    folderSite: targets['folder-site'],
  });
  const ownTargets = createOwnTargets({ queries, events, clock, sampleSite, language });
  const gate = createGate(reasons, articles);
  const schedule = createSchedule({
    queries,
    requests,
    gate,
    workplace,
    clock,
    kindOf,
  });
  const conflicts = createConflicts({
    queries,
    requests,
    targets: targetsService,
    articles,
    corrections,
    house,
    clock,
  });
  const renderPreview = createPreview({
    queries,
    contexts,
    articles,
    corrections,
    fronts,
    house,
    now: () => clock.now(),
  });
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  // The house's name, sections and comment form stand on every page of a site.
  let shownHouse = JSON.stringify(house());
  events.subscribe(({ type }) => {
    if (type !== 'settings.changed') return;
    ownTargets.keepInStep();
    if (JSON.stringify(house()) === shownHouse) return;
    shownHouse = JSON.stringify(house());
    for (const { id } of queries.targets()) outbox.rebuild(id);
  });

  /** See the contract. Throws NOT_FOUND. */
  function publishability(articleId: string) {
    const at = clock.now();
    const everywhere = reasons.ofArticle(articleId, { kind: 'folder-site', at });
    const known = new Set(everywhere.map(({ code }) => code));
    const targets = queries.targets().map(({ id, configuration: { kind } }) => ({
      targetId: id,
      reasons: reasons.ofArticle(articleId, { kind, at }).filter(({ code }) => !known.has(code)),
    }));
    return {
      ok: blocking(everywhere).length === 0,
      reasons: everywhere,
      targets: targets.filter((target) => target.reasons.length > 0),
    };
  }

  function tell({ id, articleId }: StoredDelivery): void {
    events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
  }

  function takeDown(request: DeliveryRequest, action: 'unpublish' | 'remove'): Delivery {
    const { articleId, targetId, requestId } = request;
    return requests.once(requestId, () => {
      workplace.requirePermission('publish');
      const { configuration } = targetsService.stored(targetId);
      const placement = queries.placement(articleId, targetId);
      // What was taken back before may still be thrown away.
      const isThere = action === 'remove' && (placement?.remote ?? null) !== null;
      if (!isThere && requests.standing(articleId, targetId) === 'nowhere') {
        throw contractError('INVALID', { field: 'targetId', reason: 'not-live-there' });
      }
      if (action === 'remove' && !targetFor(configuration).capabilities.remove) {
        throw contractError('INVALID', { field: 'targetId', reason: 'no-trash-there' });
      }
      const revisionId =
        queries.lastUnfinished(articleId, targetId)?.revisionId ??
        queries.scheduledOf(articleId, targetId)?.revisionId ??
        placement?.revisionId;
      if (revisionId === undefined) throw contractError('NOT_FOUND', { kind: 'placement', id: articleId });
      return requests.add(request, action, revisionId);
    });
  }

  /** Adds a line about a delivery to its article's trail. Call it inside the transaction. */
  function recordAbout(
    { articleId, action, targetName }: StoredDelivery,
    kind: 'delivery-again' | 'delivery-cancelled',
  ): void {
    articles.record(articleId, { kind, action, target: targetName });
  }

  return {
    targets: targetsService,
    removeTarget: createTargetRemoval({
      database,
      queries,
      targets: targetsService,
      vault,
      events,
      clock,
      workplace,
    }),
    posts: createPulledPosts({
      database,
      queries,
      targets: targetsService,
      articles,
      pictures,
      events,
      clock,
      targetFor,
    }),
    commentSites: createCommentSites({ queries, contexts, targetFor }),
    ownTargets,
    sampleSite,
    publishability,

    schedule,
    corrections: createCorrectionDeliveries({ queries, requests, reasons, articles, events, clock }),

    /**
     * An earlier state of the desk was put in place: what is in it may have gone out since. The next attempt of each
     * delivery that waits asks the target first, as after a lost answer; so does the first publication of every article.
     */
    distrustRecords(): void {
      atomically(() => {
        queries.noteWentBack(clock.now());
        for (const delivery of queries.unfinished()) {
          queries.writeDelivery({ ...delivery, attempts: Math.max(delivery.attempts, 1) });
          outbox.enqueue(delivery.articleId, delivery.targetId);
        }
      });
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE with every reason that blocks, NOT_FOUND. */
    publish(request: DeliveryRequest & { despiteFindings?: boolean }): Delivery {
      return requests.once(request.requestId, () => {
        workplace.requirePermission('publish');
        const kind = kindOf(request.targetId);
        const going = { kind, at: clock.now() };
        const revisionId = gate.article(request.articleId, going, request.despiteFindings === true);
        const isLive = requests.standing(request.articleId, request.targetId) === 'live';
        return requests.add(request, isLive ? 'update' : 'publish', revisionId);
      });
    },

    /** Throws NOT_PERMITTED, and INVALID where the article neither stands at the target nor is on its way there. */
    unpublish: (request: DeliveryRequest): Delivery => takeDown(request, 'unpublish'),

    /** Throws as `unpublish`, and INVALID where the target has no trash. */
    remove: (request: DeliveryRequest): Delivery => takeDown(request, 'remove'),

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
      attemptsToContract(requests.stored(deliveryId), queries.exchangesOf(deliveryId)),

    transfers: () => transfers.list((targetId) => queries.target(targetId)?.name ?? null),

    /** Stories and fronts together. */
    counts() {
      const { waiting, failed, scheduled } = queries.counts();
      const launches = frontOutbox.counts();
      return { waiting: waiting + launches.waiting, failed: failed + launches.failed, scheduled };
    },

    fronts: {
      deliver: frontOutbox.deliver,
      refresh: frontOutbox.refresh,
      distrust: frontOutbox.distrust,
      deliveries: frontOutbox.list,
      /** Throws NOT_PERMITTED, NOT_FOUND, INVALID `not-stopped`. */
      retry(deliveryId: string): FrontDelivery {
        workplace.requirePermission('publish');
        const delivery = frontOutbox.retry(deliveryId);
        if (outbox.troubleOf(delivery.targetId)) outbox.tryNow(delivery.targetId);
        return delivery;
      },
      figures: createSiteFigures({ queries, contexts, targetFor }),
    },

    /**
     * Sends a failed, waiting or conflicting delivery again, now. After a conflict it goes on from the post as it was
     * shown; where that changed once more, it stops again. Throws NOT_PERMITTED, and INVALID where a later delivery has overtaken it.
     */
    retry(deliveryId: string, despiteFindings = false): Delivery {
      workplace.requirePermission('publish');
      const delivery = atomically(() => {
        const before = requests.stored(deliveryId);
        if (before.error?.code === 'schedule-missed') {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'release-instead' });
        }
        if (!['failed', 'conflict', 'retry'].includes(before.state)) {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'not-stopped' });
        }
        if (before.state !== 'retry' && queries.isOvertaken(before)) {
          throw contractError('INVALID', { field: 'deliveryId', reason: 'overtaken' });
        }
        const { configuration } = targetsService.stored(before.targetId);
        if (before.action !== 'unpublish' && before.action !== 'remove') {
          const going = { kind: configuration.kind, at: before.publishAt ?? clock.now() };
          gate.revision(before.articleId, before.revisionId, going, despiteFindings);
        }
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
        return requests.stored(deliveryId);
      });
      if (outbox.troubleOf(delivery.targetId)) outbox.tryNow(delivery.targetId);
      tell(delivery);
      return deliveryToContract(delivery);
    },

    /** What a delivery sends. Throws NOT_FOUND. */
    revisionOf(deliveryId: string): { articleId: string; revisionId: number } {
      const { articleId, revisionId } = requests.stored(deliveryId);
      return { articleId, revisionId };
    },

    /** See the contract. Asks the target. */
    conflict: (deliveryId: string): Promise<PublishingConflict> =>
      conflicts.compare(requests.stored(deliveryId)),

    /**
     * See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE, and INVALID where the delivery is in no conflict (any
     * more).
     */
    settleConflict(decision: ConflictDecision & { despiteFindings?: boolean }): Delivery {
      workplace.requirePermission('publish');
      if (decision.send) {
        const { articleId, targetId } = requests.stored(decision.deliveryId);
        return requests.once(decision.requestId, () => {
          const going = { kind: kindOf(targetId), at: clock.now() };
          const revisionId = gate.article(articleId, going, decision.despiteFindings === true);
          return conflicts.sendFrom(decision, revisionId);
        });
      }
      const delivery = atomically(() => {
        const before = conflicts.accept(decision);
        if (before.state === 'cancelled') return before;
        queries.writeDelivery({ ...before, state: 'cancelled', updatedAt: clock.now() });
        recordAbout(before, 'delivery-cancelled');
        return requests.stored(before.id);
      });
      tell(delivery);
      return deliveryToContract(delivery);
    },

    /** Takes a delivery that has not begun, or waits for another try, out of the outbox. It stays in the list. */
    cancel(deliveryId: string): Delivery {
      workplace.requirePermission('publish');
      const delivery = atomically(() => {
        const before = requests.stored(deliveryId);
        const isWaiting = ['queued', 'retry', 'scheduled'].includes(before.state);
        if (!isWaiting) throw contractError('INVALID', { field: 'deliveryId', reason: 'not-waiting' });
        // The site would let it out all the same: it takes a delivery of its own (`unpublish`) to stop that.
        if (before.handedOver)
          throw contractError('INVALID', { field: 'deliveryId', reason: 'kept-by-target' });
        queries.writeDelivery({ ...before, state: 'cancelled', retryAt: null, updatedAt: clock.now() });
        recordAbout(before, 'delivery-cancelled');
        return requests.stored(deliveryId);
      });
      tell(delivery);
      return deliveryToContract(delivery);
    },

    renderPreview,

    /** What is to go out of an article at a time, or was to until it was stopped, the earliest first. */
    schedulesOf: (articleId: string) =>
      queries
        .scheduledFrom(articleId)
        .flatMap(({ targetName, publishAt, state }) =>
          publishAt === null
            ? []
            : [{ targetName, publishAt: new Date(publishAt).toISOString(), stopped: state === 'failed' }],
        ),

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
