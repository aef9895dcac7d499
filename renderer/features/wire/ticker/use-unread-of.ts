import { useQuery } from '@tanstack/react-query';
import type { SavedSearch } from '../../../../shared/contract/wire-searches.ts';
import { wireFilterSchema, type WireFilter } from '../../../../shared/contract/wire.ts';
import { useCore } from '../../../core-client/core-client.ts';

/** The list a saved search stands for. */
export function filterOfSearch({ query }: Pick<SavedSearch, 'query'>): WireFilter {
  return wireFilterSchema.parse({ query });
}

/** How many of a saved search's stories are unread, of the newest arrivals and at most 1,000 counted. */
export function useUnreadOf(search: SavedSearch): number {
  const { queries } = useCore();
  const input = { filter: { ...filterOfSearch(search), unreadOnly: true }, than: 0 };
  return useQuery(queries.wire.countNewer.queryOptions({ input })).data?.count ?? 0;
}
