/** How an article stands at one target, read from its deliveries there. */
import type { Delivery } from '../../../../shared/contract/publishing.ts';

export interface Standing {
  newest: Delivery | null;
  /** Readers can see it there, whatever became of later attempts. */
  live: boolean;
  url: string | null;
  /** What goes out there at a time to come. */
  scheduled: Delivery | null;
  /** Something is on its way. */
  busy: boolean;
}

/** `deliveries`: of one article to one target, newest first. */
export function decideStanding(deliveries: readonly Delivery[]): Standing {
  const newest = deliveries[0] ?? null;
  const arrived = deliveries.find(
    ({ state, action }) => state === 'live' || (state === 'conflict' && action === 'update'),
  );
  const live = arrived !== undefined && arrived.action !== 'unpublish' && arrived.action !== 'remove';
  return {
    newest,
    live,
    url: live ? arrived.url : null,
    scheduled: deliveries.find(({ state }) => state === 'scheduled') ?? null,
    busy: newest !== null && (newest.state === 'queued' || newest.state === 'sending'),
  };
}
