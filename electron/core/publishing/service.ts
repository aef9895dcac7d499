/** Publishing: may an article go out, deliveries on their way, what stands live where. */
import type { FrontDelivery } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { House } from '../../../shared/contract/settings.ts';
import type { Language } from '../../../shared/i18n/translate.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock, Log, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createCommentSites } from './comment-sites.ts';
import { createConflicts } from './conflicts.ts';
import { createCorrectionDeliveries } from './correction-deliveries.ts';
import { createDecisions } from './decisions.ts';
import { createDeliveryLists } from './delivery-lists.ts';
import { createDeliveryRequests } from './delivery-requests.ts';
import type {
  ArticlesForPublishing,
  CorrectionsForPublishing,
  FrontsForPublishing,
  PicturesForPublishing,
  RecordForPublishing,
} from './neighbours.ts';
import { createFrontOutbox } from './front-outbox.ts';
import { createKeepSiteVersion } from './keep-site-version.ts';
import { createOutbox } from './outbox.ts';
import { createOwnTargets } from './own-targets.ts';
import { createPreview } from './preview.ts';
import { blocking, createPublishability, createGate } from './publishability.ts';
import { createPulledPosts } from './pulled-posts.ts';
import { publishingQueries } from './queries.ts';
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

  return {
    ...createDecisions({
      database,
      queries,
      outbox,
      requests,
      gate,
      conflicts,
      targets: targetsService,
      capabilitiesOf: (targetId) => targetFor(targetsService.stored(targetId).configuration).capabilities,
      articles,
      workplace,
      events,
      clock,
    }),
    keepSiteVersion: createKeepSiteVersion({
      database,
      queries,
      requests,
      conflicts,
      targets: targetsService,
      articles,
      corrections,
      record,
      workplace,
      events,
      clock,
    }),
    ...createDeliveryLists({ queries, requests, corrections }),
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
    corrections: createCorrectionDeliveries({ queries, requests, reasons, gate, events, clock }),

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

    renderPreview,
  };
}
