import { implement } from '@orpc/server';
import { publishingContract } from '../../../shared/contract/publishing.ts';
import type { PublishingService } from './service.ts';

const procedures = implement(publishingContract);

/** Holds copy against its sources, so that the gate knows what is open in it. Neither rejects. */
interface Look {
  look(articleId: string): Promise<void>;
  lookAtRevision(articleId: string, revisionId: number): Promise<void>;
}

/** The publishing slice behind the contract. What is to go out is held against its sources first: what is open is told of this very copy. */
export function publishingRouter(publishing: PublishingService, { look, lookAtRevision }: Look) {
  const { targets } = publishing;
  function lookAtDelivery(deliveryId: string): Promise<void> {
    const { articleId, revisionId } = publishing.revisionOf(deliveryId);
    return lookAtRevision(articleId, revisionId);
  }
  return {
    targets: {
      list: procedures.targets.list.handler(() => targets.list()),
      add: procedures.targets.add.handler(({ input }) => targets.add(input)),
      change: procedures.targets.change.handler(({ input }) => targets.change(input)),
      remove: procedures.targets.remove.handler(async ({ input }) => ({
        goesOut: await publishing.removeTarget(input.id),
      })),
      tryNow: procedures.targets.tryNow.handler(({ input }) => targets.tryNow(input.id)),
      verify: procedures.targets.verify.handler(({ input }) => targets.verify(input)),
      inspect: procedures.targets.inspect.handler(({ input }) => targets.inspect(input.id)),
      terms: procedures.targets.terms.handler(({ input }) =>
        targets.terms(input.id, input.kind, input.query),
      ),
      site: procedures.targets.site.handler(({ input }) => targets.site(input.id)),
    },
    posts: {
      list: procedures.posts.list.handler(({ input }) => publishing.posts.list(input)),
      take: procedures.posts.take.handler(async ({ input }) => ({
        articleId: await publishing.posts.take(input),
      })),
      makePlain: procedures.posts.makePlain.handler(({ input }) => publishing.posts.makePlain(input)),
    },
    publishability: procedures.publishability.handler(async ({ input }) => {
      await look(input.articleId);
      return publishing.publishability(input.articleId);
    }),
    publish: procedures.publish.handler(async ({ input }) => {
      await look(input.articleId);
      return publishing.publish(input);
    }),
    unpublish: procedures.unpublish.handler(({ input }) => publishing.unpublish(input)),
    remove: procedures.remove.handler(({ input }) => publishing.remove(input)),
    schedule: procedures.schedule.handler(async ({ input }) => {
      await look(input.articleId);
      return publishing.schedule.schedule(input);
    }),
    reschedule: procedures.reschedule.handler(async ({ input }) => {
      await lookAtDelivery(input.deliveryId);
      return publishing.schedule.reschedule(input);
    }),
    release: procedures.release.handler(async ({ input }) => {
      await lookAtDelivery(input.deliveryId);
      return publishing.schedule.release(input);
    }),
    calendar: procedures.calendar.handler(({ input }) => publishing.schedule.calendar(input.from, input.to)),
    deliveries: procedures.deliveries.handler(({ input }) =>
      publishing.deliveries(input.articleId, input.cursor, input.limit, input.view, input.targetId),
    ),
    attempts: procedures.attempts.handler(({ input }) => publishing.attempts(input.deliveryId)),
    conflict: procedures.conflict.handler(({ input }) => publishing.conflict(input.deliveryId)),
    settleConflict: procedures.settleConflict.handler(async ({ input }) => {
      if (!input.send) return publishing.keepSiteVersion(input);
      await look(publishing.revisionOf(input.deliveryId).articleId);
      return publishing.sendAfterConflict(input);
    }),
    transfers: procedures.transfers.handler(() => publishing.transfers()),
    counts: procedures.counts.handler(() => publishing.counts()),
    retry: procedures.retry.handler(async ({ input }) => {
      await lookAtDelivery(input.deliveryId);
      return publishing.retry(input.deliveryId, input.despiteFindings);
    }),
    cancel: procedures.cancel.handler(({ input }) => publishing.cancel(input.deliveryId)),
    fronts: {
      deliveries: procedures.fronts.deliveries.handler(({ input }) =>
        publishing.fronts.deliveries(input.frontId, input.limit),
      ),
      retry: procedures.fronts.retry.handler(({ input }) => publishing.fronts.retry(input.deliveryId)),
    },
  };
}
