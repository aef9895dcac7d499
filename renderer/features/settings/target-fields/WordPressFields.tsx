import type { ReactElement } from 'react';
import type { WordPressConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { siteOrigin } from '../target-draft.ts';
import styles from '../TargetsPage.module.css';
import { FrontsFields } from './FrontsFields.tsx';
import { SecretField } from './SecretField.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';
import { TextField } from './TextField.tsx';

export function WordPressFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<WordPressConfiguration>): ReactElement {
  const translate = useTranslate();
  const { siteUrl, user, fronts, ...rest } = configuration;
  const origin = siteOrigin(siteUrl);
  return (
    <>
      <SiteAddressField
        label={translate('settings.target.siteUrl')}
        hint={translate('settings.target.siteUrlHint')}
        error={told('siteUrl')}
        value={siteUrl}
        onChange={(value) => onChange({ ...configuration, siteUrl: value })}
      />
      <div className={styles.pair}>
        <TextField
          label={translate('settings.target.user')}
          hint={translate('settings.target.userHint')}
          error={told('user')}
          value={user}
          onChange={(value) => onChange({ ...configuration, user: value })}
        />
        <SecretField
          secret={secret}
          label={translate('settings.target.secret')}
          error={told('secret')}
          hint={translate('settings.target.secretHint')}
          movedHint={translate('settings.target.secretMoved')}
          where={
            origin === null
              ? null
              : {
                  address: `${origin}/wp-admin/profile.php#application-passwords-section`,
                  label: translate('settings.target.secretWhere'),
                }
          }
        />
      </div>
      <FrontsFields
        fronts={fronts}
        onChange={(wanted) =>
          onChange({ ...rest, siteUrl, user, ...(wanted === undefined ? {} : { fronts: wanted }) })
        }
      />
    </>
  );
}
