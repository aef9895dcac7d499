import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { createQueries, type CoreClient } from './core-client.ts';
import type { EventFeed } from './event-feed.ts';
import { keepInStep } from './invalidation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function feed(): EventFeed & { emit(event: CoreEvent): void } {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    status: () => 'connected',
    subscribeStatus: () => () => {},
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    subscribeResumed: () => () => {},
    stop() {},
    emit: (event) => listeners.forEach((listener) => listener(event)),
  };
}

/** Keys are made of paths: no procedure of it is called. */
const uncalled: unknown = new Proxy({}, { get: () => uncalled });

/** Fetches until it is asked anew, which cancels it, as a call to the core does. */
async function call(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => reject(new Error('asked anew')));
  });
}

test('what takes longer than the next burst of events is answered all the same, and no event is lost', async () => {
  const queryClient = new QueryClient();
  const queries = createQueries(uncalled as CoreClient);
  const events = feed();
  let asked = 0;
  const observer = new QueryObserver(queryClient, {
    queryKey: queries.system.status.key(),
    staleTime: Infinity,
    retry: false,
    queryFn: async ({ signal }) => {
      const answer = (asked += 1);
      await call(400, signal);
      return answer;
    },
  });
  const stopLooking = observer.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(400);
  const stop = keepInStep(events, queries, queryClient);
  for (let burst = 0; burst < 30; burst += 1) {
    events.emit({ type: 'wire.changed', sourceId: 'a', added: 100, updated: 0 });
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(observer.getCurrentResult().data).toBeGreaterThan(3);

  await vi.advanceTimersByTimeAsync(2_000);
  const before = asked;
  events.emit({ type: 'wire.changed', sourceId: 'a', added: 1, updated: 0 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(observer.getCurrentResult().data).toBe(before + 1);
  stop();
  stopLooking();
});

test('a save of the copy has the list asked anew, not who has which article, and rights where pictures are others', async () => {
  const queryClient = new QueryClient();
  const queries = createQueries(uncalled as CoreClient);
  const events = feed();
  const asked: string[] = [];
  const keys = {
    list: queries.articles.list.key(),
    assignments: queries.articles.assignments.key(),
    rights: queries.rights.findings.key(),
  };
  const ends = Object.entries(keys).map(([name, queryKey]) =>
    new QueryObserver(queryClient, {
      queryKey,
      staleTime: Infinity,
      queryFn: () => {
        asked.push(name);
        return name;
      },
    }).subscribe(() => {}),
  );
  await vi.advanceTimersByTimeAsync(10);
  asked.length = 0;
  const stop = keepInStep(events, queries, queryClient);
  events.emit({ type: 'article.changed', articleId: 'a', base: 2, only: 'words' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual(['list']);
  events.emit({ type: 'article.changed', articleId: 'a', base: 2, only: 'copy' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.toSorted()).toEqual(['list', 'list', 'rights']);
  events.emit({ type: 'article.changed', articleId: 'a', base: 3 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.toSorted()).toEqual(['assignments', 'list', 'list', 'list', 'rights', 'rights']);
  stop();
  for (const end of ends) end();
});
