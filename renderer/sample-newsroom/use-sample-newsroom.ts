/** Loading and removing the sample newsroom, from wherever it is offered. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { SampleState } from '../../shared/contract/sample.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { currentRoute, navigate } from '../navigation.ts';
import { showToast } from '../ui/toast.ts';

let asking = false;
const listeners = new Set<() => void>();

function ask(next: boolean): void {
  asking = next;
  for (const listener of listeners) listener();
}

/** Whether the person is being asked what becomes of the articles they wrote from it. */
export function useAsking(): { asking: boolean; close: () => void } {
  const open = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asking,
  );
  return { asking: open, close: () => ask(false) };
}

export interface SampleNewsroom {
  /** Undefined until the core has answered. */
  state: SampleState | undefined;
  working: boolean;
  /** Resolves once it is in; false where it could not be loaded, which has been told. */
  load: () => Promise<boolean>;
  /** Removes it; asks first where something would be left to decide. */
  remove: () => void;
  removeWith: (ownArticles: 'keep' | 'trash') => void;
}

export function useSampleNewsroom(): SampleNewsroom {
  const { queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const state = useQuery(queries.sample.state.queryOptions()).data;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const loading = useMutation(
    queries.sample.load.mutationOptions({
      onSuccess: (loaded) => queryClient.setQueryData(queries.sample.state.queryKey(), loaded),
      onError: tell,
    }),
  );

  async function load(): Promise<boolean> {
    try {
      await loading.mutateAsync({});
      return true;
    } catch {
      return false;
    }
  }

  /** What is open may be gone. */
  function leaveOpenItem(): void {
    const route = currentRoute();
    if (route.screen === 'wire') navigate({ screen: 'wire', storyId: null }, { replace: true });
    if (route.screen === 'articles') navigate({ screen: 'articles', articleId: null }, { replace: true });
  }

  const removing = useMutation(
    queries.sample.remove.mutationOptions({
      onSuccess: ({ stories, erasedArticles, ownArticles }, { ownArticles: wish = 'keep' }) => {
        ask(false);
        leaveOpenItem();
        const removed = translate('sample.removed', { stories, articles: erasedArticles });
        const left = translate(wish === 'keep' ? 'sample.removed.kept' : 'sample.removed.binned', {
          count: ownArticles,
        });
        showToast(ownArticles === 0 ? removed : `${removed} ${left}`, {
          action: { label: translate('sample.again'), run: () => void load() },
        });
      },
      onError: tell,
    }),
  );

  async function askOrRemove(): Promise<void> {
    try {
      // What the page knows may be from before the last article was written.
      const now = await queryClient.fetchQuery({ ...queries.sample.state.queryOptions(), staleTime: 0 });
      if (now.ownArticles.length > 0) ask(true);
      else removing.mutate({});
    } catch (error) {
      tell(error);
    }
  }

  return {
    state,
    working: loading.isPending || removing.isPending,
    load,
    remove: () => void askOrRemove(),
    removeWith: (ownArticles) => removing.mutate({ ownArticles }),
  };
}
