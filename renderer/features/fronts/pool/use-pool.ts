import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { usePagedRows, type PagedRows } from '../../../core-client/use-paged-rows.ts';
import { poolRows, type PoolView } from './pool-view.ts';

/** The stories that can be placed, the newest first; events bring them up to date. */
export function usePool({ standing, section, query }: PoolView): PagedRows<FrontStory> {
  const { queries } = useCore();
  const deferredQuery = useDeferredValue(query);
  const pool = usePagedRows(
    useInfiniteQuery({
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
    }),
  );
  const { rows } = pool;
  useEffect(() => poolRows.set(rows), [rows]);
  return pool;
}
