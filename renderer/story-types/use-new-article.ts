import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { navigate } from '../navigation.ts';
import { showToast } from '../ui/toast.ts';

/** Begins an article of a story type (empty: of none; left out: the house's usual one) and opens it. */
export function useNewArticle(): { begin: (storyType?: string) => void; beginning: boolean } {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const create = useMutation({
    mutationFn: (storyType: string | undefined) =>
      client.articles.create(storyType === undefined ? {} : { storyType }),
    onSuccess(article) {
      const { articleId } = article;
      queryClient.setQueryData(queries.articles.get.queryKey({ input: { articleId } }), article);
      navigate({ screen: 'articles', articleId });
    },
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  return { begin: (storyType) => create.mutate(storyType), beginning: create.isPending };
}
