import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import type { RevisionSummary } from './revision-title.ts';

export interface RevisionActions {
  /** Cuts a revision of what stands, under a name or none. */
  cut: (name: string) => void;
  /** Makes a revision what stands; what stood is kept as a revision, and the way back is offered. */
  restore: (revisionId: number) => void;
  /** The revision that is being restored. */
  restoring: number | null;
}

function useTellProblem(): (error: unknown) => void {
  const translate = useTranslate();
  return (error) => {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  };
}

/** What can be done with the revisions of an article, by the timeline, the keys and the palette alike. */
export function useRevisionActions(desk: DraftDesk, draft: Draft): RevisionActions {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tell = useTellProblem();
  const { articleId } = draft;

  function refresh(): void {
    void queryClient.invalidateQueries({
      queryKey: queries.articles.revisions.key({ input: { articleId } }),
    });
  }

  const cut = useMutation({
    async mutationFn(name: string) {
      await draft.autosave.flush();
      return client.articles.saveRevision({ articleId, note: name.trim() });
    },
    onSuccess({ note }) {
      showToast(
        note === '' ? translate('composer.revisionSaved') : translate('revisions.namedSaved', { name: note }),
      );
      const meta = draft.meta.get();
      draft.meta.set({ ...meta, revisionCount: meta.revisionCount + 1 });
      refresh();
    },
    onError: tell,
  });

  const restore = useMutation({
    async mutationFn(revisionId: number) {
      await draft.autosave.flush();
      const article = await client.articles.restoreRevision({
        articleId,
        revisionId,
        base: draft.autosave.base(),
      });
      const revisions = await client.articles.revisions({ articleId });
      return { article, before: whatStood(revisions) };
    },
    onSuccess({ article, before }) {
      desk.accept(article);
      refresh();
      showToast(translate('revisions.restored'), {
        action: before === null ? null : { label: translate('ui.undo'), run: () => restore.mutate(before) },
      });
    },
    onError: tell,
  });

  return {
    cut: (name) => cut.mutate(name),
    restore: (revisionId) => restore.mutate(revisionId),
    restoring: restore.isPending ? restore.variables : null,
  };
}

/** A restore keeps what stood as the revision before its own. */
function whatStood([restored, before]: readonly RevisionSummary[]): number | null {
  return restored?.reason === 'restore' ? (before?.revisionId ?? null) : null;
}

/** Every revision of an article, newest first. */
export function useRevisions(articleId: string) {
  const { queries } = useCore();
  return useQuery(queries.articles.revisions.queryOptions({ input: { articleId } }));
}
