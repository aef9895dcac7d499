import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { showToast } from '../../ui/toast.ts';
import { useTellError } from './use-tell.ts';

export interface Folding {
  /** Folds the entries of these stories into one. */
  join: (storyIds: readonly number[]) => void;
  /** Parts a story from the others of its entry. */
  separate: (storyId: number, others: readonly number[]) => void;
}

/** Duplicates folded and parted by hand. Both can be taken back from the message they leave. */
export function useFolding(): Folding {
  const translate = useTranslate();
  const { client } = useCore();
  const tellError = useTellError();

  function join(storyIds: readonly number[]): void {
    client.wire.duplicates.join({ storyIds: [...storyIds] }).then(({ joined }) => {
      const takeBack = (): void => {
        if (joined.length > 0) client.wire.duplicates.separate({ storyIds: joined }).catch(tellError);
      };
      showToast(translate('duplicates.joined'), { action: { label: translate('ui.undo'), run: takeBack } });
    }, tellError);
  }

  function separate(storyId: number, others: readonly number[]): void {
    client.wire.duplicates.separate({ storyIds: [storyId] }).then(() => {
      const takeBack = (): void => {
        client.wire.duplicates.join({ storyIds: [storyId, ...others] }).catch(tellError);
      };
      showToast(translate('duplicates.separated'), {
        action: { label: translate('ui.undo'), run: takeBack },
      });
    }, tellError);
  }

  return { join, separate };
}
