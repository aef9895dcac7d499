/** Articles that are gone for good, on purpose: they leave no empty places behind, and no notice of their going. */
import type { FrontContent, Slot } from '../../../shared/contract/front-content.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { FrontQueries } from './queries.ts';

/**
 * Takes their slots off every draft, every live front and every clipboard. Launches stay as they were: they are what
 * readers saw.
 */
export type ForgetArticles = (articleIds: readonly string[]) => void;

export function createForgetArticles({
  database,
  queries,
  events,
}: {
  database: Database;
  queries: FrontQueries;
  events: EventBus;
}): ForgetArticles {
  return (articleIds) => {
    const gone = new Set(articleIds);
    const isGone = ({ content }: Slot): boolean => content.kind === 'article' && gone.has(content.articleId);
    const namesOne = ({ collections }: FrontContent): boolean =>
      collections.some(({ slots }) => slots.some(isGone));
    const without = (content: FrontContent): FrontContent => ({
      collections: content.collections.map((collection) => ({
        ...collection,
        slots: collection.slots.filter((slot) => !isGone(slot)),
      })),
    });

    const changed = database.transaction(() => {
      const fronts = queries.fronts().filter(({ draft, live }) => namesOne(draft) || namesOne(live));
      for (const { frontId, version, draft, live, notices } of fronts) {
        queries.writeDraft(frontId, version + 1, without(draft));
        queries.writeLive(frontId, without(live));
        queries.writeNotices(
          frontId,
          notices.filter(({ articleId }) => !gone.has(articleId)),
        );
      }
      const clipboards = queries.clipboards().filter(({ slots }) => slots.some(isGone));
      for (const { personId, slots } of clipboards) {
        queries.writeClipboard(
          personId,
          slots.filter((slot) => !isGone(slot)),
        );
      }
      return { fronts, clipboards };
    })();

    for (const { frontId } of changed.fronts) events.emit({ type: 'front.changed', frontId });
    if (changed.clipboards.length > 0) events.emit({ type: 'clipboard.changed' });
  };
}
