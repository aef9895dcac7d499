/** The way in of watched folders on this machine or its network drives: see drop.ts for what is taken when. */
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createDropReader, freeName, type DroppedFile, type DropFolder } from './drop.ts';
import { SourceError } from './source-error.ts';
import type { SourceWay, Watcher } from './way.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function localFolder(folder: string): DropFolder {
  return {
    key: ({ name }) => join(folder, name),
    async list() {
      let names: string[];
      try {
        const entries = await readdir(folder, { withFileTypes: true });
        names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
      } catch (error) {
        const missing = ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
        throw new SourceError(missing ? 'folder-missing' : 'folder-unreadable', folder);
      }
      const files: DroppedFile[] = [];
      for (const name of names) {
        const entry = await stat(join(folder, name)).catch(() => null);
        if (entry === null) continue;
        const { size, mtimeMs } = entry;
        files.push({ name, size, modified: mtimeMs, stamp: `${size}.${Math.trunc(mtimeMs)}` });
      }
      return files;
    },
    async read({ name }) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        throw new SourceError('unreadable-file', codeOf(error));
      }
    },
    async move({ name }, into) {
      const target = join(folder, into);
      try {
        await mkdir(target, { recursive: true });
        const free = await freeName(
          name,
          async (wanted) => (await stat(join(target, wanted)).catch(() => null)) === null,
        );
        await rename(join(folder, name), join(target, free));
      } catch (error) {
        throw new SourceError('not-moved', `${target}: ${codeOf(error)}`);
      }
    },
  };
}

/** Where the system cannot watch a folder, the regular look is all there is. */
function watchFolder(folder: string, onChange: () => void): Watcher {
  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(folder, { persistent: false }, () => onChange());
    watcher.on('error', () => {
      watcher?.close();
      watcher = null;
    });
  } catch {
    watcher = null;
  }
  return {
    get alive() {
      return watcher !== null;
    },
    close: () => watcher?.close(),
  };
}

export function createFolderWay(): SourceWay {
  const reader = createDropReader({ settledMs: 1_000, oldAfterMs: 30_000 });
  return {
    check: (visit) => reader.take(localFolder(visit.configuration.address), visit),
    watch: ({ configuration }, onChange) => watchFolder(configuration.address, onChange),
  };
}
