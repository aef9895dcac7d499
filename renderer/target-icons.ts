/** The kinds of places to publish to, as one sees them. */
import type { Target } from '../shared/contract/publishing.ts';
import { FolderOpen, Globe, Server, Share2, type Icon } from './ui/icons/icons.ts';

export const TARGET_ICONS: Readonly<Record<Target['configuration']['kind'], Icon>> = {
  'folder-site': FolderOpen,
  wordpress: Globe,
  ghost: Globe,
  'sftp-site': Server,
  partner: Share2,
};
