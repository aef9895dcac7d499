/** The built page: every file of dist/renderer by its exact path, read from a list made once, so no path can lead out. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { assetType } from '../../../shared/page/asset-type.ts';
import { pageSecurityPolicy } from '../../../shared/page/security-policy.ts';
import type { ServedFile } from '../../core/core.ts';

export type StaticFiles = (pathname: string) => ServedFile | null;

/** Files by path (`/assets/index-abc.js`); `/` is the page itself. */
export function listStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  return (pathname) => {
    const path = files.get(pathname === '/' ? '/index.html' : pathname);
    if (path === undefined) return null;
    const isPage = path.endsWith('.html');
    return {
      mimeType: assetType(path),
      content: { path },
      headers: {
        'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isPage ? { 'content-security-policy': pageSecurityPolicy } : {}),
      },
    };
  };
}
