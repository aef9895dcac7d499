import type { ReactElement } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { useTranslate } from '../../i18n.ts';
import { CompareDialog } from './CompareDialog.tsx';

interface VersionsDialogProps {
  story: WireStoryDetail;
  onClose: () => void;
}

/** Any two versions of a story; at first the one that is open and the one that came before it. */
export function VersionsDialog({ story, onClose }: VersionsDialogProps): ReactElement {
  const translate = useTranslate();
  const versions = story.versions.toSorted((one, other) => one.versionId - other.versionId);
  const open = versions.findIndex(({ versionId }) => versionId === story.versionId);
  const after = Math.max(1, open);
  return (
    <CompareDialog
      title={translate('wire.versions.compare')}
      labels={{ before: translate('compare.before'), after: translate('compare.after') }}
      choices={versions.map((version, index) => ({
        storyId: story.storyId,
        versionId: version.versionId,
        name: `v${index + 1}`,
        time: version.versionCreated ?? version.arrivedAt,
      }))}
      first={{ before: after - 1, after }}
      onClose={onClose}
    />
  );
}
