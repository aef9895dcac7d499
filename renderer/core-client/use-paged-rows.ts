import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

export interface PagedRows<Row> {
  rows: readonly Row[];
  status: 'loading' | 'failed' | 'ready';
  /** True while there are older rows that have not been fetched. */
  more: boolean;
  fetchMore: () => void;
  retry: () => void;
}

/** A list that is fetched page by page, as one list. It has failed only where nothing of it is there to be shown. */
export function usePagedRows<Row>({
  data,
  isPending,
  isError,
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
  refetch,
}: UseInfiniteQueryResult<InfiniteData<{ rows: readonly Row[] }>>): PagedRows<Row> {
  const rows = useMemo(() => (data?.pages ?? []).flatMap((page) => page.rows), [data]);
  return {
    rows,
    status: isPending ? 'loading' : isError && rows.length === 0 ? 'failed' : 'ready',
    more: hasNextPage,
    fetchMore() {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
