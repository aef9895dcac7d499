/** What a target cannot do of what others can: told on its card, so that nobody looks for it. */
import type { TargetCapabilities } from '../../../shared/contract/publishing.ts';

const ABLE = ['unpublish', 'schedule', 'remove', 'read', 'posts', 'front', 'comments'] as const;
export type TargetLimit = (typeof ABLE)[number];

export function limitsOf(capabilities: TargetCapabilities): TargetLimit[] {
  return ABLE.filter((able) => !capabilities[able]);
}
