/** A conflict ends with the site's version standing: readers go on with what somebody wrote there, and the record says so. */
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { ConflictDecision, Conflicts } from './conflicts.ts';
import { deliveryToContract } from './delivery-contract.ts';
import type { DeliveryRequests } from './delivery-requests.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing, RecordForPublishing } from './neighbours.ts';
import type { PublishingQueries, StoredDelivery } from './queries.ts';
import type { TargetsService } from './targets-service.ts';

export function createKeepSiteVersion({
  database,
  queries,
  requests,
  conflicts,
  targets,
  articles,
  corrections,
  record,
  workplace,
  events,
  clock,
}: {
  database: Database;
  queries: PublishingQueries;
  requests: DeliveryRequests;
  conflicts: Conflicts;
  targets: Pick<TargetsService, 'stored'>;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  record: Pick<RecordForPublishing, 'prepareStanding'>;
  workplace: Workplace;
  events: EventBus;
  clock: Clock;
}) {
  /** What enters that the post stands as it was seen; nothing where readers see none there. */
  async function prepareEntry(decision: ConflictDecision): Promise<(delivery: StoredDelivery) => void> {
    const { articleId, targetId } = requests.stored(decision.deliveryId);
    const placement = queries.placement(articleId, targetId);
    if (!placement?.live || !placement.remote) return () => {};
    const { remoteId } = placement.remote;
    const { theirs, changedAt } = await conflicts.seenBy(decision);
    const copy = { fields: theirs.fields, document: publishable(theirs.document) };
    const enter = await record.prepareStanding(articleId, copy);
    return ({ id: deliveryId, action, targetName }) =>
      enter({
        deliveryId,
        action,
        askedBy: workplace.currentPerson().personId,
        targetId,
        targetName,
        targetKind: targets.stored(targetId).configuration.kind,
        url: placement.url,
        remoteId,
        firstPublishedAt: placement.firstPublishedAt,
        article: {
          ...copy,
          articleId,
          revisionId: placement.revisionId,
          slug: placement.slug,
          firstPublishedAt: placement.firstPublishedAt,
          updatedAt: changedAt === null ? clock.now() : Date.parse(changedAt),
          corrections: corrections.carriedBy(articleId, placement.revisionId),
          corrects: corrections.correctedBy(articleId),
        },
      });
  }

  /**
   * See the contract. Throws NOT_PERMITTED, TARGET_FAILED where the site has to be asked once more and does not answer, and
   * INVALID where the delivery is in no conflict (any more), or where the site's version would keep a correction from readers.
   */
  return async (decision: ConflictDecision): Promise<Delivery> => {
    workplace.requirePermission('publish');
    const stopped = requests.stored(decision.deliveryId);
    const isOpen = stopped.state === 'conflict';
    if (isOpen && conflicts.waitingIn(stopped).length > 0) {
      throw contractError('INVALID', { field: 'send', reason: 'correction-waits' });
    }
    const enter = isOpen ? await prepareEntry(decision) : () => {};
    const delivery = database.transaction(() => {
      const before = conflicts.accept(decision);
      if (before.state === 'cancelled') return before;
      queries.writeDelivery({ ...before, state: 'cancelled', updatedAt: clock.now() });
      const { articleId, action, targetName } = before;
      articles.record(articleId, { kind: 'delivery-cancelled', action, target: targetName });
      enter(before);
      return requests.stored(before.id);
    })();
    events.emit({ type: 'delivery.changed', deliveryId: delivery.id, articleId: delivery.articleId });
    return deliveryToContract(delivery);
  };
}
