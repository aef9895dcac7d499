import type { ReactElement } from 'react';
import type { SftpSiteConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useTranslate } from '../../../i18n.ts';
import { SftpPlaceFields } from './SftpPlaceFields.tsx';
import { SiteAddressField } from './SiteAddressField.tsx';
import type { TargetFieldsProps } from './target-fields.ts';

export function SftpSiteFields({
  configuration,
  onChange,
  told,
  secret,
}: TargetFieldsProps<SftpSiteConfiguration>): ReactElement {
  const translate = useTranslate();
  return (
    <SftpPlaceFields
      place={configuration}
      onChange={(change) => onChange({ ...configuration, ...change })}
      told={told}
      secret={secret}
      folderHint={translate('settings.target.sftp.folderHint')}
      beside={
        <SiteAddressField
          label={translate('settings.target.sftp.publicUrl')}
          hint={translate('settings.target.sftp.publicUrlHint')}
          error={told('publicUrl')}
          value={configuration.publicUrl}
          onChange={(publicUrl) => onChange({ ...configuration, publicUrl })}
        />
      }
    />
  );
}
