/** The kinds of places to publish to, as one sees them. */
import { FolderOpen, Globe, Server, Share2, type LucideIcon } from 'lucide-react';
import type { Target } from '../shared/contract/publishing.ts';

export const TARGET_ICONS: Readonly<Record<Target['configuration']['kind'], LucideIcon>> = {
  'folder-site': FolderOpen,
  wordpress: Globe,
  ghost: Globe,
  'sftp-site': Server,
  partner: Share2,
};
