/** Lists of what went out and what stands where, for the outbox and the screens beside it. */
import type { DeliveryAttempt, DeliveryView, ListedDelivery } from '../../../shared/contract/publishing.ts';
import { withdrawalAmong } from '../../../shared/document/with-corrections.ts';
import { attemptsToContract, deliveryToContract } from './delivery-contract.ts';
import type { DeliveryRequests } from './delivery-requests.ts';
import type { CorrectionsForPublishing } from './neighbours.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';

/** More publications of one article nobody looks through. */
const MOST_ARRIVALS = 1_000;

export function createDeliveryLists({
  queries,
  requests,
  corrections,
}: {
  queries: PublishingQueries;
  requests: DeliveryRequests;
  corrections: CorrectionsForPublishing;
}) {
  function carriedBy({ action, articleId, revisionId }: StoredDelivery): ListedDelivery['carries'] {
    if (action === 'unpublish' || action === 'remove') return [];
    const carried = corrections.carriedBy(articleId, revisionId);
    // Of a withdrawn story readers get the announcement alone.
    return withdrawalAmong(carried) !== null
      ? ['withdrawal']
      : [...new Set(carried.map(({ matter }) => matter.kind))];
  }

  return {
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
        rows: page.map((delivery) => ({ ...deliveryToContract(delivery), carries: carriedBy(delivery) })),
        cursor: found.length > limit && last ? String(last.number) : null,
      };
    },

    /** Where readers saw something of an article, newest first; `deliveryId` is null where it was taken in from the place. */
    arrivals(
      articleId: string,
    ): { deliveryId: string | null; targetName: string; url: string | null; at: number }[] {
      const wanted = { articleId, targetId: null, view: 'done' as const };
      const sent = queries
        .deliveries(wanted, Number.MAX_SAFE_INTEGER, MOST_ARRIVALS)
        .filter(({ action }) => action !== 'unpublish' && action !== 'remove');
      const takenIn = queries
        .placementsOfArticle(articleId)
        .filter(({ targetId }) => !sent.some((delivery) => delivery.targetId === targetId));
      return [
        ...sent.map(({ id, targetName, url, updatedAt }) => ({
          deliveryId: id,
          targetName,
          url,
          at: updatedAt,
        })),
        ...takenIn.map(({ targetName, url, firstPublishedAt }) => ({
          deliveryId: null,
          targetName,
          url,
          at: firstPublishedAt,
        })),
      ];
    },

    /** Every attempt of a delivery that is remembered, newest first, with what was sent and what came back. */
    attempts: (deliveryId: string): DeliveryAttempt[] =>
      attemptsToContract(requests.stored(deliveryId), queries.exchangesOf(deliveryId)),

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
