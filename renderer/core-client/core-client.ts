/** The core as the page sees it: a typed client and query options for every procedure of the contract. */
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, use } from 'react';
import type { Contract } from '../../shared/contract/contract.ts';
import type { EventFeed } from './event-feed.ts';

/** What `connect.ts` gives: calls go over a MessagePort or a WebSocket, which no one else needs to know. */
export type CoreClient = ContractRouterClient<Contract>;

export type CoreQueries = ReturnType<typeof createQueries>;

/** Query and mutation options by procedure: `queries.wire.get.queryOptions({ input })`. */
export function createQueries(client: CoreClient) {
  return createTanstackQueryUtils(client);
}

export interface Core {
  client: CoreClient;
  queries: CoreQueries;
  events: EventFeed;
}

export const CoreContext = createContext<Core | null>(null);

/** The core this window is connected to. */
export function useCore(): Core {
  const core = use(CoreContext);
  if (core === null) throw new Error('useCore is used outside the app.');
  return core;
}
