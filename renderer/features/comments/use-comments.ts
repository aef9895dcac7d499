import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Comment } from '../../../shared/contract/comments.ts';
import { useCore } from '../../core-client/core-client.ts';
import type { ShownComments } from './comments-view.ts';

const PAGE_ROWS = 100;

export interface CommentRows {
  rows: readonly Comment[];
  status: 'loading' | 'failed' | 'ready';
  /** True while there are older rows that have not been fetched. */
  more: boolean;
  fetchMore: () => void;
  retry: () => void;
}

/** The comments of a view; the core's events bring them up to date. */
export function useComments({ view, targetId }: ShownComments): CommentRows {
  const { queries } = useCore();
  const list = useInfiniteQuery(
    queries.comments.list.infiniteOptions({
      input: (cursor: string | null) => ({
        view,
        cursor,
        limit: PAGE_ROWS,
        ...(targetId === null ? {} : { targetId }),
      }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
  );
  const rows = useMemo(() => (list.data?.pages ?? []).flatMap((page) => page.rows), [list.data]);
  return {
    rows,
    status: list.isPending ? 'loading' : list.isError && rows.length === 0 ? 'failed' : 'ready',
    more: list.hasNextPage,
    fetchMore: () => {
      if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    },
    retry: () => void list.refetch(),
  };
}
