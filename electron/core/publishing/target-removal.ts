/** Letting go of a place to publish to: what waits for it is cancelled, and what it keeps for a time is taken off there. */
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { Clock, Vault } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { deliveryToContract } from './delivery-contract.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';
import { secretKey } from './target-context.ts';
import type { TargetsService } from './targets-service.ts';

/**
 * What stands live at the target stays there. Deliveries still waiting are cancelled, and kept in the list; so is what is
 * scheduled. A post that the target would make public by itself is taken off its schedule first; where that fails it goes
 * out all the same, and is answered with. Throws NOT_FOUND.
 */
export type RemoveTarget = (id: string) => Promise<Delivery[]>;

export function createTargetRemoval({
  database,
  queries,
  targets,
  vault,
  events,
  clock,
  workplace,
}: {
  database: Database;
  queries: PublishingQueries;
  targets: TargetsService;
  vault: Vault;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
}): RemoveTarget {
  async function takeOffSchedule({ articleId, targetId }: StoredDelivery): Promise<void> {
    const placement = queries.placement(articleId, targetId);
    const remote = placement?.remote ?? null;
    if (placement === null || remote === null) return;
    const kept = await targets.ask(targetId, (target, configuration, context) =>
      target.unpublish(configuration, remote, context),
    );
    queries.writePlacement({ ...placement, remote: kept ?? remote, updatedAt: clock.now() });
  }

  /** Ids of the deliveries that the target publishes all the same. One that does not answer is not asked again. */
  async function takeAllOffSchedule(kept: readonly StoredDelivery[]): Promise<Set<string>> {
    for (const [position, delivery] of kept.entries()) {
      try {
        await takeOffSchedule(delivery);
      } catch {
        return new Set(kept.slice(position).map(({ id }) => id));
      }
    }
    return new Set();
  }

  return async (id) => {
    const { name } = targets.stored(id);
    const open = queries.unfinishedOfTarget(id);
    const goesOut = await takeAllOffSchedule(open.filter(({ handedOver }) => handedOver));
    const cancelled = queries.unfinishedOfTarget(id).filter(({ state }) => state !== 'sending');
    database.transaction(() => {
      queries.removeTarget(id, clock.now());
      workplace.record({ kind: 'target-removed', name });
      for (const delivery of cancelled) {
        const { publishAt } = delivery;
        const error = goesOut.has(delivery.id)
          ? ({
              code: 'still-scheduled',
              detail: publishAt === null ? '' : new Date(publishAt).toISOString(),
            } as const)
          : null;
        queries.writeDelivery({
          ...delivery,
          state: 'cancelled',
          retryAt: null,
          error,
          updatedAt: clock.now(),
        });
      }
    })();
    await vault.delete(secretKey(id));
    events.emit({ type: 'target.changed', targetId: id });
    for (const { id: deliveryId, articleId } of cancelled) {
      events.emit({ type: 'delivery.changed', deliveryId, articleId });
    }
    return cancelled.filter((delivery) => goesOut.has(delivery.id)).map(deliveryToContract);
  };
}
