import type { ReactElement } from 'react';
import type { SftpSiteConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import styles from '../TargetsPage.module.css';
import { SecretField } from './SecretField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';

type Text = 'host' | 'user' | 'folder' | 'publicUrl' | 'hostKey';

export function SftpSiteFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<SftpSiteConfiguration>): ReactElement {
  const translate = useTranslate();

  function field(name: Text, label: string, hint: string, error: string | null): ReactElement {
    return (
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <Input
            {...control}
            value={configuration[name]}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange({ ...configuration, [name]: target.value })}
          />
        )}
      </Field>
    );
  }

  return (
    <>
      <div className={styles.pair}>
        {field(
          'host',
          translate('settings.target.sftp.host'),
          translate('settings.target.sftp.hostHint'),
          told('host'),
        )}
        <Field label={translate('settings.target.sftp.port')} error={told('port')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={65_535}
              value={Number.isNaN(configuration.port) ? '' : configuration.port}
              onChange={({ target }) => onChange({ ...configuration, port: target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        {field(
          'user',
          translate('settings.target.user'),
          translate('settings.target.sftp.userHint'),
          told('user'),
        )}
        <SecretField
          secret={secret}
          label={translate('settings.target.sftp.secret')}
          error={told('secret')}
          hint={translate('settings.target.sftp.secretHint')}
          movedHint={translate('settings.target.sftp.secretMoved')}
          where={null}
        />
      </div>
      <div className={styles.pair}>
        {field(
          'folder',
          translate('settings.target.sftp.folder'),
          translate('settings.target.sftp.folderHint'),
          null,
        )}
        {field(
          'publicUrl',
          translate('settings.target.sftp.publicUrl'),
          translate('settings.target.sftp.publicUrlHint'),
          told('publicUrl'),
        )}
      </div>
      {field(
        'hostKey',
        translate('settings.target.sftp.hostKey'),
        translate('settings.target.sftp.hostKeyHint'),
        null,
      )}
    </>
  );
}
