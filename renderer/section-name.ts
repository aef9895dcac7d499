import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCore } from './core-client/core-client.ts';

/** Finds the name of a section by its slug; the slug itself where the house has no such section any more. */
export function useSectionName(): (slug: string) => string {
  const { queries } = useCore();
  const { data: sections } = useQuery({
    ...queries.settings.get.queryOptions(),
    select: ({ house }) => house.sections,
  });
  return useCallback((slug) => sections?.find((section) => section.slug === slug)?.name ?? slug, [sections]);
}
