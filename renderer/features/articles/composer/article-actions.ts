/** What can be done with the article as a whole, by buttons, keys and the palette alike. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Eye, History, Info, RadioTower, Save, Send, SquareArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { ArticleState } from '../../../../shared/contract/articles.ts';
import { allowedTransitions } from '../../../../shared/domain/article-state.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft, DraftDesk } from '../drafts/draft-desk.ts';
import { useSelected } from '../drafts/store.ts';
import type { InspectorTab } from '../inspector/Inspector.tsx';

const FORWARD: Partial<Record<ArticleState, ArticleState>> = { draft: 'submitted', submitted: 'ready' };

export interface ArticleActions {
  state: ArticleState;
  /** The next step on the way to the reader; null where that is publishing itself. */
  forward: ArticleState | null;
  /** Other states it may go to by hand. */
  others: ArticleState[];
  moveTo: (to: ArticleState) => void;
  moving: boolean;
  saveRevision: () => void;
  previewing: boolean;
  setPreviewing: (open: boolean) => void;
  publishing: boolean;
  setPublishing: (open: boolean) => void;
  back: () => void;
}

export function useArticleActions(
  desk: DraftDesk,
  draft: Draft,
  { active, onTab }: { active: boolean; onTab: (tab: InspectorTab) => void },
): ArticleActions {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const state = useSelected(draft.meta, (meta) => meta.state);
  const [previewing, setPreviewing] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const { articleId } = draft;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const move = useMutation({
    async mutationFn(to: ArticleState) {
      await draft.autosave.flush();
      return client.articles.changeState({ articleId, to });
    },
    onSuccess: (article) => desk.accept(article),
    onError: tell,
  });
  const cut = useMutation({
    async mutationFn() {
      await draft.autosave.flush();
      return client.articles.saveRevision({ articleId });
    },
    onSuccess() {
      showToast(translate('composer.revisionSaved'));
      void queryClient.invalidateQueries({ queryKey: queries.articles.revisions.key() });
      const meta = draft.meta.get();
      draft.meta.set({ ...meta, revisionCount: meta.revisionCount + 1 });
    },
    onError: tell,
  });

  const forward = FORWARD[state] ?? null;
  const others = allowedTransitions(state).filter((to) => to !== 'published' && to !== forward);
  function back(): void {
    void draft.autosave.flush();
    navigate({ screen: 'articles', articleId: null });
  }

  useCommands(
    active
      ? [
          {
            ...listed('article.saveRevision'),
            icon: Save,
            run: () => cut.mutate(),
          },
          {
            ...listed('article.preview'),
            icon: Eye,
            run: () => setPreviewing(true),
          },
          {
            ...listed('article.publish'),
            icon: Send,
            run: () => setPublishing(true),
          },
          {
            ...listed('article.forward'),
            icon: SquareArrowRight,
            enabled: forward !== null,
            run: () => forward !== null && move.mutate(forward),
          },
          {
            ...listed('article.details'),
            icon: Info,
            run: () => onTab('details'),
          },
          {
            ...listed('article.sources'),
            icon: RadioTower,
            run: () => onTab('sources'),
          },
          {
            ...listed('article.revisions'),
            icon: History,
            run: () => onTab('revisions'),
          },
          {
            ...listed('article.back'),
            icon: ArrowLeft,
            run: back,
          },
        ]
      : [],
  );

  return {
    state,
    forward,
    others,
    moveTo: (to) => move.mutate(to),
    moving: move.isPending,
    saveRevision: () => cut.mutate(),
    previewing,
    setPreviewing,
    publishing,
    setPublishing,
    back,
  };
}
