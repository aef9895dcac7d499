/**
 * Looks whether the files that arrived are still at the far end, by their names and sizes: one listing for each folder of
 * ours, no file is fetched.
 */
import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { FarFiles } from '../../sftp/far-files.ts';
import type { Inspection } from '../../target.ts';
import { MANIFEST_NAME, parseManifest } from '../folder-site/manifest.ts';
import { noteArrived, type Arrived } from './sync.ts';

/** What is gone is not counted as arrived any more: the next `sync` sends it. */
export async function inspectFarFiles({
  mirror,
  far,
  arrived,
}: {
  mirror: string;
  far: FarFiles;
  arrived: Arrived;
}): Promise<Inspection> {
  const here = parseManifest(await readFile(join(mirror, MANIFEST_NAME), 'utf8').catch(() => ''));
  const missing: string[] = [];
  const changed: string[] = [];
  const folders = new Map<string, Map<string, number>>();
  for (const [path, hash] of arrived) {
    const folder = posix.dirname(path);
    const sizes = folders.get(folder) ?? (await far.sizes(folder));
    folders.set(folder, sizes);
    const size = sizes.get(posix.basename(path));
    if (size === undefined) missing.push(path);
    // Only what is the same on this computer tells how large it was when it arrived.
    else if (here.files[path]?.at(-1) === hash && size !== (await sizeOf(join(mirror, path))))
      changed.push(path);
  }
  for (const path of missing) arrived.delete(path);
  noteArrived(mirror, arrived);
  return { files: arrived.size + missing.length, missing, changed };
}

async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null;
}
