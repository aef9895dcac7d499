import type { InputHTMLAttributes, ReactElement } from 'react';
import { Field, Input } from '../../../ui/Field.tsx';

interface TextFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'placeholder'> {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onChange: (value: string) => void;
}

/** One line of a target's set-up: a name, a path, an address. Nothing is filled in or corrected in it. */
export function TextField({
  label,
  hint,
  error = null,
  value,
  onChange,
  ...rest
}: TextFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
