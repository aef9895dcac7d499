import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, Switch, TextArea } from '../../../ui/Field.tsx';
import styles from '../SourceDialog.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import { SignInFields, type DraftFieldsProps } from './SignInFields.tsx';
import { isAtServer, nameFromAddress } from './source-draft.ts';

export interface ConnectionErrors {
  address: string | null;
  headers: string | null;
}

interface ConnectionFieldsProps extends DraftFieldsProps {
  errors: ConnectionErrors;
}

/** Where a source is, and how one gets in. */
export function ConnectionFields({
  draft,
  hasSecret,
  errors,
  onChange,
  onDraft,
}: ConnectionFieldsProps): ReactElement {
  const translate = useTranslate();
  const { configuration } = draft;
  const { kind, address } = configuration;
  const isFolder = kind === 'folder';
  const words = kind === 'manual' ? 'folder' : kind;
  return (
    <>
      <TextField
        label={translate(`sources.field.${words}`)}
        hint={translate(
          words === 'imap'
            ? 'sources.field.imapHint'
            : isAtServer(words)
              ? 'sources.field.serverHint'
              : `sources.field.${words}Hint`,
        )}
        error={errors.address}
        value={address}
        inputMode={isFolder ? 'text' : 'url'}
        placeholder={kind === 'feed' ? 'https://' : ''}
        onChange={(value) => onChange({ address: value })}
      />
      <div className={styles.pair}>
        <TextField
          label={translate('sources.field.name')}
          hint={translate('sources.field.nameHint')}
          value={configuration.name}
          placeholder={nameFromAddress(kind, address.trim())}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={translate('sources.field.credit')}
          hint={translate('sources.field.creditHint')}
          value={configuration.creditName}
          onChange={(creditName) => onChange({ creditName })}
        />
      </div>
      {!isFolder && <SignInFields {...{ draft, hasSecret, onChange, onDraft }} />}
      {kind === 'feed' && (
        <Field
          label={translate('sources.field.headers')}
          hint={translate('sources.field.headersHint')}
          error={errors.headers}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={draft.headers}
              spellCheck={false}
              onChange={(event) => onDraft({ headers: event.target.value })}
            />
          )}
        </Field>
      )}
      {!isFolder && (
        <Switch
          label={translate('sources.field.private')}
          hint={translate('sources.field.privateHint')}
          checked={configuration.allowPrivateAddress}
          onChange={(allowPrivateAddress) => onChange({ allowPrivateAddress })}
        />
      )}
      {kind !== 'feed' && (
        <ChoiceField
          label={translate(kind === 'imap' ? 'sources.field.afterReadingMail' : 'sources.field.afterReading')}
          value={configuration.afterReading}
          choices={(['leave', 'move'] as const).map((choice) => [
            choice,
            translate(`sources.afterReading.${choice}`),
          ])}
          onChange={(afterReading) => onChange({ afterReading })}
        />
      )}
    </>
  );
}
