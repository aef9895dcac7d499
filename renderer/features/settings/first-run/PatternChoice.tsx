import { useId, useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import styles from './first-run.module.css';

interface PatternChoiceProps {
  legend: string;
  usual: readonly string[];
  value: string;
  /** What a pattern gives; null where it gives nothing. */
  show: (pattern: string) => string | null;
  /** Name of the field for a pattern of one's own. */
  fieldLabel: string;
  /** Its placeholders. */
  hint: string;
  error: string | null;
  onChange: (pattern: string) => void;
}

/** A pattern by what it gives, or one of one's own. */
export function PatternChoice({
  legend,
  usual,
  value,
  show,
  fieldLabel,
  hint,
  error,
  onChange,
}: PatternChoiceProps): ReactElement {
  const translate = useTranslate();
  const name = useId();
  const [ownWanted, setOwnWanted] = useState(false);
  const own = ownWanted || !usual.includes(value);
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={styles.patterns}>
        {usual.map((pattern) => (
          <label key={pattern} className={styles.pattern}>
            <input
              type="radio"
              name={name}
              checked={!own && pattern === value}
              onChange={() => {
                setOwnWanted(false);
                onChange(pattern);
              }}
            />
            <span lang="id">{show(pattern) ?? pattern}</span>
          </label>
        ))}
        <label className={styles.pattern} data-own>
          <input type="radio" name={name} checked={own} onChange={() => setOwnWanted(true)} />
          {translate('firstRun.ownPattern')}
        </label>
      </div>
      {own && (
        <Field label={fieldLabel} hint={hint} error={error}>
          {(control) => (
            <Input
              {...control}
              value={value}
              spellCheck={false}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
}
