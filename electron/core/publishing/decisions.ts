/** What a person decides about deliveries: that one goes out, takes down, is sent again, is taken back, how its conflict ends. */
import type { Delivery, TargetCapabilities } from '../../../shared/contract/publishing.ts';
import type { PublishingConflict } from '../../../shared/contract/target-posts.ts';
import { withdrawalAmong } from '../../../shared/document/with-corrections.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { ConflictDecision, Conflicts } from './conflicts.ts';
import { deliveryToContract } from './delivery-contract.ts';
import type { DeliveryRequest, DeliveryRequests } from './delivery-requests.ts';
import type { ArticlesForPublishing } from './neighbours.ts';
import type { Outbox } from './outbox.ts';
import type { Gate } from './publishability.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';
import type { TargetsService } from './targets-service.ts';

export function createDecisions({
  database,
  queries,
  outbox,
  requests,
  gate,
  conflicts,
  targets,
  capabilitiesOf,
  articles,
  workplace,
  events,
  clock,
}: {
  database: Database;
  queries: PublishingQueries;
  outbox: Outbox;
  requests: DeliveryRequests;
  gate: Gate;
  conflicts: Conflicts;
  targets: Pick<TargetsService, 'stored'>;
  capabilitiesOf: (targetId: string) => TargetCapabilities;
  articles: ArticlesForPublishing;
  workplace: Workplace;
  events: EventBus;
  clock: Clock;
}) {
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  /** The working copy goes out to a target now: answers with the revision that was cut of it. */
  function cut(
    { articleId, targetId }: Pick<DeliveryRequest, 'articleId' | 'targetId'>,
    despite = false,
  ): number {
    const { kind } = targets.stored(targetId).configuration;
    return gate.article(articleId, { kind, at: clock.now() }, despite);
  }

  function tell({ id, articleId }: StoredDelivery): void {
    events.emit({ type: 'delivery.changed', deliveryId: id, articleId });
  }

  function takeDown(request: DeliveryRequest, action: 'unpublish' | 'remove'): Delivery {
    const { articleId, targetId, requestId } = request;
    return requests.once(requestId, () => {
      workplace.requirePermission('publish');
      targets.stored(targetId);
      const placement = queries.placement(articleId, targetId);
      // What was taken back before may still be thrown away.
      const isThere = action === 'remove' && (placement?.remote ?? null) !== null;
      if (!isThere && requests.standing(articleId, targetId) === 'nowhere') {
        throw contractError('INVALID', { field: 'targetId', reason: 'not-live-there' });
      }
      if (action === 'remove' && !capabilitiesOf(targetId).remove) {
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
    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE with every reason that blocks, NOT_FOUND. */
    publish(request: DeliveryRequest & { despiteFindings?: boolean }): Delivery {
      return requests.once(request.requestId, () => {
        workplace.requirePermission('publish');
        const revisionId = cut(request, request.despiteFindings);
        const isLive = requests.standing(request.articleId, request.targetId) === 'live';
        return requests.add(request, isLive ? 'update' : 'publish', revisionId);
      });
    },

    /** Throws NOT_PERMITTED, and INVALID where the article neither stands at the target nor is on its way there. */
    unpublish: (request: DeliveryRequest): Delivery => takeDown(request, 'unpublish'),

    /** Throws as `unpublish`, and INVALID where the target has no trash. */
    remove: (request: DeliveryRequest): Delivery => takeDown(request, 'remove'),

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
        const { configuration } = targets.stored(before.targetId);
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
     * A conflict ends with the working copy going out, of a withdrawn story with its announcement. Throws NOT_PERMITTED, NOT_PUBLISHABLE, and INVALID where the delivery
     * is in no conflict (any more).
     */
    sendAfterConflict(decision: ConflictDecision & { despiteFindings?: boolean }): Delivery {
      workplace.requirePermission('publish');
      const stopped = requests.stored(decision.deliveryId);
      // A withdrawn story has no copy to send any more: what was filed goes out.
      const isWithdrawal = withdrawalAmong(conflicts.waitingIn(stopped)) !== null;
      return requests.once(decision.requestId, () =>
        conflicts.sendFrom(
          decision,
          isWithdrawal ? stopped.revisionId : cut(stopped, decision.despiteFindings),
        ),
      );
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
  };
}
