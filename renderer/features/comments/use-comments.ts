import { useInfiniteQuery } from '@tanstack/react-query';
import type { Comment } from '../../../shared/contract/comments.ts';
import { useCore } from '../../core-client/core-client.ts';
import { usePagedRows, type PagedRows } from '../../core-client/use-paged-rows.ts';
import type { ShownComments } from './comments-view.ts';

const PAGE_ROWS = 100;

/** The comments of a view; the core's events bring them up to date. */
export function useComments({ view, targetId }: ShownComments): PagedRows<Comment> {
  const { queries } = useCore();
  return usePagedRows(
    useInfiniteQuery(
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
    ),
  );
}
