import type { ReactElement } from 'react';
import type { SftpPlace } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import styles from '../TargetsPage.module.css';
import { SecretField } from './SecretField.tsx';
import type { SecretState, Told } from './target-fields.ts';
import { TextField } from './TextField.tsx';

interface SftpPlaceFieldsProps {
  place: SftpPlace;
  onChange: (change: Partial<SftpPlace>) => void;
  told: Told;
  secret: SecretState;
  folderHint: string;
  /** Stands beside the folder. */
  beside?: ReactElement;
}

/** A folder at an SFTP server: where it is, who signs in, and the key the server is known by. */
export function SftpPlaceFields({
  place,
  onChange,
  told,
  secret,
  folderHint,
  beside,
}: SftpPlaceFieldsProps): ReactElement {
  const translate = useTranslate();
  const { host, port, user, folder, hostKey } = place;
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={translate('settings.target.sftp.host')}
          hint={translate('settings.target.sftp.hostHint')}
          error={told('host')}
          value={host}
          onChange={(value) => onChange({ host: value })}
        />
        <Field label={translate('settings.target.sftp.port')} error={told('port')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={65_535}
              value={Number.isNaN(port) ? '' : port}
              onChange={({ target }) => onChange({ port: target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        <TextField
          label={translate('settings.target.user')}
          hint={translate('settings.target.sftp.userHint')}
          error={told('user')}
          value={user}
          onChange={(value) => onChange({ user: value })}
        />
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
        <TextField
          label={translate('settings.target.sftp.folder')}
          hint={folderHint}
          value={folder}
          onChange={(value) => onChange({ folder: value })}
        />
        {beside}
      </div>
      <TextField
        label={translate('settings.target.sftp.hostKey')}
        hint={translate('settings.target.sftp.hostKeyHint')}
        value={hostKey}
        onChange={(value) => onChange({ hostKey: value })}
      />
    </>
  );
}
