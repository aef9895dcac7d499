/** What goes out at a time to come: asked for, moved, released before its time, seen on a calendar. */
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import { contractError } from '../errors.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { deliveryToContract } from './delivery-contract.ts';
import type { DeliveryRequest, DeliveryRequests } from './delivery-requests.ts';
import type { Gate } from './publishability.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';

const mostOnCalendar = 1_000;

/** What is asked about a delivery whose revision was cut before. */
interface PinnedRequest {
  deliveryId: string;
  requestId: string;
  despiteFindings?: boolean;
}

export function createSchedule({
  queries,
  requests,
  gate,
  workplace,
  clock,
  kindOf,
}: {
  queries: PublishingQueries;
  requests: DeliveryRequests;
  gate: Gate;
  workplace: Workplace;
  clock: Clock;
  /** Throws NOT_FOUND where the target is not there (any more). */
  kindOf: (targetId: string) => TargetConfiguration['kind'];
}) {
  function timeOf(at: string): number {
    const time = Date.parse(at);
    if (time <= clock.now()) throw contractError('INVALID', { field: 'at', reason: 'time-past' });
    return time;
  }

  /** Scheduled, on its way to be, or missed by its site: what can still be moved or released. */
  function movable(deliveryId: string): StoredDelivery & { kind: TargetConfiguration['kind'] } {
    const delivery = requests.stored(deliveryId);
    const { action, state, error } = delivery;
    const isOpen = ['queued', 'retry', 'scheduled'].includes(state) || error?.code === 'schedule-missed';
    const isStopped = state === 'failed' || state === 'conflict';
    if (action !== 'schedule' || !(isOpen || isStopped) || queries.isOvertaken(delivery)) {
      throw contractError('INVALID', { field: 'deliveryId', reason: 'not-scheduled' });
    }
    return { ...delivery, kind: kindOf(delivery.targetId) };
  }

  return {
    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE, NOT_FOUND, INVALID. */
    schedule({
      at,
      despiteFindings,
      ...request
    }: DeliveryRequest & { at: string; despiteFindings?: boolean }): Delivery {
      return requests.once(request.requestId, () => {
        workplace.requirePermission('publish');
        const kind = kindOf(request.targetId);
        const time = timeOf(at);
        const revisionId = gate.article(request.articleId, { kind, at: time }, despiteFindings === true);
        return requests.add(request, 'schedule', revisionId, time);
      });
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE, NOT_FOUND, INVALID. */
    reschedule({ deliveryId, requestId, at, despiteFindings }: PinnedRequest & { at: string }): Delivery {
      return requests.once(requestId, () => {
        workplace.requirePermission('publish');
        const { articleId, targetId, revisionId, kind } = movable(deliveryId);
        const time = timeOf(at);
        gate.revision(articleId, revisionId, { kind, at: time }, despiteFindings === true);
        return requests.add({ articleId, targetId, requestId }, 'schedule', revisionId, time);
      });
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_PUBLISHABLE, NOT_FOUND, INVALID. */
    release({ deliveryId, requestId, despiteFindings }: PinnedRequest): Delivery {
      return requests.once(requestId, () => {
        workplace.requirePermission('publish');
        const { articleId, targetId, revisionId, kind } = movable(deliveryId);
        gate.revision(articleId, revisionId, { kind, at: clock.now() }, despiteFindings === true);
        const action = queries.placement(articleId, targetId)?.live === true ? 'update' : 'publish';
        return requests.add({ articleId, targetId, requestId }, action, revisionId);
      });
    },

    /** `from` up to `to`, instants in ISO 8601. */
    calendar: (from: string, to: string): Delivery[] =>
      queries.calendar(Date.parse(from), Date.parse(to), mostOnCalendar).map(deliveryToContract),
  };
}
