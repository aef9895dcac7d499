/** Deliveries as the contract gives them out: instants in ISO 8601 (UTC). */
import type { Delivery, DeliveryAttempt } from '../../../shared/contract/publishing.ts';
import type { StoredDelivery, StoredExchange } from './queries.ts';

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function optionalInstant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : instant(milliseconds);
}

export function deliveryToContract(delivery: StoredDelivery): Delivery {
  return {
    deliveryId: delivery.id,
    articleId: delivery.articleId,
    headline: delivery.headline,
    revisionId: delivery.revisionId,
    targetId: delivery.targetId,
    targetName: delivery.targetName,
    action: delivery.action,
    state: delivery.state,
    askedBy: delivery.askedBy,
    attempts: delivery.attempts,
    createdAt: instant(delivery.createdAt),
    updatedAt: instant(delivery.updatedAt),
    retryAt: optionalInstant(delivery.retryAt),
    publishAt: optionalInstant(delivery.publishAt),
    handedOver: delivery.handedOver,
    url: delivery.url,
    error: delivery.error,
    differences: delivery.differences,
  };
}

/** The attempts that are remembered, newest first, each with what was exchanged where that is still kept. */
export function attemptsToContract(
  { attempts, history }: StoredDelivery,
  exchanges: readonly StoredExchange[],
): DeliveryAttempt[] {
  const first = attempts - history.length + 1;
  return history
    .map(({ startedAt, endedAt, result, error }, index) => ({
      number: first + index,
      startedAt: instant(startedAt),
      endedAt: optionalInstant(endedAt),
      result,
      error,
      exchanges: exchanges
        .filter(({ attempt }) => attempt === first + index)
        .map(({ attempt: _attempt, at, ...exchange }) => ({ ...exchange, at: instant(at) })),
    }))
    .toReversed();
}
