/** What one delivery does at its target: publish, update, hand over a schedule and look after it, take back, remove. */
import type { Database } from '../database/open.ts';
import type { Clock } from '../providers.ts';
import type { DeliverySteps } from './delivery-steps.ts';
import type { RecordForPublishing } from './neighbours.ts';
import type { Placement, PublishingQueries, StoredDelivery, StoredTarget } from './queries.ts';
import type { StandingArticles } from './standing-articles.ts';
import type { TargetContexts } from './target-context.ts';
import {
  PublishError,
  type Exchange,
  type PublishableArticle,
  type PublishedArticle,
  type PublishingTarget,
  type TargetContext,
} from './target.ts';

/** A post still hidden this many milliseconds after its time was missed by its site. */
const missedAfterMs = 180_000;

/**
 * A time nearer than this is kept here. WordPress publishes at once what is due within a minute, and the clock of a site
 * may be minutes ahead of ours.
 */
const shortestHandOverMs = 360_000;

/** Milliseconds between looks for a post whose time has come. */
const lookAgainMs = 30_000;

/** Writes down what came of an attempt. */
type Finish = (exchanges: readonly Exchange[]) => void;

export interface Sender {
  /** Does the work; the answer writes down what came of it. Rejects with PublishError, or the signal's reason. */
  send(
    delivery: StoredDelivery,
    target: StoredTarget,
    signal: AbortSignal,
    record: (exchange: Exchange) => void,
  ): Promise<Finish>;
  /** Whether the target itself is to keep the time of a delivery; an update of what is public is kept here. */
  keepsTime(target: StoredTarget, delivery: StoredDelivery): boolean;
}

export function createSender({
  database,
  queries,
  steps,
  standing,
  contexts,
  record: publications,
  targetOf,
  blocksOf,
  clock,
}: {
  database: Database;
  queries: PublishingQueries;
  steps: DeliverySteps;
  standing: StandingArticles;
  record: Pick<RecordForPublishing, 'prepare'>;
  contexts: TargetContexts;
  targetOf: (target: StoredTarget) => PublishingTarget;
  blocksOf: (delivery: StoredDelivery, target: StoredTarget, at: number) => string[];
  clock: Clock;
}): Sender {
  function keepsTime(target: StoredTarget, { articleId, targetId, publishAt }: StoredDelivery): boolean {
    if (publishAt === null || publishAt - clock.now() < shortestHandOverMs) return false;
    const isLive = queries.placement(articleId, targetId)?.live ?? false;
    return targetOf(target).capabilities.schedule && !isLive;
  }

  async function takeDown(
    delivery: StoredDelivery,
    target: StoredTarget,
    placement: Placement | null,
    context: TargetContext,
  ): Promise<Finish> {
    const removes = delivery.action === 'remove';
    const remote = placement?.remote ?? null;
    const { configuration } = target;
    let kept: Placement['remote'] = null;
    if (remote && removes) await targetOf(target).remove?.(configuration, remote, context);
    else if (remote) kept = (await targetOf(target).unpublish(configuration, remote, context)) ?? remote;
    return (exchanges) =>
      steps.arrive(delivery, { state: 'live', url: null }, exchanges, () => {
        if (placement) standing.notLive(delivery, placement, { remote: kept });
      });
  }

  /** What may not go out any more is taken off the site's schedule first. */
  async function stopForbidden(
    delivery: StoredDelivery,
    target: StoredTarget,
    placement: Placement | null,
    context: TargetContext,
  ): Promise<void> {
    const at = Math.max(clock.now(), delivery.publishAt ?? 0);
    const blocks = blocksOf(delivery, target, at);
    if (blocks.length === 0) return;
    if (delivery.handedOver && placement?.remote) {
      const { remote } = placement;
      const kept = (await targetOf(target).unpublish(target.configuration, remote, context)) ?? remote;
      database.transaction(() => standing.notLive(delivery, placement, { remote: kept }))();
    }
    throw new PublishError('not-publishable', blocks.join(', '));
  }

  /** The target holds it for its time, or has let that pass. */
  function waitsAtTarget(
    delivery: StoredDelivery,
    { post, differences }: PublishedArticle,
    article: PublishableArticle,
  ): Finish {
    const { publishAt } = delivery;
    const now = clock.now();
    if (publishAt === null) {
      throw new PublishError('unexpected-answer', 'scheduled instead of public', { retryable: true });
    }
    if (publishAt + missedAfterMs <= now)
      throw new PublishError('schedule-missed', post.url ?? post.remoteId);
    // Once its time has come, that it is not public yet is no difference to tell of: it is looked at again.
    const change =
      publishAt <= now
        ? ({ state: 'scheduled', handedOver: true, retryAt: now + lookAgainMs } as const)
        : ({ state: 'scheduled', handedOver: true, retryAt: null, differences } as const);
    return (exchanges) =>
      steps.arrive(delivery, change, exchanges, () => standing.waitsThere(delivery, post, article));
  }

  return {
    keepsTime,
    async send(delivery, target, signal, record) {
      const context = await contexts.of(target.id, signal, delivery.articleId, record);
      const placement = queries.placement(delivery.articleId, target.id);
      if (delivery.action === 'unpublish' || delivery.action === 'remove') {
        return takeDown(delivery, target, placement, context);
      }
      await stopForbidden(delivery, target, placement, context);
      const article = standing.articleOf(delivery);
      const enter = await publications.prepare(delivery.articleId, delivery.revisionId);
      const earlierMarkers = queries.abandonedMarkers(delivery);
      const isAhead = delivery.publishAt !== null && delivery.publishAt > clock.now();
      const published = await targetOf(target).publish(
        target.configuration,
        {
          article,
          marker: delivery.marker,
          existing: delivery.foundAtTarget ?? placement?.remote ?? null,
          mayHaveArrived: delivery.attempts > 1 || earlierMarkers.length > 0,
          recordsLostSince: queries.recordsLostSince(delivery.articleId),
          earlierMarkers,
          publishAt: isAhead ? delivery.publishAt : null,
        },
        context,
      );
      const { post, visibility, differences } = published;
      if (visibility === 'scheduled') return waitsAtTarget(delivery, published, article);
      return (exchanges) =>
        steps.arrive(delivery, { state: 'live', url: post.url, differences }, exchanges, () =>
          standing.wentLive(delivery, post, article, enter),
        );
    },
  };
}
