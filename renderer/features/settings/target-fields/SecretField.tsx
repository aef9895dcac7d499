import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import type { SecretState } from './target-fields.ts';

interface SecretFieldProps {
  secret: SecretState;
  label: string;
  error: string | null;
  /** Where one gets it. */
  hint: string;
  /** What is to be done because the place is another one. */
  movedHint: string;
  /** A page of the site where it is made; null where the address is not known yet. */
  where: { address: string; label: string } | null;
}

/** A password or key: typed here, kept in the vault, never shown again. */
export function SecretField({
  secret,
  label,
  error,
  hint,
  movedHint,
  where,
}: SecretFieldProps): ReactElement {
  const translate = useTranslate();
  const { typed, stored, moved, onType } = secret;
  const words = stored ? (
    translate('settings.target.secretKept')
  ) : (
    <>
      {moved ? movedHint : hint}{' '}
      {where !== null && (
        <a href={where.address} target="_blank" rel="noreferrer">
          {where.label}
        </a>
      )}
    </>
  );
  return (
    <Field label={label} hint={words} error={error}>
      {(control) => (
        <Input
          {...control}
          type="password"
          value={typed}
          placeholder={stored ? '••••••••••••' : ''}
          autoComplete="new-password"
          spellCheck={false}
          onChange={({ target: field }) => onType(field.value)}
        />
      )}
    </Field>
  );
}
