/** The kinds of target this program knows. */
import type { TargetConfiguration } from '../../../../shared/contract/publishing.ts';
import { PublishError, type PublishingTarget } from '../target.ts';
import { createWordPressTarget } from './wordpress/target.ts';

// TODO folder-site: replaced as soon as targets/folder-site stands.
const folderSiteTarget: PublishingTargets['folder-site'] = {
  kind: 'folder-site',
  capabilities: { update: true, unpublish: true, preview: true, pictures: true, needsSecret: false },
  verify: async () => ({ ok: false, checks: [] }),
  publish: () => Promise.reject(new PublishError('folder-unwritable', 'not built yet')),
  unpublish: () => Promise.reject(new PublishError('folder-unwritable', 'not built yet')),
};

export type PublishingTargets = {
  [Kind in TargetConfiguration['kind']]: PublishingTarget<Extract<TargetConfiguration, { kind: Kind }>>;
};

export function builtInTargets(): PublishingTargets {
  return { 'folder-site': folderSiteTarget, wordpress: createWordPressTarget() };
}
