import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, Switch, TextArea } from '../../../ui/Field.tsx';
import styles from '../SourceDialog.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import { nameFromAddress, type Change, type SourceDraft } from './source-draft.ts';

export interface ConnectionErrors {
  address: string | null;
  headers: string | null;
}

interface ConnectionFieldsProps {
  draft: SourceDraft;
  /** Whether a password, token or key is kept already. */
  hasSecret: boolean;
  errors: ConnectionErrors;
  onChange: Change;
  onDraft: (change: Partial<Pick<SourceDraft, 'secret' | 'headers'>>) => void;
}

/** Where a source is, and how one gets in. */
export function ConnectionFields({
  draft: { configuration, secret, headers },
  hasSecret,
  errors,
  onChange,
  onDraft,
}: ConnectionFieldsProps): ReactElement {
  const translate = useTranslate();
  const { kind, address, signIn } = configuration;
  const isFolder = kind === 'folder';
  return (
    <>
      <TextField
        label={translate(isFolder ? 'sources.field.folder' : 'sources.field.feed')}
        hint={translate(isFolder ? 'sources.field.folderHint' : 'sources.field.feedHint')}
        error={errors.address}
        value={address}
        inputMode={isFolder ? 'text' : 'url'}
        placeholder={isFolder ? '' : 'https://'}
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
      {kind === 'feed' && (
        <>
          <div className={styles.pair}>
            <ChoiceField
              label={translate('sources.field.signIn')}
              value={signIn}
              choices={(['none', 'basic', 'bearer', 'header'] as const).map((way) => [
                way,
                translate(`sources.signIn.${way}`),
              ])}
              onChange={(way) => onChange({ signIn: way })}
            />
            {signIn === 'basic' && (
              <TextField
                label={translate('sources.field.user')}
                value={configuration.user}
                onChange={(user) => onChange({ user })}
              />
            )}
            {signIn === 'header' && (
              <TextField
                label={translate('sources.field.keyHeader')}
                value={configuration.keyHeader}
                placeholder="X-Api-Key"
                onChange={(keyHeader) => onChange({ keyHeader })}
              />
            )}
            {signIn !== 'none' && (
              <TextField
                type="password"
                autoComplete="new-password"
                label={translate(`sources.field.secret.${signIn}`)}
                hint={translate(hasSecret ? 'sources.field.secretKept' : 'sources.field.secretHint')}
                value={secret}
                placeholder={hasSecret ? '••••••••' : ''}
                onChange={(value) => onDraft({ secret: value })}
              />
            )}
            <ChoiceField
              label={translate('sources.field.pages')}
              hint={translate('sources.field.pagesHint')}
              value={configuration.pages}
              choices={[1, 2, 5, 10, 20, 50].map((count) => [count, String(count)])}
              onChange={(pages) => onChange({ pages })}
            />
          </div>
          <Field
            label={translate('sources.field.headers')}
            hint={translate('sources.field.headersHint')}
            error={errors.headers}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={headers}
                spellCheck={false}
                onChange={(event) => onDraft({ headers: event.target.value })}
              />
            )}
          </Field>
          <Switch
            label={translate('sources.field.private')}
            hint={translate('sources.field.privateHint')}
            checked={configuration.allowPrivateAddress}
            onChange={(allowPrivateAddress) => onChange({ allowPrivateAddress })}
          />
        </>
      )}
      {isFolder && (
        <ChoiceField
          label={translate('sources.field.afterReading')}
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
