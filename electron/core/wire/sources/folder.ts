/**
 * The watched folder: every file dropped in is read once and stays where it is. A file is taken when its size and
 * time have not changed for a moment, so that half-written files (network drives, slow copies) are left alone.
 */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceError } from './source-error.ts';

const maxFileBytes = 50 * 1024 * 1024;
/** How long a file must have lain unchanged, in milliseconds. */
const settledMs = 1_000;

export interface DroppedFile {
  path: string;
  name: string;
  /** Size and modification time: the same file with the same stamp is not read again. */
  stamp: string;
  /** Null where the file is over the size limit. */
  bytes: Uint8Array | null;
}

export interface FolderScan {
  files: DroppedFile[];
  /** True where files are still being written: look again soon. */
  unsettled: boolean;
}

/**
 * Lists what is new in a folder (not its sub-folders; hidden and `.part`/`.tmp` files are passed over), oldest first.
 * `isKnown` tells by path and stamp what was read before. `now` is milliseconds since 1970.
 * Throws SourceError `folder-missing` or `folder-unreadable`.
 */
export async function scanFolder(
  folder: string,
  isKnown: (path: string, stamp: string) => boolean,
  now: number,
): Promise<FolderScan> {
  let names: string[];
  try {
    names = (await readdir(folder, { withFileTypes: true })).flatMap((entry) =>
      entry.isFile() && !/^\.|\.(?:part|tmp|crdownload|filepart)$/i.test(entry.name) ? [entry.name] : [],
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new SourceError(
      code === 'ENOENT' || code === 'ENOTDIR' ? 'folder-missing' : 'folder-unreadable',
      folder,
    );
  }
  const found: { path: string; name: string; stamp: string; size: number; modified: number }[] = [];
  let unsettled = false;
  for (const name of names) {
    const path = join(folder, name);
    const entry = await stat(path).catch(() => null);
    if (!entry) continue;
    const stamp = `${entry.size}.${Math.trunc(entry.mtimeMs)}`;
    if (isKnown(path, stamp)) continue;
    if (now - entry.mtimeMs < settledMs && now >= entry.mtimeMs) {
      unsettled = true;
      continue;
    }
    found.push({ path, name, stamp, size: entry.size, modified: entry.mtimeMs });
  }
  found.sort((left, right) => left.modified - right.modified || left.name.localeCompare(right.name));
  const files: DroppedFile[] = [];
  for (const { path, name, stamp, size } of found) {
    if (size > maxFileBytes) {
      files.push({ path, name, stamp, bytes: null });
      continue;
    }
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) throw new SourceError('folder-unreadable', path);
    files.push({ path, name, stamp, bytes });
  }
  return { files, unsettled };
}

/** Calls `onChange` when something moves in a folder. Where the system cannot watch it, the regular scan is all there is. */
export function watchFolder(folder: string, onChange: () => void): { close(): void } {
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(folder, { persistent: false }, () => onChange());
    watcher.on('error', () => watcher?.close());
  } catch {
    watcher = null;
  }
  return { close: () => watcher?.close() };
}
