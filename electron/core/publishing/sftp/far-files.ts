/** The files at the far end of an SFTP connection: whole ones only, in and out. */
import { Readable } from 'node:stream';
import type SftpClient from 'ssh2-sftp-client';
import { PublishError } from '../target.ts';

export interface FarFiles {
  /** Bytes of a file; null where there is none. Paths from the folder at the far end, parted by slashes. */
  read(path: string): Promise<Buffer | null>;
  /** Sizes of the files in a folder by their names, folders left out; none where there is no such folder. */
  sizes(folder: string): Promise<Map<string, number>>;
  /**
   * Writes it beside, then puts it in its place in one step: a reader gets the old file or the new one. `sent` is told how
   * many more bytes are on their way.
   */
  write(path: string, bytes: Buffer, sent?: (bytes: number) => void): Promise<void>;
  /** One that is gone counts as done. */
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const LOST =
  /not connected|no sftp connection|connection (?:lost|closed|reset)|no response|ECONN|EPIPE|ETIMEDOUT|end event|close event/i;
const MISSING = /no such file|ENOENT|not exist|not found/i;

/** What went wrong at the far end, typed. */
function failure(error: unknown, path: string): PublishError {
  const said = messageOf(error);
  if (error instanceof PublishError) return error;
  if (LOST.test(said)) return new PublishError('unreachable', `${path}: ${said}`, { retryable: true });
  if (/no space|quota|ENOSPC|EDQUOT/i.test(said)) {
    return new PublishError('disk-full', `${path}: ${said}`, { retryable: true });
  }
  return new PublishError('folder-unwritable', `${path}: ${said}`);
}

interface FreeSpace {
  f_bavail: number;
  f_frsize: number;
}

/** Servers say no more than `Failure` where the disk is full; OpenSSH tells the space that is left. */
async function hasSpace(client: FarClient, folder: string, bytes: number): Promise<boolean> {
  const { sftp } = client as unknown as {
    sftp?: { ext_openssh_statvfs?(path: string, done: (error: unknown, found?: FreeSpace) => void): void };
  };
  return new Promise((resolve) => {
    try {
      if (!sftp?.ext_openssh_statvfs) resolve(true);
      else {
        sftp.ext_openssh_statvfs(folder, (_error, found) =>
          resolve(found === undefined || found.f_bavail * found.f_frsize >= bytes),
        );
      }
    } catch {
      resolve(true);
    }
  });
}

/** What is used of a client. */
export type FarClient = Pick<
  SftpClient,
  'get' | 'put' | 'stat' | 'list' | 'posixRename' | 'rename' | 'delete' | 'exists' | 'mkdir' | 'end'
>;

/** Bytes sent at a time of what is larger. */
const PART = 128 * 1024;

/** In parts, each told of as it is taken. */
function* partsOf(bytes: Buffer, sent: (bytes: number) => void): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PART) {
    const part = bytes.subarray(from, from + PART);
    yield part;
    sent(part.length);
  }
}

/** Files over a client that is signed in, below `root`. */
export function farFilesOver(client: FarClient, root: string): FarFiles {
  const made = new Set<string>();
  const full = (path: string): string => (root === '' ? path : `${root.replace(/\/+$/, '')}/${path}`);

  function folderOf(path: string): string {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  }

  async function ensureFolder(folder: string): Promise<void> {
    if (folder === '.' || folder === '' || made.has(folder)) return;
    if ((await client.exists(folder)) === false) await client.mkdir(folder, true);
    made.add(folder);
  }

  async function putInPlace(unfinished: string, place: string): Promise<void> {
    try {
      await client.posixRename(unfinished, place);
    } catch (error) {
      // Without OpenSSH's extension a rename never replaces: there is a moment without the file, and no other way.
      if (!/not supported|unsupported|extended/i.test(messageOf(error))) throw error;
      await client.delete(place, true);
      await client.rename(unfinished, place);
    }
  }

  return {
    async read(path) {
      try {
        const found = await client.get(full(path));
        return Buffer.isBuffer(found) ? found : Buffer.from(String(found));
      } catch (error) {
        if (MISSING.test(messageOf(error))) return null;
        throw failure(error, path);
      }
    },
    async sizes(folder) {
      try {
        const found = await client.list(full(folder));
        return new Map(found.filter(({ type }) => type !== 'd').map(({ name, size }) => [name, size]));
      } catch (error) {
        if (MISSING.test(messageOf(error))) return new Map();
        throw failure(error, folder);
      }
    },
    async write(path, bytes, sent = () => {}) {
      const place = full(path);
      const folder = folderOf(place);
      // One name a file: what a lost connection leaves lying is used up by the next attempt.
      const unfinished = `${folder}/.redaksi-unfinished-${place.slice(place.lastIndexOf('/') + 1)}`;
      try {
        await ensureFolder(folder);
        if (bytes.length > PART) await client.put(Readable.from(partsOf(bytes, sent)), unfinished);
        else {
          await client.put(bytes, unfinished);
          sent(bytes.length);
        }
        // A write that failed can look like one that ended: only the size tells.
        const { size } = await client.stat(unfinished);
        if (size !== bytes.length) {
          throw new PublishError('disk-full', `${path}: ${size} of ${bytes.length} bytes`, {
            retryable: true,
          });
        }
        await putInPlace(unfinished, place);
      } catch (error) {
        const told = failure(error, path);
        const isFull =
          told.code === 'disk-full' ||
          (told.code === 'folder-unwritable' && !(await hasSpace(client, folder, bytes.length)));
        if (!isFull) throw told;
        await client.delete(unfinished, true).catch(() => false);
        throw new PublishError('disk-full', told.message, { retryable: true });
      }
    },
    async remove(path) {
      try {
        await client.delete(full(path), true);
      } catch (error) {
        throw failure(error, path);
      }
    },
    async close() {
      await client.end().catch(() => false);
    },
  };
}
