import type { ReactElement } from 'react';
import type {
  PartnerConfiguration,
  PartnerDelivery,
} from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Select } from '../../../ui/Field.tsx';
import styles from '../TargetsPage.module.css';
import { SecretField } from './SecretField.tsx';
import { SftpPlaceFields } from './SftpPlaceFields.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';
import { TextField } from './TextField.tsx';

interface WayFieldsProps<Delivery> extends Pick<TargetFieldsProps<PartnerConfiguration>, 'told' | 'secret'> {
  delivery: Delivery;
  onChange: (delivery: Delivery) => void;
}

/** Where copy for a partner goes, by the way it takes it. */
export function PartnerWayFields({
  delivery,
  onChange,
  told,
  secret,
}: WayFieldsProps<PartnerDelivery>): ReactElement {
  const translate = useTranslate();
  switch (delivery.way) {
    case 'folder':
      return (
        <TextField
          label={translate('settings.target.partner.folder')}
          hint={translate('settings.target.partner.folderHint')}
          error={told('folder')}
          value={delivery.folder}
          onChange={(folder) => onChange({ ...delivery, folder })}
        />
      );
    case 'http':
      return <HttpFields delivery={delivery} onChange={onChange} told={told} secret={secret} />;
    case 'sftp':
      return (
        <SftpPlaceFields
          place={delivery}
          onChange={(change) => onChange({ ...delivery, ...change })}
          told={told}
          secret={secret}
          folderHint={translate('settings.target.partner.sftpFolderHint')}
        />
      );
  }
}

function HttpFields({
  delivery,
  onChange,
  told,
  secret,
}: WayFieldsProps<Extract<PartnerDelivery, { way: 'http' }>>): ReactElement {
  const translate = useTranslate();
  const { address, method, user } = delivery;
  return (
    <>
      <div className={styles.pair}>
        <SiteAddressField
          label={translate('settings.target.partner.address')}
          hint={translate(`settings.target.partner.address.${method}`)}
          error={told('address')}
          value={address}
          onChange={(value) => onChange({ ...delivery, address: value })}
        />
        <Field label={translate('settings.target.partner.method')}>
          {(control) => (
            <Select
              {...control}
              value={method}
              onChange={({ target }) =>
                onChange({ ...delivery, method: target.value === 'POST' ? 'POST' : 'PUT' })
              }
            >
              <option value="PUT">{translate('settings.target.partner.method.PUT')}</option>
              <option value="POST">{translate('settings.target.partner.method.POST')}</option>
            </Select>
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        <TextField
          label={translate('settings.target.partner.user')}
          hint={translate('settings.target.partner.userHint')}
          value={user}
          onChange={(value) => onChange({ ...delivery, user: value })}
        />
        <SecretField
          secret={secret}
          label={translate('settings.target.partner.secret')}
          error={told('secret')}
          hint={translate('settings.target.partner.secretHint')}
          movedHint={translate('settings.target.partner.secretMoved')}
          where={null}
        />
      </div>
    </>
  );
}
