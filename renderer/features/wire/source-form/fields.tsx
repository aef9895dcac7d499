import type { InputHTMLAttributes, ReactElement } from 'react';
import { Field, Input, Select } from '../../../ui/Field.tsx';

interface TextFieldProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'placeholder' | 'inputMode' | 'autoComplete'
> {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onChange: (value: string) => void;
}

/** A labelled line of text. */
export function TextField({ label, hint, error = null, onChange, ...input }: TextFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          {...input}
          spellCheck={false}
          autoComplete={input.autoComplete ?? 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps<Value extends string | number> {
  label: string;
  hint?: string;
  value: Value;
  /** Value and words of each choice; a value that is none of them is shown as it is. */
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** A labelled choice of a few. */
export function ChoiceField<Value extends string | number>({
  label,
  hint,
  value,
  choices,
  onChange,
}: ChoiceFieldProps<Value>): ReactElement {
  const known = choices.some(([choice]) => choice === value);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={String(value)}
          onChange={({ target }) => {
            const chosen = choices.find(([choice]) => String(choice) === target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {!known && <option value={String(value)}>{value}</option>}
          {choices.map(([choice, words]) => (
            <option key={choice} value={String(choice)}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
