import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { LeftOut } from '../../../../shared/contract/articles.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { takeManuscripts, useManuscriptCount } from '../../../opened-files.ts';
import { showToast } from '../../../ui/toast.ts';

/**
 * Makes articles of the files that wait, one after the other; a single one opens. What could not be read, and what was
 * left out, is told. Answers with how many are being read now.
 */
export function useArticleImport(): number {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const waiting = useManuscriptCount();

  function tellLeftOut(name: string, leftOut: readonly LeftOut[]): void {
    if (leftOut.length === 0) return;
    const parts = leftOut.map(({ kind, count }) => translate(`import.leftOut.${kind}`, { count }));
    const reason = translate('import.leftOut', { parts: parts.join(', ') });
    showToast(translate('import.failed', { name, reason }));
  }

  /** Its article's id; null where it could not be read, which was told. */
  async function importFile(file: File): Promise<string | null> {
    const { name } = file;
    try {
      const { article, leftOut } = await client.articles.importFile({ file, name });
      tellLeftOut(name, leftOut);
      return article.articleId;
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate('import.failed', { name, reason: translate(key, parameters) }), {
        tone: 'problem',
      });
      return null;
    }
  }

  const importAll = useMutation({
    async mutationFn(files: readonly File[]) {
      const made: { articleId: string; name: string }[] = [];
      for (const file of files) {
        const articleId = await importFile(file);
        if (articleId !== null) made.push({ articleId, name: file.name });
      }
      return made;
    },
    onSuccess(made) {
      const [only] = made;
      if (only === undefined) return;
      void queryClient.invalidateQueries({ queryKey: queries.articles.list.key() });
      if (made.length > 1) return void showToast(translate('import.done.many', { count: made.length }));
      showToast(translate('import.done', { name: only.name }));
      navigate({ screen: 'articles', articleId: only.articleId });
    },
  });

  const importWaiting = useEffectEvent(() => importAll.mutate(takeManuscripts()));
  useEffect(() => {
    if (waiting > 0) importWaiting();
  }, [waiting]);
  return importAll.isPending ? importAll.variables.length : 0;
}
