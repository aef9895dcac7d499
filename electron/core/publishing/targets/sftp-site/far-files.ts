/** The files at the far end of a site: whole ones only, in and out. */
import type SftpClient from 'ssh2-sftp-client';
import type { SftpSiteConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { connectSftp, SftpError } from '../../../network/sftp-connection.ts';
import { PublishError, type TargetContext } from '../../target.ts';

export interface FarFiles {
  /** Bytes of a file; null where there is none. Paths from the site's folder, parted by slashes. */
  read(path: string): Promise<Buffer | null>;
  /** Writes it beside, then puts it in its place in one step: a reader gets the old file or the new one. */
  write(path: string, bytes: Buffer): Promise<void>;
  /** One that is gone counts as done. */
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}

const timeoutMs = 20_000;

/** Keys come with line breaks, which a field of one line takes away. */
function secretOf(secret: string): { password: string } | { privateKey: string } {
  const [, begin, body, end] = /(-----BEGIN [A-Z ]+-----)([^-]+)(-----END [A-Z ]+-----)/.exec(secret) ?? [];
  if (begin === undefined || body === undefined || end === undefined) return { password: secret };
  const lines = body.replace(/\s+/g, '').match(/.{1,70}/g) ?? [];
  return { privateKey: [begin, ...lines, end, ''].join('\n') };
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

function signInFailure(error: SftpError, host: string): PublishError {
  if (error.code === 'host-key-changed')
    return new PublishError('host-key-changed', `${host}: ${error.message}`);
  if (error.code === 'refused') return new PublishError('sign-in-refused', `${host}: ${error.message}`);
  const code = /ENOTFOUND|EAI_AGAIN/.test(error.message) ? 'name-not-found' : 'unreachable';
  return new PublishError(code, `${host}: ${error.message}`, { retryable: true });
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
  'get' | 'put' | 'posixRename' | 'rename' | 'delete' | 'exists' | 'mkdir' | 'end'
>;

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
    async write(path, bytes) {
      const place = full(path);
      const folder = folderOf(place);
      // One name a file: what a lost connection leaves lying is used up by the next attempt.
      const unfinished = `${folder}/.redaksi-unfinished-${place.slice(place.lastIndexOf('/') + 1)}`;
      try {
        await ensureFolder(folder);
        await client.put(bytes, unfinished);
        await putInPlace(unfinished, place);
      } catch (error) {
        const told = failure(error, path);
        if (told.code !== 'folder-unwritable' || (await hasSpace(client, folder, bytes.length))) throw told;
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

/** Where the key a server showed at the first visit is remembered. */
function keyName({ host, port }: SftpSiteConfiguration): string {
  return `host key ${host}:${port}`;
}

/**
 * Signs in; notes the server's key at the first visit. Throws PublishError: `secret-missing`, `sign-in-refused`,
 * `host-key-changed`, the network's.
 */
export async function openFarFiles(
  configuration: SftpSiteConfiguration,
  context: TargetContext,
): Promise<{ files: FarFiles; hostKey: string }> {
  const { host, port, user, folder, hostKey: told } = configuration;
  if (context.secret === null || context.secret === '') throw new PublishError('secret-missing', host);
  const known = told.trim() === '' ? context.memory.get(keyName(configuration)) : told.trim();
  const { client, hostKey } = await connectSftp({
    ...{ host, port, user, timeoutMs },
    secret: secretOf(context.secret),
    hostKey: known === '' ? null : known,
  }).catch((error: unknown) => {
    throw error instanceof SftpError ? signInFailure(error, host) : error;
  });
  if (known !== hostKey) context.memory.set(keyName(configuration), hostKey);
  const stop = (): void => void client.end().catch(() => false);
  context.signal.addEventListener('abort', stop, { once: true });
  const files = farFilesOver(client, folder.trim());
  return {
    hostKey,
    files: {
      ...files,
      async close() {
        context.signal.removeEventListener('abort', stop);
        await files.close();
      },
    },
  };
}
