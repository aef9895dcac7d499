import { useState, type ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';

interface LimitFieldProps {
  label: string;
  from: number;
  to: number;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number within limits; while what is typed lies outside, the last one that fits is kept. */
export function LimitField({ label, from, to, value, onChange }: LimitFieldProps): ReactElement {
  const translate = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const range = translate('settings.checks.range', { from, to });
  const number = Number(typed);
  const fits = typed === null || (Number.isInteger(number) && number >= from && number <= to);
  return (
    <Field label={label} hint={range} error={fits ? null : range}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={typed ?? String(value)}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = Number(target.value);
            if (Number.isInteger(next) && next >= from && next <= to) onChange(next);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
