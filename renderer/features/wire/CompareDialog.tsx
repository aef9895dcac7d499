import { useState, type ReactElement } from 'react';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { CompareView } from '../../compare/CompareView.tsx';
import styles from '../../compare/compare.module.css';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Loading.tsx';
import { useWireCopy } from './use-wire-copy.ts';

/** Copy that can be compared. */
interface ComparedSide {
  storyId: number;
  /** Without it the newest. */
  versionId?: number;
  name: string;
  /** ISO 8601. */
  time: string;
}

interface CompareDialogProps {
  title: string;
  labels: { before: string; after: string };
  choices: readonly ComparedSide[];
  /** Positions of the two that are compared at first. */
  first: { before: number; after: number };
  onClose: () => void;
}

/** Any two of several copies as one text, changed words and figures marked. */
export function CompareDialog({ title, labels, choices, first, onClose }: CompareDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const [sides, setSides] = useState({
    before: keyOf(choices[first.before]),
    after: keyOf(choices[first.after]),
  });
  const sideOf = (wanted: string): ComparedSide | undefined => choices.find((side) => keyOf(side) === wanted);
  const before = useSide(sideOf(sides.before));
  const after = useSide(sideOf(sides.after));
  const problem = before.error ?? after.error;
  return (
    <Dialog open size="wide" title={title} onClose={onClose}>
      <div className={styles.sides}>
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className={styles.side}>
            <Field label={labels[side]}>
              {(control) => (
                <Select
                  {...control}
                  value={sides[side]}
                  onChange={({ target }) => setSides({ ...sides, [side]: target.value })}
                >
                  {choices.map((choice) => (
                    <option key={keyOf(choice)} value={keyOf(choice)}>
                      {`${choice.name} · ${formatDateTime(Date.parse(choice.time), offsetMinutes, language)}`}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        ))}
      </div>
      {problem !== null ? (
        <p role="alert">{translate(errorMessage(problem).key, errorMessage(problem).parameters)}</p>
      ) : before.copy === null || after.copy === null ? (
        <Skeleton lines={6} />
      ) : (
        <CompareView before={before.copy} after={after.copy} />
      )}
    </Dialog>
  );
}

/** What is chosen stays chosen where more comes in meanwhile. */
function keyOf(side: ComparedSide | undefined): string {
  return `${side?.storyId} ${side?.versionId}`;
}

function useSide(side: ComparedSide | undefined): ReturnType<typeof useWireCopy> {
  return useWireCopy(side?.storyId ?? 0, side?.versionId);
}
