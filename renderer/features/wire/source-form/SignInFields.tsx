import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { Field, TextArea } from '../../../ui/Field.tsx';
import styles from '../SourceDialog.module.css';
import { ChoiceField, TextField } from './fields.tsx';
import { isAtServer, type Change, type SourceDraft } from './source-draft.ts';

export interface DraftFieldsProps {
  draft: SourceDraft;
  /** Whether a password, token or key is kept already. */
  hasSecret: boolean;
  onChange: Change;
  onDraft: (change: Partial<Pick<SourceDraft, 'secret' | 'headers'>>) => void;
}

const WAYS = {
  feed: ['none', 'basic', 'bearer', 'header'],
  sftp: ['basic', 'key'],
} as const;

/** How one signs in: what is asked for follows from the kind of source and the way chosen. */
export function SignInFields({ draft, hasSecret, onChange, onDraft }: DraftFieldsProps): ReactElement {
  const translate = useTranslate();
  const { configuration, secret } = draft;
  const { kind, encryption } = configuration;
  const atServer = isAtServer(kind);
  const signIn = atServer && configuration.signIn !== 'key' ? 'basic' : configuration.signIn;
  const ways = kind === 'feed' || kind === 'sftp' ? WAYS[kind] : null;
  return (
    <>
      <div className={styles.pair}>
        {ways !== null && (
          <ChoiceField
            label={translate('sources.field.signIn')}
            value={signIn}
            choices={ways.map((way) => [way, translate(`sources.signIn.${way}`)] as const)}
            onChange={(way) => onChange({ signIn: way })}
          />
        )}
        {(atServer || signIn === 'basic') && (
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
        {signIn !== 'none' && signIn !== 'key' && (
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
        {(kind === 'ftp' || kind === 'imap') && (
          <ChoiceField
            label={translate('sources.field.encryption')}
            {...(encryption === 'none' ? { hint: translate('sources.field.encryptionNone') } : {})}
            value={encryption}
            choices={(['starttls', 'tls', 'none'] as const).map((choice) => [
              choice,
              translate(`sources.encryption.${choice}`),
            ])}
            onChange={(choice) => onChange({ encryption: choice })}
          />
        )}
        {kind === 'feed' && (
          <ChoiceField
            label={translate('sources.field.pages')}
            hint={translate('sources.field.pagesHint')}
            value={configuration.pages}
            choices={[1, 2, 5, 10, 20, 50].map((count) => [count, String(count)])}
            onChange={(pages) => onChange({ pages })}
          />
        )}
      </div>
      {signIn === 'key' && (
        <Field
          label={translate('sources.field.secret.key')}
          hint={translate(hasSecret ? 'sources.field.secretKept' : 'sources.field.secret.keyHint')}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={secret}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onDraft({ secret: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
