import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCore } from '../../core-client/core-client.ts';
import { navigate } from '../../navigation.ts';
import { patchListedStories } from './use-inbox.ts';
import { useTellError } from './use-tell.ts';

/** *Tulis dari kawat*: a draft in house style opens in the composer. */
export function useWriteFromWire(): {
  /** `storyType`: empty for none; left out, the house's usual one. */
  write: (storyId: number, versionId: number | undefined, storyType?: string) => void;
  writing: boolean;
} {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const [writing, setWriting] = useState(false);

  async function run(
    storyId: number,
    versionId: number | undefined,
    storyType: string | undefined,
  ): Promise<void> {
    setWriting(true);
    try {
      const article = await client.articles.writeFromWire({
        storyId,
        ...(versionId === undefined ? {} : { versionId }),
        ...(storyType === undefined ? {} : { storyType }),
      });
      const { articleId } = article;
      queryClient.setQueryData(queries.articles.get.queryKey({ input: { articleId } }), article);
      patchListedStories(queryClient, queries, [storyId], (row) => ({
        ...row,
        read: true,
        articleIds: [...row.articleIds, articleId],
      }));
      void queryClient.invalidateQueries({ queryKey: queries.wire.get.key({ input: { storyId } }) });
      navigate({ screen: 'articles', articleId });
    } catch (error) {
      tellError(error);
    } finally {
      setWriting(false);
    }
  }

  return {
    writing,
    write: (storyId, versionId, storyType) => {
      if (!writing) void run(storyId, versionId, storyType);
    },
  };
}
