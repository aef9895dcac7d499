/** Labelled controls of the common kinds, each a value and what changes it. */
import { useState, type InputHTMLAttributes, type ReactElement, type ReactNode } from 'react';
import { Field, Input, Select } from './Field.tsx';

interface Labelled<Value> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  value: Value;
  onChange: (value: Value) => void;
}

type Written = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'placeholder' | 'maxLength' | 'autoComplete' | 'spellCheck'
>;

/** One line of text. */
export function TextField({
  label,
  hint,
  error = null,
  value,
  onChange,
  ...rest
}: Labelled<string> & Written): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input {...control} {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** One of a few choices, in their order. */
export function SelectField<Value extends string>({
  label,
  hint,
  error = null,
  value,
  onChange,
  choices,
}: Labelled<Value> & { choices: readonly { value: Value; label: string }[] }): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** A whole number between two others. What is typed stays as it is typed until one leaves the field. */
export function NumberField({
  label,
  hint,
  error = null,
  value,
  onChange,
  min,
  max,
}: Labelled<number> & { min: number; max: number }): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={min}
          max={max}
          value={typed ?? String(value)}
          onBlur={() => setTyped(null)}
          onChange={({ target }) => {
            setTyped(target.value);
            if (!Number.isNaN(target.valueAsNumber)) {
              onChange(Math.max(min, Math.min(max, Math.round(target.valueAsNumber))));
            }
          }}
        />
      )}
    </Field>
  );
}
