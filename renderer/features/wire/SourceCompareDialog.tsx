import { useState, type ReactElement } from 'react';
import type { EntryStory } from '../../../shared/contract/wire.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { CompareView } from '../../compare/CompareView.tsx';
import styles from '../../compare/compare.module.css';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { useWireCopy } from './use-wire-copy.ts';

interface SourceCompareDialogProps {
  /** The stories of one entry, at least two. */
  entry: readonly EntryStory[];
  /** The one that is open. */
  storyId: number;
  onClose: () => void;
}

/** Any two copies of one story as one text, what differs marked; at first the earliest and the one that is open. */
export function SourceCompareDialog({ entry, storyId, onClose }: SourceCompareDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const [sides, setSides] = useState(() => {
    const left = entry[0]?.storyId ?? storyId;
    return { left, right: left === storyId ? (entry[1]?.storyId ?? storyId) : storyId };
  });
  const left = useWireCopy(sides.left);
  const right = useWireCopy(sides.right);
  const problem = left.error ?? right.error;
  return (
    <Dialog open size="wide" title={translate('duplicates.compare.title')} onClose={onClose}>
      <div className={styles.sides}>
        {(['left', 'right'] as const).map((side) => (
          <div key={side} className={styles.side}>
            <Field label={translate(`duplicates.compare.${side}`)}>
              {(control) => (
                <Select
                  {...control}
                  value={String(sides[side])}
                  onChange={(event) => setSides({ ...sides, [side]: Number(event.target.value) })}
                >
                  {entry.map((story) => {
                    const time = story.versionCreated ?? story.arrivedAt;
                    return (
                      <option key={story.storyId} value={story.storyId}>
                        {`${story.sourceName} · ${formatDateTime(Date.parse(time), offsetMinutes, language)}`}
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
      ) : left.copy === null || right.copy === null ? (
        <Skeleton lines={6} />
      ) : (
        <CompareView before={left.copy} after={right.copy} />
      )}
    </Dialog>
  );
}
