import { useId, type ReactElement } from 'react';
import type { Icon } from '../../ui/icons/icons.ts';
import styles from './ChoiceRow.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: Icon;
}

interface ChoiceRowProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, side by side: the browser's own radio buttons, drawn as cards. */
export function ChoiceRow<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceRowProps<Value>): ReactElement {
  const name = useId();
  return (
    <div className={styles.row} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.icon !== undefined && <choice.icon size={16} />}
          {choice.label}
        </label>
      ))}
    </div>
  );
}
