import { useQuery } from '@tanstack/react-query';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import type { ComparableCopy } from '../../../shared/document/compare.ts';
import { useCore } from '../../core-client/core-client.ts';

/** What a reader of the wire sees of a version, in the fields an article has. */
function copyOf(story: WireStoryDetail): ComparableCopy {
  const fields = articleFieldsSchema.parse({
    headline: story.headline ?? '',
    dek: story.abstract ?? '',
    byline: story.byline ?? '',
    dateline: story.dateline?.text ?? '',
    credit: story.credit ?? '',
  });
  return { fields, document: story.body };
}

/** A story's copy to be compared: a version of it, which never changes, or its newest. */
export function useWireCopy(
  storyId: number,
  versionId?: number,
): { copy: ComparableCopy | null; error: unknown } {
  const { queries } = useCore();
  const version = useQuery({
    ...queries.wire.get.queryOptions({
      input: { storyId, ...(versionId === undefined ? {} : { versionId }) },
    }),
    staleTime: versionId === undefined ? 0 : Infinity,
    select: copyOf,
  });
  return { copy: version.data ?? null, error: version.error };
}
