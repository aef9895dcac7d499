/** What goes to the targets when the house has said something of a story: an update wherever it stands, all in one. */
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { DeliveryRequests } from './delivery-requests.ts';
import { refuseBlocked, type Gate, type Publishability } from './publishability.ts';
import type { PublishingQueries } from './queries.ts';

/** Where a story stands, or will at a time to come (`publishAt`, milliseconds since 1970). */
export interface StandingPlace {
  targetId: string;
  name: string;
  kind: TargetConfiguration['kind'];
  publishAt: number | null;
}

export function createCorrectionDeliveries({
  queries,
  requests,
  reasons,
  gate,
  events,
  clock,
}: {
  queries: PublishingQueries;
  requests: DeliveryRequests;
  reasons: Publishability;
  gate: Gate;
  events: EventBus;
  clock: Clock;
}) {
  function placesOf(articleId: string): StandingPlace[] {
    return queries.targets().flatMap(({ id, name, configuration: { kind } }): StandingPlace[] => {
      const standing = requests.standing(articleId, id);
      if (standing === 'nowhere') return [];
      const publishAt = standing === 'live' ? null : (queries.scheduledOf(articleId, id)?.publishAt ?? null);
      return [{ targetId: id, name, kind, publishAt }];
    });
  }

  /** The revision that stands at a target; null where readers see none there. */
  function revisionAt(articleId: string, targetId: string): number | null {
    const placement = queries.placement(articleId, targetId);
    return placement?.live ? placement.revisionId : null;
  }

  return {
    placesOf,
    revisionAt,

    /** Where readers see the article, whatever is on its way there, and which revision of it. */
    seenAt: (articleId: string): { targetId: string; name: string; revisionId: number }[] =>
      queries.targets().flatMap(({ id: targetId, name }) => {
        const revisionId = revisionAt(articleId, targetId);
        return revisionId === null ? [] : [{ targetId, name, revisionId }];
      }),

    /**
     * Cuts the revision that goes to the places; a yes to findings nobody has answered is noted in the trail and with the
     * revision. Call it inside the transaction. Throws NOT_PUBLISHABLE where the working copy may not go to one of the places.
     */
    cutRevision(
      articleId: string,
      places: readonly [StandingPlace, ...StandingPlace[]],
      despiteFindings: boolean,
    ): number {
      const goings = places.map(({ kind, publishAt }) => ({
        kind,
        at: Math.max(clock.now(), publishAt ?? 0),
      }));
      for (const going of goings) refuseBlocked(reasons.ofArticle(articleId, going));
      const [{ kind }] = places;
      return gate.article(articleId, { kind, at: Math.max(...goings.map(({ at }) => at)) }, despiteFindings);
    },

    /**
     * Queues a delivery of the revision for each place; call it inside a transaction. The request's id with the target's
     * makes each of them idempotent.
     */
    queue(
      { articleId, requestId, revisionId }: { articleId: string; requestId: string; revisionId: number },
      places: readonly Pick<StandingPlace, 'targetId' | 'publishAt'>[],
      action: Exclude<Delivery['action'], 'schedule' | 'remove'>,
    ): void {
      for (const { targetId, publishAt } of places) {
        const request = { articleId, targetId, requestId: `${requestId}:${targetId}` };
        if (queries.deliveryOfRequest(request.requestId)) continue;
        const isHeld = publishAt !== null && action === 'update';
        const id = requests.add(request, isHeld ? 'schedule' : action, revisionId, isHeld ? publishAt : null);
        const replaced = queries.replaceSchedules(requests.stored(id), 'asked', clock.now());
        for (const deliveryId of [...replaced, id]) {
          events.emit({ type: 'delivery.changed', deliveryId, articleId });
        }
      }
    },
  };
}
