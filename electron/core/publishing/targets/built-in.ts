/** The kinds of target this program knows. */
import type { TargetConfiguration } from '../../../../shared/contract/target-configuration.ts';
import type { PublishingTarget } from '../target.ts';
import { createFolderSiteTarget } from './folder-site/folder-site-target.ts';
import { createGhostTarget } from './ghost/target.ts';
import { createPartnerTarget } from './partner/target.ts';
import { createSftpSiteTarget } from './sftp-site/target.ts';
import { createWordPressTarget } from './wordpress/target.ts';

export type PublishingTargets = {
  [Kind in TargetConfiguration['kind']]: PublishingTarget<Extract<TargetConfiguration, { kind: Kind }>>;
};

export function builtInTargets(): PublishingTargets {
  return {
    'folder-site': createFolderSiteTarget(),
    wordpress: createWordPressTarget(),
    ghost: createGhostTarget(),
    partner: createPartnerTarget(),
    'sftp-site': createSftpSiteTarget(),
  };
}
