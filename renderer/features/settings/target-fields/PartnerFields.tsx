import type { ReactElement } from 'react';
import {
  partnerFormatSchema,
  type PartnerConfiguration,
  type PartnerDelivery,
} from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import styles from '../TargetsPage.module.css';
import { SecretField } from './SecretField.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';

/** Another way starts empty: nothing of a folder is an address. */
const BLANK_WAYS: { readonly [Way in PartnerDelivery['way']]: Extract<PartnerDelivery, { way: Way }> } = {
  folder: { way: 'folder', folder: '' },
  http: { way: 'http', address: '', method: 'PUT', user: '' },
};

export function PartnerFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<PartnerConfiguration>): ReactElement {
  const translate = useTranslate();
  const { delivery, format } = configuration;
  const set = (part: Partial<PartnerConfiguration>): void => onChange({ ...configuration, ...part });
  return (
    <>
      <div className={styles.pair}>
        <Field
          label={translate('settings.target.partner.format')}
          hint={translate(`settings.target.partner.format.${format}.hint`)}
        >
          {(control) => (
            <Select
              {...control}
              value={format}
              onChange={({ target }) => set({ format: partnerFormatSchema.parse(target.value) })}
            >
              {partnerFormatSchema.options.map((each) => (
                <option key={each} value={each}>
                  {translate(`settings.target.partner.format.${each}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={translate('settings.target.partner.way')}
          hint={translate(`settings.target.partner.way.${delivery.way}.hint`)}
        >
          {(control) => (
            <Select
              {...control}
              value={delivery.way}
              onChange={({ target }) =>
                set({ delivery: target.value === 'http' ? BLANK_WAYS.http : BLANK_WAYS.folder })
              }
            >
              {(['folder', 'http'] as const).map((way) => (
                <option key={way} value={way}>
                  {translate(`settings.target.partner.way.${way}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {delivery.way === 'folder' ? (
        <Field
          label={translate('settings.target.partner.folder')}
          hint={translate('settings.target.partner.folderHint')}
          error={told('folder')}
        >
          {(control) => (
            <Input
              {...control}
              value={delivery.folder}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => set({ delivery: { ...delivery, folder: target.value } })}
            />
          )}
        </Field>
      ) : (
        <HttpFields
          delivery={delivery}
          onChange={(next) => set({ delivery: next })}
          told={told}
          secret={secret}
        />
      )}
      <SiteAddressField
        label={translate('settings.target.partner.pictures')}
        hint={translate('settings.target.partner.picturesHint')}
        error={told('pictures')}
        value={configuration.picturesAddress}
        onChange={(picturesAddress) => set({ picturesAddress })}
      />
      <div className={styles.pair}>
        <Field label={translate('settings.target.partner.copyright')}>
          {(control) => (
            <Input
              {...control}
              value={configuration.copyrightNotice}
              onChange={({ target }) => set({ copyrightNotice: target.value })}
            />
          )}
        </Field>
        <Field
          label={translate('settings.target.partner.language')}
          hint={translate('settings.target.partner.languageHint')}
          error={told('language')}
        >
          {(control) => (
            <Input
              {...control}
              value={configuration.language}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => set({ language: target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={translate('settings.target.partner.terms')}
        hint={translate('settings.target.partner.termsHint')}
      >
        {(control) => (
          <Input
            {...control}
            value={configuration.usageTerms}
            onChange={({ target }) => set({ usageTerms: target.value })}
          />
        )}
      </Field>
    </>
  );
}

type HttpDelivery = Extract<PartnerDelivery, { way: 'http' }>;

interface HttpFieldsProps extends Pick<TargetFieldsProps<PartnerConfiguration>, 'told' | 'secret'> {
  delivery: HttpDelivery;
  onChange: (delivery: HttpDelivery) => void;
}

function HttpFields({ delivery, onChange, told, secret }: HttpFieldsProps): ReactElement {
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
        <Field
          label={translate('settings.target.partner.user')}
          hint={translate('settings.target.partner.userHint')}
        >
          {(control) => (
            <Input
              {...control}
              value={user}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => onChange({ ...delivery, user: target.value })}
            />
          )}
        </Field>
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
