import type { ReactElement } from 'react';
import type { TargetConfiguration } from '../../../../shared/contract/target-configuration.ts';
import { FolderSiteFields } from './FolderSiteFields.tsx';
import { GhostFields } from './GhostFields.tsx';
import { PartnerFields } from './PartnerFields.tsx';
import { SftpSiteFields } from './SftpSiteFields.tsx';
import type { TargetFieldsProps } from './target-fields.ts';
import { WordPressFields } from './WordPressFields.tsx';

/** The fields of a target, those of its kind. */
export function TargetFields({
  configuration,
  ...props
}: TargetFieldsProps<TargetConfiguration>): ReactElement {
  switch (configuration.kind) {
    case 'folder-site':
      return <FolderSiteFields {...props} configuration={configuration} />;
    case 'wordpress':
      return <WordPressFields {...props} configuration={configuration} />;
    case 'sftp-site':
      return <SftpSiteFields {...props} configuration={configuration} />;
    case 'ghost':
      return <GhostFields {...props} configuration={configuration} />;
    case 'partner':
      return <PartnerFields {...props} configuration={configuration} />;
  }
}
