import { useState, type ReactElement } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { CompareView } from '../../compare/CompareView.tsx';
import styles from '../../compare/compare.module.css';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { useWireCopy } from './use-wire-copy.ts';

interface VersionsDialogProps {
  story: WireStoryDetail;
  onClose: () => void;
}

/** Any two versions of a story as one text, changed words and figures marked; at first the last two that came. */
export function VersionsDialog({ story, onClose }: VersionsDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const versions = story.versions.toSorted((one, other) => one.versionId - other.versionId);
  const shown = versions.findIndex(({ versionId }) => versionId === story.versionId);
  const after = Math.max(1, shown);
  const [sides, setSides] = useState({
    before: versions[after - 1]?.versionId ?? story.versionId,
    after: versions[after]?.versionId ?? story.versionId,
  });
  const before = useWireCopy(story.storyId, sides.before);
  const later = useWireCopy(story.storyId, sides.after);
  const problem = before.error ?? later.error;

  return (
    <Dialog open size="wide" title={translate('wire.versions.compare')} onClose={onClose}>
      <div className={styles.sides}>
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className={styles.side}>
            <Field label={translate(`compare.${side}`)}>
              {(control) => (
                <Select
                  {...control}
                  value={String(sides[side])}
                  onChange={(event) => setSides({ ...sides, [side]: Number(event.target.value) })}
                >
                  {versions.map((version, index) => {
                    const time = version.versionCreated ?? version.arrivedAt;
                    return (
                      <option key={version.versionId} value={version.versionId}>
                        {`v${index + 1} · ${formatDateTime(Date.parse(time), offsetMinutes, language)}`}
                      </option>
                    );
                  })}
                </Select>
              )}
            </Field>
          </div>
        ))}
      </div>
      {problem !== null ? (
        <p role="alert">{translate(errorMessage(problem).key, errorMessage(problem).parameters)}</p>
      ) : before.copy === null || later.copy === null ? (
        <Skeleton lines={6} />
      ) : (
        <CompareView before={before.copy} after={later.copy} />
      )}
    </Dialog>
  );
}
