/**
 * Builds dist/: the page, the hosts and workers on Node, Electron's main process and its preload. It is built aside and
 * put in place whole, so that a build that fails leaves the last good one standing.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './steps.ts';

process.chdir(root);
const dist = join(root, 'dist');
const next = join(root, '.cache', 'build');
const last = join(root, '.cache', 'build-before');

for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
const node = { configFile: 'vite.node.config.ts', logLevel: 'warn', build: { outDir: next } } as const;
await build({ ...node, mode: 'node' });
await build({ ...node, mode: 'preload' });
await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: { outDir: join(next, 'renderer') } });

if (existsSync(dist)) renameSync(dist, last);
renameSync(next, dist);
rmSync(last, { recursive: true, force: true });
