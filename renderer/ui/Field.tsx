import { Switch as RadixSwitch } from 'radix-ui';
import {
  useId,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
} from 'react';
import { classes } from './classes.ts';
import { ChevronDown, CircleAlert } from './icons/icons.ts';
import styles from './Field.module.css';
import { UndoableTextArea, type UndoableTextAreaProps } from './UndoableTextArea.tsx';

interface FieldProps {
  label: string;
  /** What it is for, one line under the field. */
  hint?: ReactNode;
  /** What is wrong with it now. */
  error?: string | null;
  /** Gets the id and description of the control. */
  children: (control: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** A labelled control with its hint and its error. */
export function Field({ label, hint, error = null, children }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== null })}
      <div id={`${id}-hint`} className={styles.below} aria-live="polite">
        {error !== null ? (
          <span className={styles.error}>
            <CircleAlert size={13} />
            {error}
          </span>
        ) : (
          hint
        )}
      </div>
    </div>
  );
}

export function Input({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }): ReactElement {
  return <input type="text" {...rest} className={classes(styles.control, className)} />;
}

export function TextArea({ className, ...rest }: UndoableTextAreaProps): ReactElement {
  return <UndoableTextArea rows={4} {...rest} className={classes(styles.control, styles.area, className)} />;
}

/** The system's own list of choices: known to every keyboard and screen reader. */
export function Select({
  className,
  children,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement>): ReactElement {
  return (
    <span className={styles.select}>
      <select {...rest} className={classes(styles.control, className)}>
        {children}
      </select>
      <ChevronDown size={14} />
    </span>
  );
}

interface SwitchProps {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, disabled = false }: SwitchProps): ReactElement {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <RadixSwitch.Root
        id={id}
        className={styles.switch}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        <RadixSwitch.Thumb className={styles.thumb} />
      </RadixSwitch.Root>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <div id={`${id}-hint`} className={styles.below}>
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
