/** Everything a window needs of the core, put together once at its start. */
import { QueryClient } from '@tanstack/react-query';
import { connect } from './connect.ts';
import { createQueries, type Core } from './core-client.ts';
import { typedCoreError } from './core-error.ts';
import { createEventFeed } from './event-feed.ts';
import { keepInStep } from './invalidation.ts';

export interface OpenedCore {
  core: Core;
  queryClient: QueryClient;
}

/**
 * Connects and wires events to queries. Answers are kept until an event makes them stale. The core is on this very
 * machine, so calls do not wait for the network; one that fails without a typed error is tried a few times more.
 */
export async function openCore(): Promise<OpenedCore> {
  const { client, hasEnded } = await connect();
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (failures, error) => typedCoreError(error) === null && failures < 4,
        retryDelay: (failures) => Math.min(300 * 2 ** failures, 3_000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  const queries = createQueries(client);
  const events = createEventFeed((signal) => client.system.events(undefined, { signal }), hasEnded);
  keepInStep(events, queries, queryClient);
  return { core: { client, queries, events }, queryClient };
}
