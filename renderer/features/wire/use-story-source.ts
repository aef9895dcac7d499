import { useQuery } from '@tanstack/react-query';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { useCore } from '../../core-client/core-client.ts';

/** The source of a story as the house has set it up; undefined until it is known, and where it was removed. */
export function useStorySource({ sourceId }: { sourceId: string }): Source | undefined {
  const { queries } = useCore();
  return useQuery(queries.wire.sources.list.queryOptions()).data?.find(({ id }) => id === sourceId);
}
