import type { ReactElement } from 'react';
import type { EntryStory } from '../../../shared/contract/wire.ts';
import { useTranslate } from '../../i18n.ts';
import { CompareDialog } from './CompareDialog.tsx';

interface SourceCompareDialogProps {
  /** The stories of one entry, at least two. */
  entry: readonly EntryStory[];
  /** The one that is open. */
  storyId: number;
  onClose: () => void;
}

/** Any two copies of one story; at first the earliest and the one that is open. */
export function SourceCompareDialog({ entry, storyId, onClose }: SourceCompareDialogProps): ReactElement {
  const translate = useTranslate();
  const open = entry.findIndex((story) => story.storyId === storyId);
  return (
    <CompareDialog
      title={translate('duplicates.compare.title')}
      labels={{
        before: translate('duplicates.compare.left'),
        after: translate('duplicates.compare.right'),
      }}
      choices={entry.map((story) => ({
        storyId: story.storyId,
        name: story.sourceName,
        time: story.versionCreated ?? story.arrivedAt,
      }))}
      first={{ before: 0, after: Math.max(1, open) }}
      onClose={onClose}
    />
  );
}
