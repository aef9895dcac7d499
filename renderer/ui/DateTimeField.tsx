import type { ReactElement, ReactNode } from 'react';
import { zoneLabel } from '../../shared/domain/indonesian-dates.ts';
import { useLocale } from '../i18n.ts';
import { fieldValueOf, timeOfField } from './date-time-value.ts';
import { Field, Input } from './Field.tsx';

interface DateTimeFieldProps {
  label: string;
  /** Milliseconds since 1970; null: not filled in. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** The earliest that may be chosen, in milliseconds since 1970. */
  earliest?: number;
  hint?: ReactNode;
  error?: string | null;
}

/** A date and time in the newsroom's zone, which its label names. */
export function DateTimeField({
  label,
  value,
  onChange,
  earliest,
  hint,
  error = null,
}: DateTimeFieldProps): ReactElement {
  const { offsetMinutes } = useLocale();
  return (
    <Field label={`${label} (${zoneLabel(offsetMinutes)})`} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          step={60}
          value={value === null ? '' : fieldValueOf(value, offsetMinutes)}
          {...(earliest === undefined ? {} : { min: fieldValueOf(earliest, offsetMinutes) })}
          onChange={(event) => onChange(timeOfField(event.target.value, offsetMinutes))}
        />
      )}
    </Field>
  );
}
