/** Putting sources to an article and taking them off, with the credit line kept in step where nobody wrote his own. */
import { useQuery } from '@tanstack/react-query';
import type {
  ArticleReference,
  ArticleSource,
  SourcesOfArticle,
} from '../../../../shared/contract/article-sources.ts';
import { creditInStep, creditNamesOf } from '../../../../shared/domain/credits.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { usePeople } from '../../../people.ts';
import type { TakenCopy } from '../../../taken-copy.ts';
import { showToast } from '../../../ui/toast.ts';
import type { Draft } from '../drafts/draft-desk.ts';

export interface SourceActions {
  /** Copy of a story was taken in. A failure is told, as with everything here but `addWeb` and `addFile`. */
  takeStory(story: TakenCopy): Promise<void>;
  /** Rejects where the page cannot be had or read. */
  addWeb(page: { url: string; ownNetwork: boolean; creditName: string }): Promise<void>;
  /** Rejects where the file cannot be read. */
  addFile(file: File, creditName: string): Promise<void>;
  /** Both offer to take it back. */
  removeStory(source: ArticleSource): Promise<void>;
  removeReference(reference: ArticleReference): Promise<void>;
}

function creditNames({ sources, references }: SourcesOfArticle): string[] {
  return creditNamesOf([...sources, ...references]);
}

export function useSourceActions(draft: Draft): SourceActions {
  const { client, queries } = useCore();
  const translate = useTranslate();
  const pattern = useQuery(queries.settings.get.queryOptions()).data?.house.creditPattern;
  const code = usePeople().current?.code ?? '';
  const { articleId } = draft;
  const { sources } = client.articles;

  async function change(ask: () => Promise<SourcesOfArticle>): Promise<SourcesOfArticle> {
    const before = draft.meta.get();
    const after = await ask();
    draft.meta.set({ ...draft.meta.get(), ...after });
    const { credit } = draft.fields.get();
    const names = { before: creditNames(before), after: creditNames(after) };
    const next = creditInStep({ credit, ...names }, code, pattern);
    if (next !== null) draft.setField('credit', next);
    return after;
  }

  /** A failure is told at the lower edge. */
  async function tried(ask: () => Promise<SourcesOfArticle>): Promise<SourcesOfArticle | null> {
    try {
      return await change(ask);
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
      return null;
    }
  }

  function offerUndo(said: string, undo: () => Promise<SourcesOfArticle>): void {
    showToast(said, { action: { label: translate('ui.undo'), run: () => void tried(undo) } });
  }

  return {
    async takeStory(story) {
      const known = draft.meta.get().sources.find(({ storyId }) => storyId === story.storyId);
      if (known?.versionId === story.versionId) return;
      const after = await tried(() => sources.addStory({ articleId, ...story }));
      const taken = after?.sources.find(({ storyId }) => storyId === story.storyId);
      if (taken === undefined) return;
      const name = `${taken.sourceName} · ${taken.headline}`;
      offerUndo(translate('articleSources.added', { name }), () =>
        known === undefined
          ? sources.removeStory({ articleId, storyId: story.storyId })
          : sources.addStory({ articleId, storyId: story.storyId, versionId: known.versionId }),
      );
    },
    async addWeb(page) {
      await change(() => sources.addWeb({ articleId, ...page }));
    },
    async addFile(file, creditName) {
      await change(() => sources.addDocument({ articleId, file, name: file.name, creditName }));
    },
    async removeStory({ storyId, sourceName, headline }) {
      const done = await tried(() => sources.removeStory({ articleId, storyId }));
      if (done === null) return;
      const name = `${sourceName} · ${headline}`;
      offerUndo(translate('articleSources.removed', { name }), () =>
        sources.restoreStory({ articleId, storyId }),
      );
    },
    async removeReference({ referenceId, name }) {
      const set = (removed: boolean) => () =>
        sources.setReferenceRemoved({ articleId, referenceId, removed });
      const done = await tried(set(true));
      if (done !== null) offerUndo(translate('articleSources.removed', { name }), set(false));
    },
  };
}
