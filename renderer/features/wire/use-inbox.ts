import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { WireFilter, WireListItem } from '../../../shared/contract/wire.ts';
import { useCore, type CoreQueries } from '../../core-client/core-client.ts';
import { useCoreEvents } from '../../core-client/use-events.ts';

interface Page {
  rows: WireListItem[];
  more: boolean;
}

type Pages = InfiniteData<Page, number | null>;

const PAGE_ROWS = 100;

/**
 * Newest row the list shows, by filter. While it stands, fetching the list anew brings no newer rows in above what
 * one is reading; they wait behind "N baru".
 */
const tops = new Map<string, number>();

/** Stories this window has just marked, whose event brings no news. */
const markedHere = new Set<number>();

export interface Inbox {
  rows: readonly WireListItem[];
  status: 'loading' | 'failed' | 'ready';
  /** True while there are older rows that have not been fetched. */
  more: boolean;
  fetchMore: () => void;
  retry: () => void;
  /** Stories that came or changed since the list was fetched, at most 1,000 counted. */
  newer: number;
  /** Brings the newer stories in. */
  bringIn: () => void;
}

/** The rows of the inbox for a filter. The list does not move by itself. */
export function useInbox(filter: WireFilter): Inbox {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const queryKey = queries.wire.list.key({ type: 'infinite', input: { filter } });
  const name = JSON.stringify(filter);

  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const top = tops.get(name);
      const before = pageParam ?? (top === undefined ? null : top + 1);
      const page = await client.wire.list({ filter, before, limit: PAGE_ROWS }, { signal });
      if (pageParam === null && page.rows.length > 0 && top === undefined) {
        tops.set(name, newestShown(page.rows));
      }
      return page;
    },
    getNextPageParam: (last) => (last.more ? (last.rows.at(-1)?.newestVersionId ?? null) : null),
  });

  const rows = useMemo(() => uniqueRows(list.data?.pages ?? []), [list.data]);
  const newest = rows[0]?.newestVersionId ?? 0;
  const newer = useQuery({
    ...queries.wire.countNewer.queryOptions({ input: { filter, than: tops.get(name) ?? newest } }),
    enabled: list.isSuccess,
  });
  const newerCount = newer.data?.count ?? 0;

  /** A withdrawal is told where the story stands, with the reason; the list itself stays as it is. */
  async function strikeThrough(storyId: number): Promise<void> {
    const { headline, effectiveStatus, withdrawalReason } = await client.wire.get({ storyId });
    patchListedStories(queryClient, queries, [storyId], (row) => ({
      ...row,
      headline: row.headline === '' ? (headline ?? '') : row.headline,
      pubStatus: effectiveStatus,
      withdrawalReason,
    }));
  }

  function bringIn(): void {
    tops.delete(name);
    queryClient.setQueryData<Pages>(queryKey, (data) =>
      data === undefined ? data : { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
    void list.refetch();
  }

  // An empty list has no place to lose.
  const fillEmpty = list.isSuccess && !list.isFetching && rows.length === 0 && newerCount > 0;
  const { refetch } = list;
  useEffect(() => {
    if (!fillEmpty) return;
    tops.delete(name);
    void refetch();
  }, [fillEmpty, name, refetch]);

  useCoreEvents((event) => {
    if (event.type === 'sample.changed') {
      tops.clear();
      void queryClient.resetQueries({ queryKey: queries.wire.list.key() });
    }
    if (event.type === 'wire.withdrawn') {
      const gone = new Set(event.storyIds);
      for (const { storyId } of rows.filter((row) => gone.has(row.storyId))) void strikeThrough(storyId);
    }
    if (event.type !== 'wire.read') return;
    const fromElsewhere = event.storyIds.filter((id) => !markedHere.delete(id));
    if (fromElsewhere.length > 0) void queryClient.invalidateQueries({ queryKey: queries.wire.list.key() });
  });

  return {
    rows,
    status: list.isPending ? 'loading' : list.isError && rows.length === 0 ? 'failed' : 'ready',
    more: list.hasNextPage,
    fetchMore: () => {
      if (!list.isFetchingNextPage && list.hasNextPage) void list.fetchNextPage();
    },
    retry: () => void list.refetch(),
    newer: rows.length === 0 ? 0 : newerCount,
    bringIn,
  };
}

/** The newest of what the rows stand for: a copy that is parted from its row has a place among them. */
function newestShown(rows: readonly WireListItem[]): number {
  return Math.max(
    ...rows.flatMap((row) => [row.newestVersionId, ...row.duplicates.map((copy) => copy.newestVersionId)]),
  );
}

/** A story that moved up between two pages would stand in both: the upper one counts. */
function uniqueRows(pages: readonly Page[]): WireListItem[] {
  const byStory = new Map<number, WireListItem>();
  for (const row of pages.flatMap((page) => page.rows)) {
    if (!byStory.has(row.storyId)) byStory.set(row.storyId, row);
  }
  return [...byStory.values()];
}

/** Shows a change of stories in every list at once, before the core has answered. */
export function patchListedStories(
  queryClient: QueryClient,
  queries: CoreQueries,
  storyIds: readonly number[],
  change: (row: WireListItem) => WireListItem,
): void {
  const changed = new Set(storyIds);
  queryClient.setQueriesData<Pages>({ queryKey: queries.wire.list.key({ type: 'infinite' }) }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) =>
            page.rows.some((row) => changed.has(row.storyId))
              ? { ...page, rows: page.rows.map((row) => (changed.has(row.storyId) ? change(row) : row)) }
              : page,
          ),
        },
  );
}

/** Marks stories as read or unread: at once on screen, and back again if the core refuses. */
export function useMarkRead(
  onError: (error: unknown) => void,
): (storyIds: readonly number[], read: boolean) => void {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  return (storyIds, read) => {
    const show = (shown: boolean): void => {
      patchListedStories(queryClient, queries, storyIds, (row) => ({ ...row, read: shown }));
    };
    for (const id of storyIds) markedHere.add(id);
    show(read);
    client.wire.markRead({ storyIds: [...storyIds], read }).catch((error: unknown) => {
      for (const id of storyIds) markedHere.delete(id);
      show(!read);
      onError(error);
    });
  };
}
