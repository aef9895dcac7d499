/** The built page: every file of dist/renderer by its exact path, read from a list made once, so no path can lead out. */
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { ServedFile } from '../../core/core.ts';
import { contentSecurityPolicy } from './headers.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

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
      mimeType: mimeTypes[extname(path)] ?? 'application/octet-stream',
      content: { path },
      headers: {
        'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isPage ? { 'content-security-policy': contentSecurityPolicy } : {}),
      },
    };
  };
}
