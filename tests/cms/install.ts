/** What the CMS tests fetch, and where they keep it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder outside the repository that outlasts a run: in `$XDG_CACHE_HOME`, else in the temporary folder. */
export function cacheFolder(name: string): string {
  const base = process.env['XDG_CACHE_HOME'];
  return base ? join(base, name) : join(tmpdir(), `${name}-cache`);
}

/** Runs a program to its end. Throws with the last it said where that fails. */
export function run(
  command: string,
  parameters: readonly string[],
  { folder, env = process.env }: { folder?: string; env?: NodeJS.ProcessEnv } = {},
): void {
  const result = spawnSync(command, parameters, {
    encoding: 'utf8',
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-5).join('\n');
  throw new Error(`${command} ${parameters.join(' ')} failed: ${result.error?.message ?? said}`);
}

/** Looks where Debian puts daemons as well: not every PATH names /usr/sbin. */
export function programPath(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/bin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}
