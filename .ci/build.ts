/** Builds dist/: the page, the hosts and workers on Node, Electron's main process and its preload. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

for (const folder of ['node', 'electron']) rmSync(join('dist', folder), { recursive: true, force: true });
if (existsSync('electron/hosts/web.ts'))
  await build({ configFile: 'vite.node.config.ts', mode: 'node', logLevel: 'warn' });
if (existsSync('electron/preload/preload.ts')) {
  await build({ configFile: 'vite.node.config.ts', mode: 'preload', logLevel: 'warn' });
}
if (existsSync('renderer/main.tsx')) await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
