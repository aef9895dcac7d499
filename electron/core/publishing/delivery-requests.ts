/** Putting deliveries into the outbox: each in one transaction with its job, a repeated request answered as before. */
import { randomUUID } from 'node:crypto';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { deliveryToContract } from './delivery-contract.ts';
import type { ArticlesForPublishing } from './neighbours.ts';
import type { Outbox } from './outbox.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';

/** What a click asks for; the same `requestId` is the same click. */
export interface DeliveryRequest {
  articleId: string;
  targetId: string;
  requestId: string;
}

/** How an article will stand at a target once everything on its way has arrived. */
export type Standing = 'live' | 'scheduled' | 'nowhere';

export interface DeliveryRequests {
  /** Throws NOT_FOUND. */
  stored(deliveryId: string): StoredDelivery;
  standing(articleId: string, targetId: string): Standing;
  /** Makes the delivery that `add` puts in, or answers with the one an earlier request of that id made. */
  once(requestId: string, add: () => string): Delivery;
  /** Adds a delivery and answers its id; call it in `once`. `publishAt`: milliseconds since 1970, null for now. */
  add(
    request: DeliveryRequest,
    action: Delivery['action'],
    revisionId: number,
    publishAt?: number | null,
  ): string;
}

export function createDeliveryRequests({
  database,
  queries,
  outbox,
  events,
  clock,
  workplace,
  articles,
}: {
  database: Database;
  queries: PublishingQueries;
  outbox: Outbox;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  articles: ArticlesForPublishing;
}): DeliveryRequests {
  function stored(deliveryId: string): StoredDelivery {
    const delivery = queries.delivery(deliveryId);
    if (!delivery) throw contractError('NOT_FOUND', { kind: 'delivery', id: deliveryId });
    return delivery;
  }

  return {
    stored,

    standing(articleId, targetId) {
      const last = queries.lastUnfinished(articleId, targetId);
      if (last?.action === 'unpublish' || last?.action === 'remove') return 'nowhere';
      const live = queries.placement(articleId, targetId)?.live ?? false;
      if (live || (last && last.action !== 'schedule')) return 'live';
      return last || queries.scheduledOf(articleId, targetId) ? 'scheduled' : 'nowhere';
    },

    once(requestId, add) {
      const { delivery, repeated, replaced } = database.transaction(() => {
        const earlier = queries.deliveryOfRequest(requestId);
        if (earlier) return { delivery: earlier, repeated: true, replaced: [] };
        const added = stored(add());
        return {
          delivery: added,
          repeated: false,
          replaced: queries.replaceSchedules(added, 'asked', clock.now()),
        };
      })();
      const { articleId } = delivery;
      for (const deliveryId of repeated ? [] : [...replaced, delivery.id]) {
        events.emit({ type: 'delivery.changed', deliveryId, articleId });
      }
      return deliveryToContract(delivery);
    },

    add({ articleId, targetId, requestId }, action, revisionId, publishAt = null) {
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
        publishAt,
        now: clock.now(),
      });
      articles.record(articleId, { kind: 'delivery-asked', action, target: stored(id).targetName });
      outbox.enqueue(articleId, targetId);
      return id;
    },
  };
}
