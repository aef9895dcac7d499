/** All SQL of the publishing slice, prepared once; rows are mapped in the files this brings together. */
import type { Database } from '../database/open.ts';
import { deliveryQueries } from './delivery-queries.ts';
import { exchangeQueries } from './exchange-queries.ts';
import { placementQueries } from './placement-queries.ts';
import { targetQueries } from './target-queries.ts';

export type { StoredDelivery } from './delivery-queries.ts';
export type { StoredExchange } from './exchange-queries.ts';
export type { Placement } from './placement-queries.ts';
export type { StoredTarget } from './target-queries.ts';

export type PublishingQueries = ReturnType<typeof publishingQueries>;

export function publishingQueries(database: Database) {
  return {
    ...targetQueries(database),
    ...deliveryQueries(database),
    ...exchangeQueries(database),
    ...placementQueries(database),
  };
}
