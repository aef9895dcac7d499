import type { ReactElement } from 'react';
import type { GhostConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { siteOrigin } from '../target-draft.ts';
import { GhostFrontsFields } from './FrontsFields.tsx';
import { SecretField } from './SecretField.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';

export function GhostFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<GhostConfiguration>): ReactElement {
  const translate = useTranslate();
  const { siteUrl, fronts, ...rest } = configuration;
  const origin = siteOrigin(siteUrl);
  return (
    <>
      <SiteAddressField
        label={translate('settings.target.ghost.siteUrl')}
        hint={translate('settings.target.ghost.siteUrlHint')}
        error={told('siteUrl')}
        value={siteUrl}
        onChange={(value) => onChange({ ...configuration, siteUrl: value })}
      />
      <SecretField
        secret={secret}
        label={translate('settings.target.ghost.secret')}
        error={told('secret')}
        hint={translate('settings.target.ghost.secretHint')}
        movedHint={translate('settings.target.ghost.secretMoved')}
        where={
          origin === null
            ? null
            : {
                address: `${origin}/ghost/#/settings/integrations`,
                label: translate('settings.target.ghost.secretWhere'),
              }
        }
      />
      <GhostFrontsFields
        fronts={fronts}
        onChange={(wanted) =>
          onChange({ ...rest, siteUrl, ...(wanted === undefined ? {} : { fronts: wanted }) })
        }
      />
    </>
  );
}
