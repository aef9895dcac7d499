import type { ReactElement } from 'react';
import {
  partnerFormatSchema,
  type PartnerConfiguration,
  type PartnerDelivery,
} from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input, Select } from '../../../ui/Field.tsx';
import { BLANK_SFTP_PLACE } from '../target-draft.ts';
import styles from '../TargetsPage.module.css';
import { PartnerWayFields } from './PartnerWayFields.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';
import { TextField } from './TextField.tsx';

type Way = PartnerDelivery['way'];

/** Another way starts empty: nothing of a folder is an address. */
const BLANK_WAYS: { readonly [Each in Way]: Extract<PartnerDelivery, { way: Each }> } = {
  folder: { way: 'folder', folder: '' },
  sftp: { way: 'sftp', ...BLANK_SFTP_PLACE },
  http: { way: 'http', address: '', method: 'PUT', user: '' },
};

export function PartnerFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<PartnerConfiguration>): ReactElement {
  const translate = useTranslate();
  const { delivery, format, picturesAddress, copyrightNotice, language, usageTerms } = configuration;
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
              onChange={({ target }) => set({ delivery: BLANK_WAYS[target.value as Way] })}
            >
              {(Object.keys(BLANK_WAYS) as Way[]).map((way) => (
                <option key={way} value={way}>
                  {translate(`settings.target.partner.way.${way}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <PartnerWayFields
        delivery={delivery}
        onChange={(next) => set({ delivery: next })}
        told={told}
        secret={secret}
      />
      <SiteAddressField
        label={translate('settings.target.partner.pictures')}
        hint={translate('settings.target.partner.picturesHint')}
        error={told('pictures')}
        value={picturesAddress}
        onChange={(next) => set({ picturesAddress: next })}
      />
      <div className={styles.pair}>
        <Field label={translate('settings.target.partner.copyright')}>
          {(control) => (
            <Input
              {...control}
              value={copyrightNotice}
              onChange={({ target }) => set({ copyrightNotice: target.value })}
            />
          )}
        </Field>
        <TextField
          label={translate('settings.target.partner.language')}
          hint={translate('settings.target.partner.languageHint')}
          error={told('language')}
          value={language}
          onChange={(next) => set({ language: next })}
        />
      </div>
      <Field
        label={translate('settings.target.partner.terms')}
        hint={translate('settings.target.partner.termsHint')}
      >
        {(control) => (
          <Input
            {...control}
            value={usageTerms}
            onChange={({ target }) => set({ usageTerms: target.value })}
          />
        )}
      </Field>
    </>
  );
}
