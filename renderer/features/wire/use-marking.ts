import { useQueryClient } from '@tanstack/react-query';
import type { StoryMarks } from '../../../shared/contract/wire.ts';
import { useCore } from '../../core-client/core-client.ts';
import { typedCoreError } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { patchListedStories } from './use-inbox.ts';
import { useTellError } from './use-tell.ts';

export interface Marking {
  claim: (storyId: number) => void;
  release: (storyId: number) => void;
  spike: (storyIds: readonly number[], spiked: boolean) => void;
  flag: (storyIds: readonly number[], flagged: boolean) => void;
  note: (storyId: number, text: string) => void;
}

/** What one does with stories beside reading them. Everything can be taken back from the message it leaves. */
export function useMarking(): Marking {
  const translate = useTranslate();
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const tellError = useTellError();

  function show(storyId: number, marks: StoryMarks): void {
    patchListedStories(queryClient, queries, [storyId], (row) => ({ ...row, read: true, marks }));
  }

  function undo(run: () => void): { label: string; run: () => void } {
    return { label: translate('ui.undo'), run };
  }

  function claim(storyId: number, takeOver = false): void {
    client.wire.marks.claim({ storyId, takeOver }).then(
      (marks) => show(storyId, marks),
      (error: unknown) => {
        const typed = typedCoreError(error);
        if (typed?.code !== 'STORY_TAKEN') return tellError(error);
        const who = String(typed.data['name'] ?? '') || String(typed.data['code'] ?? '');
        showToast(translate('wire.mark.taken', { who }), {
          action: { label: translate('wire.mark.takeOver'), run: () => claim(storyId, true) },
        });
      },
    );
  }

  function release(storyId: number): void {
    client.wire.marks.release({ storyId }).then((marks) => {
      show(storyId, marks);
      showToast(translate('wire.mark.released'), { action: undo(() => claim(storyId)) });
    }, tellError);
  }

  function spike(storyIds: readonly number[], spiked: boolean): void {
    client.wire.marks.spike({ storyIds: [...storyIds], spiked }).then(() => {
      const key = spiked ? 'wire.mark.spiked' : 'wire.mark.unspiked';
      showToast(translate(key, { count: storyIds.length }), {
        action: undo(
          () => void client.wire.marks.spike({ storyIds: [...storyIds], spiked: !spiked }).catch(tellError),
        ),
      });
    }, tellError);
  }

  function flag(storyIds: readonly number[], flagged: boolean): void {
    client.wire.marks.flag({ storyIds: [...storyIds], flagged }).catch(tellError);
  }

  function note(storyId: number, text: string): void {
    client.wire.marks.note({ storyId, text }).then((marks) => show(storyId, marks), tellError);
  }

  return { claim, release, spike, flag, note };
}
