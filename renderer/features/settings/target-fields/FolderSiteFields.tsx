import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { FolderSiteConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useTranslate } from '../../../i18n.ts';
import { Field, Input } from '../../../ui/Field.tsx';
import type { TargetFieldsProps } from './target-fields.ts';

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
    <Field
      label={translate('settings.target.folder')}
      hint={translate('settings.target.folderHint', { folder: otherwise })}
      error={told('folder')}
    >
      {(control) => (
        <Input
          {...control}
          value={configuration.folder}
          placeholder={otherwise}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange({ ...configuration, folder: target.value })}
        />
      )}
    </Field>
  );
}
