import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeliveryView, ListedDelivery } from '../../../shared/contract/publishing.ts';
import { useCore } from '../../core-client/core-client.ts';
import { usePagedRows, type PagedRows } from '../../core-client/use-paged-rows.ts';
import { findOvertaken } from './decide-delivery-look.ts';

const PAGE_ROWS = 100;

export interface Deliveries extends PagedRows<ListedDelivery> {
  /** Failed ones in `rows` that a later one has made good. */
  overtaken: ReadonlySet<string>;
}

/** The rows of the outbox, newest first; the core's events bring them up to date. */
export function useDeliveries(view: DeliveryView, targetId: string | null): Deliveries {
  const { queries } = useCore();
  const list = usePagedRows(
    useInfiniteQuery(
      queries.publishing.deliveries.infiniteOptions({
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
  const { rows } = list;
  // Other views hold only some of the later deliveries, and no failure that was made good.
  const overtaken = useMemo(() => (view === 'all' ? findOvertaken(rows) : new Set<string>()), [rows, view]);
  return { ...list, overtaken };
}

/** Every delivery of one article, newest first: at most 200. */
export function useDeliveriesOf(articleId: string) {
  const { queries } = useCore();
  return useQuery(queries.publishing.deliveries.queryOptions({ input: { articleId, limit: 200 } }));
}

/** Ids of the targets that are in trouble and left alone for now. */
export function useHeldTargets(): ReadonlySet<string> {
  const { queries } = useCore();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  return useMemo(
    () => new Set((targets ?? []).flatMap(({ id, trouble }) => (trouble === null ? [] : [id]))),
    [targets],
  );
}
