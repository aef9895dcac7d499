import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCore } from '../../core-client/core-client.ts';
import { useCoreEvents } from '../../core-client/use-events.ts';
import { useTellError } from './use-tell.ts';

export const MOST_POPULAR = 50;

export interface PopularArticle {
  articleId: string;
  headline: string;
  section: string;
  /** `gone`: there is no such article any more. */
  state: 'published' | 'not-published' | 'gone' | 'loading';
}

export interface Popular {
  status: 'loading' | 'failed' | 'ready';
  articles: readonly PopularArticle[];
  /** Sets the whole order; shown at once, and as it was should the core refuse. */
  set: (articleIds: readonly string[]) => void;
  retry: () => void;
}

/** The hand-ordered list TERPOPULER. */
export function usePopular(): Popular {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();
  const list = useQuery(queries.publishing.popular.queryOptions());
  const queryKey = queries.publishing.popular.queryKey();
  const ids = list.data ?? [];

  // The core tells a change of the order as a change of its targets.
  useCoreEvents((event) => {
    if (event.type === 'target.changed') void queryClient.invalidateQueries({ queryKey });
  });

  const found = useQueries({
    queries: ids.map((articleId) => queries.articles.get.queryOptions({ input: { articleId } })),
  });

  async function write(articleIds: string[]): Promise<void> {
    const before = queryClient.getQueryData(queryKey);
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, articleIds);
    try {
      await client.publishing.setPopular({ articleIds });
    } catch (error) {
      queryClient.setQueryData(queryKey, before);
      tellError(error);
    }
  }

  return {
    status: list.isPending ? 'loading' : list.data === undefined ? 'failed' : 'ready',
    articles: ids.map((articleId, index) => {
      const one = found[index];
      if (one?.data === undefined) {
        const state = one?.isError === true ? 'gone' : 'loading';
        return { articleId, headline: '', section: '', state };
      }
      const { state, fields } = one.data;
      return {
        articleId,
        headline: fields.headline,
        section: fields.section,
        state: state === 'published' ? 'published' : 'not-published',
      };
    }),
    set: (articleIds) => void write([...articleIds]),
    retry: () => void list.refetch(),
  };
}
