import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { ChevronDown } from './icons/icons.ts';
import { Menu } from './Menu.tsx';
import styles from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; name: string }[];
  onChange: (value: Value) => void;
  /** Choosing puts the focus where it belongs; otherwise it goes back to the button. */
  movesFocus?: boolean;
  className?: string | undefined;
}

/**
 * One of several values, told on a button and chosen in its menu. On the paper it stands for a `select`: Chromium
 * anchors a list to each of those, and so lays out the whole page for every key pressed beside one.
 */
export function Choice<Value extends string>({
  label,
  value,
  choices,
  onChange,
  movesFocus = false,
  className,
}: ChoiceProps<Value>): ReactElement {
  const name = choices.find((choice) => choice.value === value)?.name ?? value;
  return (
    <Menu
      label={label}
      movesFocus={movesFocus}
      trigger={
        <button type="button" className={classes(styles.choice, className)} aria-label={`${label}: ${name}`}>
          <span className={styles.name}>{name}</span>
          <ChevronDown size={13} />
        </button>
      }
      entries={choices.map((choice) => ({
        label: choice.name,
        checked: choice.value === value,
        onSelect: () => onChange(choice.value),
      }))}
    />
  );
}
