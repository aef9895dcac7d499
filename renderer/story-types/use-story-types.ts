import { useQuery } from '@tanstack/react-query';
import type { StoryType } from '../../shared/contract/story-types.ts';
import { useCore } from '../core-client/core-client.ts';

const NONE: readonly StoryType[] = [];

/** The story types of the house, and the id of the usual one; none until the settings are known. */
export function useStoryTypes(): { types: readonly StoryType[]; usual: string } {
  const { queries } = useCore();
  const writing = useQuery(queries.settings.get.queryOptions()).data?.writing;
  return { types: writing?.storyTypes ?? NONE, usual: writing?.usualStoryType ?? '' };
}
