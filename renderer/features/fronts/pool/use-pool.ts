import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { PoolStory } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { poolRows, type PoolView } from './pool-view.ts';

export interface Pool {
  rows: readonly PoolStory[];
  status: 'loading' | 'failed' | 'ready';
  more: boolean;
  fetchMore: () => void;
  retry: () => void;
}

/** The stories that can be placed, the newest first; events bring them up to date. */
export function usePool({ standing, section, query }: PoolView): Pool {
  const { queries } = useCore();
  const deferredQuery = useDeferredValue(query);
  const found = useInfiniteQuery({
    ...queries.fronts.pool.infiniteOptions({
      input: (cursor: string | null) => ({
        standing,
        section: section === '' ? null : section,
        query: deferredQuery,
        cursor,
        limit: 50,
      }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.cursor,
    }),
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => (found.data?.pages ?? []).flatMap((page) => page.rows), [found.data]);
  useEffect(() => poolRows.set(rows), [rows]);
  return {
    rows,
    status: found.isPending ? 'loading' : found.isError && rows.length === 0 ? 'failed' : 'ready',
    more: found.hasNextPage,
    fetchMore() {
      if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
    },
    retry: () => void found.refetch(),
  };
}
