import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { FolderSiteConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import type { TargetFieldsProps } from './target-fields.ts';
import { TextField } from './TextField.tsx';

export function FolderSiteFields({
  configuration,
  onChange,
  told,
}: TargetFieldsProps<FolderSiteConfiguration>): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const dataFolder = useQuery(queries.system.status.queryOptions()).data?.dataFolder;
  const separator = dataFolder?.includes('\\') === true ? '\\' : '/';
  const otherwise =
    dataFolder === undefined ? translate('settings.target.defaultFolder') : `${dataFolder}${separator}site`;
  return (
    <TextField
      label={translate('settings.target.folder')}
      hint={translate('settings.target.folderHint', { folder: otherwise })}
      error={told('folder')}
      placeholder={otherwise}
      value={configuration.folder}
      onChange={(folder) => onChange({ ...configuration, folder })}
    />
  );
}
