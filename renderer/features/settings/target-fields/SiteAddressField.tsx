import type { ReactElement } from 'react';
import { Field, Input } from '../../../ui/Field.tsx';

interface SiteAddressFieldProps {
  label: string;
  hint: string;
  error: string | null;
  value: string;
  onChange: (value: string) => void;
}

export function SiteAddressField({
  label,
  hint,
  error,
  value,
  onChange,
}: SiteAddressFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          value={value}
          inputMode="url"
          placeholder="https://"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
