import { useMutation } from '@tanstack/react-query';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { showToast } from '../../ui/toast.ts';
import { useTellError } from './use-tell.ts';

interface Addition {
  articleId: string;
  storyId: number;
  versionId: number;
  as: 'copy' | 'source';
}

/** Merges a story into an article and opens it; the article as it was can be had back. */
export function useAddToArticle() {
  const { client } = useCore();
  const translate = useTranslate();
  const tellError = useTellError();
  const { articles } = client;

  type Added = Awaited<ReturnType<typeof articles.appendStory>>;

  /** Refused, in words, where somebody has gone on with the article meanwhile. */
  async function takeBack({ articleId, storyId }: Addition, added: Added): Promise<void> {
    const { revisionId, versionBefore } = added;
    try {
      await articles.restoreRevision({ articleId, revisionId, base: added.article.base });
      if (versionBefore === null) await articles.sources.removeStory({ articleId, storyId });
      else await articles.sources.addStory({ articleId, storyId, versionId: versionBefore });
      showToast(translate('wire.add.undone'));
    } catch (error) {
      tellError(error);
    }
  }

  return useMutation({
    mutationFn: (addition: Addition) => articles.appendStory(addition),
    onSuccess(added, addition) {
      const headline = added.article.fields.headline || translate('wire.add.untitled');
      navigate({ screen: 'articles', articleId: addition.articleId });
      showToast(translate('wire.add.done', { headline }), {
        action: { label: translate('ui.undo'), run: () => void takeBack(addition, added) },
      });
    },
    onError: tellError,
  });
}
