/** How an article stands at one target, read from its deliveries there. */
import type { Delivery } from '../../../../shared/contract/publishing.ts';

export interface Standing {
  newest: Delivery | null;
  /** Readers can see it there, whatever became of later attempts. */
  live: boolean;
  url: string | null;
  /** Something is on its way. */
  busy: boolean;
}

/** `deliveries`: of one article to one target, newest first. */
export function decideStanding(deliveries: readonly Delivery[]): Standing {
  const newest = deliveries[0] ?? null;
  const arrived = deliveries.find((delivery) => delivery.state === 'live' || delivery.state === 'conflict');
  const live = arrived !== undefined && arrived.action !== 'unpublish';
  return {
    newest,
    live,
    url: live ? arrived.url : null,
    busy: newest !== null && (newest.state === 'queued' || newest.state === 'sending'),
  };
}
