/**
 * A real Ghost from the npm registry, once, into a cache folder outside the repository: with its own lockfile and without any
 * install script. Its pinned better-sqlite3 would have to be compiled; the newer one has its binaries inside.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, run } from '../install.ts';

const GHOST = '6.65.0';
const SQLITE = '13.2.0';
const PNPM = '12.4.2';

/** npm and npx of the Node that runs the tests. */
const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };

function unpack(name: string, version: string, into: string, folder: string): void {
  run('npm', ['pack', `${name}@${version}`, '--silent'], { folder, env });
  mkdirSync(into, { recursive: true });
  run('tar', ['xzf', `${name}-${version}.tgz`, '-C', into, '--strip-components=1'], { folder });
}

/** Makes sure it is there and answers with its folder. */
export function ensureGhost(): string {
  const cache = cacheFolder(`redaksi-ghost-${GHOST}`);
  const app = join(cache, 'app');
  const stamp = join(cache, 'complete');
  if (existsSync(stamp)) return app;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  unpack('ghost', GHOST, app, cache);
  run(
    'npx',
    [
      '--yes',
      `pnpm@${PNPM}`,
      'install',
      '--prod',
      '--frozen-lockfile',
      '--ignore-scripts',
      '--reporter=silent',
    ],
    { folder: app, env },
  );
  const packages = join(app, 'node_modules', '.pnpm');
  const pinned = readdirSync(packages).find((name) => name.startsWith('better-sqlite3@'));
  if (pinned === undefined) throw new Error('Ghost came without better-sqlite3');
  const place = join(packages, pinned, 'node_modules', 'better-sqlite3');
  rmSync(place, { recursive: true, force: true });
  unpack('better-sqlite3', SQLITE, join(cache, 'sqlite'), cache);
  cpSync(join(cache, 'sqlite'), place, { recursive: true });
  writeFileSync(stamp, '');
  return app;
}
