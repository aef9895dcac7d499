/** What a target cannot do of what one might look for at a place of its kind: told on its card. */
import type { Target } from '../../../shared/contract/publishing.ts';

const LIMITS = {
  wordpress: ['unpublish', 'schedule', 'remove', 'read', 'posts', 'front', 'comments'],
  ghost: ['unpublish', 'schedule', 'remove', 'read', 'posts', 'front', 'comments'],
  // A folder has no trash, nothing in it was written elsewhere.
  'folder-site': ['unpublish', 'schedule', 'read', 'front', 'comments'],
  'sftp-site': ['unpublish', 'schedule', 'read', 'front', 'comments'],
  // What a partner does with the copy is its own affair.
  partner: ['unpublish', 'schedule', 'front'],
} as const satisfies Record<Target['configuration']['kind'], readonly (keyof Target['capabilities'])[]>;

export type TargetLimit = (typeof LIMITS)[keyof typeof LIMITS][number] | 'withdrawal' | 'partner-pictures';

/** Decides what is told, in this order. */
export function limitsOf({
  configuration,
  capabilities,
}: Pick<Target, 'configuration' | 'capabilities'>): TargetLimit[] {
  const limits: TargetLimit[] = LIMITS[configuration.kind].filter((able) => !capabilities[able]);
  if (configuration.kind === 'partner') {
    const { format, picturesAddress } = configuration;
    if (format === 'rss' || format === 'json-feed') limits.push('withdrawal');
    if (picturesAddress === '') limits.push('partner-pictures');
  }
  return limits;
}
