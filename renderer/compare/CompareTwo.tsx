import type { ReactElement } from 'react';
import type { ComparableCopy } from '../../shared/document/compare.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { useTranslate } from '../i18n.ts';
import { Field, Select } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Loading.tsx';
import { CompareView } from './CompareView.tsx';
import styles from './compare.module.css';

interface Side {
  label: string;
  /** Which of the choices it is. */
  value: string;
  onChange: (value: string) => void;
  /** Null until it has been fetched. */
  copy: ComparableCopy | null;
  error: unknown;
}

interface CompareTwoProps {
  before: Side;
  after: Side;
  choices: readonly { value: string; label: string }[];
}

/** Any two of several copies, each side chosen from all of them, as one text. */
export function CompareTwo({ before, after, choices }: CompareTwoProps): ReactElement {
  const translate = useTranslate();
  const problem = before.error ?? after.error;
  return (
    <>
      <div className={styles.sides}>
        {[before, after].map(({ label, value, onChange }) => (
          <div key={label} className={styles.side}>
            <Field label={label}>
              {(control) => (
                <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
                  {choices.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
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
    </>
  );
}
