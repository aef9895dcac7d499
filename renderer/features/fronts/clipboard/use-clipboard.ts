import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Slot } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { newSlot } from '../../../../shared/domain/front/build.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { showToast } from '../../../ui/toast.ts';

export interface Clipboard {
  slots: readonly Slot[];
  storyOf: (slot: Slot) => FrontStory | null;
  titleOf: (slot: Slot) => string;
  /** Puts copies of slots on it, foremost. */
  add: (slots: readonly Slot[]) => void;
  addStories: (stories: readonly FrontStory[]) => void;
  remove: (slotIds: readonly string[]) => void;
}

const NOTHING = { slots: [], stories: [] };

/** A slot like another one, to stand beside it: with an id of its own, and nothing known of where it stood. */
export function copyOf(slot: Slot): Slot {
  return { ...slot, slotId: crypto.randomUUID(), stamp: '', pinnedAt: null };
}

/** What lies ready to be placed: of who sits here, on every front, also after a restart. */
export function useClipboard(): Clipboard {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const { data = NOTHING } = useQuery(queries.fronts.clipboard.get.queryOptions());

  return useMemo(() => {
    const stories = new Map(data.stories.map((story) => [story.articleId, story]));
    function storyOf({ content }: Slot): FrontStory | null {
      return content.kind === 'article' ? (stories.get(content.articleId) ?? null) : null;
    }
    function titleOf(slot: Slot): string {
      const { content, headline } = slot;
      const own = content.kind === 'block' ? content.text.split('\n', 1)[0] : storyOf(slot)?.headline;
      return headline ?? (content.kind === 'link' ? content.url : (own ?? '')) ?? '';
    }
    async function change(work: () => Promise<typeof data>): Promise<boolean> {
      try {
        queryClient.setQueryData(queries.fronts.clipboard.get.queryKey(), await work());
        return true;
      } catch (error) {
        const { key, parameters } = errorMessage(error);
        showToast(translate(key, parameters), { tone: 'problem' });
        return false;
      }
    }
    async function add(slots: readonly Slot[]): Promise<void> {
      if (slots.length === 0) return;
      const done = await change(() => client.fronts.clipboard.add({ slots: slots.map(copyOf) }));
      if (done) showToast(translate('fronts.clipboard.added', { count: slots.length }));
    }
    async function remove(slotIds: readonly string[]): Promise<void> {
      const gone = data.slots.filter(({ slotId }) => slotIds.includes(slotId));
      if (gone.length === 0) return;
      const done = await change(() => client.fronts.clipboard.remove({ slotIds: [...slotIds] }));
      if (!done) return;
      showToast(translate('fronts.clipboard.removed', { count: gone.length }), {
        action: {
          label: translate('ui.undo'),
          run: () => void change(() => client.fronts.clipboard.add({ slots: gone })),
        },
      });
    }
    return {
      slots: data.slots,
      storyOf,
      titleOf,
      add: (slots) => void add(slots),
      addStories: (added) =>
        void add(
          added.map(({ articleId }) =>
            newSlot({
              slotId: crypto.randomUUID(),
              content: { kind: 'article', articleId },
              placedAt: new Date().toISOString(),
            }),
          ),
        ),
      remove: (slotIds) => void remove(slotIds),
    };
  }, [data, client, queries, queryClient, translate]);
}
