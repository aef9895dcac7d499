/**
 * The folder of a site on disk. Files are replaced whole (written beside, flushed, renamed), only where their bytes
 * change, and only where they are ours. The manifest names a file before it is written, so that a crash between the two
 * leaves nothing that looks like somebody else's.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { placeFile } from '../../../place-file.ts';
import { PublishError } from '../../target.ts';
import { GENERATOR } from './layout.ts';
import { emptyManifest, MANIFEST_NAME, manifestText, parseManifest, type Manifest } from './manifest.ts';

/** Files written between two manifests; of those written lightly. */
const BATCH = 50;
const LIGHT_BATCH = 500;

/** Files looked at, or written lightly, side by side. */
const AT_ONCE = 16;

export interface SiteFile {
  /** From the root, parted by slashes. */
  path: string;
  content: () => string | Uint8Array | Promise<string | Uint8Array>;
  /**
   * What becomes of a file that somebody else changed or put there. `replace`: a changed one is kept aside and written
   * anew, a foreign one refused. `leave`: both stay. `force`: written anew, the other kept aside.
   */
  others: 'replace' | 'leave' | 'force';
}

/** How a file on disk stands to what we wrote. `restored`: ours by its content, though the manifest does not know it. */
export type Standing = 'absent' | 'ours' | 'restored' | 'changed' | 'foreign';

export interface SiteFolder {
  manifest: Manifest;
  /** Bytes of a file; null where there is none. */
  read(path: string): Promise<Buffer | null>;
  standing(path: string): Promise<Standing>;
  /** True where a file we wrote is there, whatever is in it: enough for files named by their hash. */
  holds(path: string): Promise<boolean>;
  /** Throws PublishError where a file that we may not replace stands in the way of one of these. */
  refuseForeign(files: Iterable<SiteFile>): Promise<void>;
  /**
   * Writes what differs, in order. Answers the paths that were left as somebody else made them. `lightly` is for many
   * pages that can be made again at any time: they are written side by side and not waited for until they are on the disk;
   * what a power cut leaves of them is known as ours.
   */
  writeAll(files: Iterable<SiteFile>, signal: AbortSignal, lightly?: boolean): Promise<string[]>;
  /** Removes a file of ours and the folders it leaves empty. A changed one is kept aside. */
  remove(path: string): Promise<void>;
  save(): Promise<void>;
}

/** Error codes of the file system as the outbox knows them. */
export function folderError(error: unknown): unknown {
  if (error instanceof PublishError || !(error instanceof Error) || !('code' in error)) return error;
  const detail = error.message;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new PublishError('disk-full', detail, { retryable: true });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new PublishError('folder-unwritable', detail);
    case 'EBUSY':
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOENT':
    case 'ESTALE':
    case 'ETIMEDOUT':
      return new PublishError('folder-unwritable', detail, { retryable: true });
    default:
      return error;
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Does the work for every item, some side by side; the first that fails ends it. */
async function forEach<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

/** Until it is whole a file has one name of its own: what a crash leaves lying is used up by the next attempt. */
function place(path: string, content: string | Uint8Array, lightly = false): Promise<void> {
  return placeFile(path, content, { unfinished: `.redaksi-unfinished-${basename(path)}`, lightly });
}

function looksOurs(bytes: Buffer): boolean {
  return bytes.length === 0 || bytes.includes(GENERATOR);
}

/**
 * Opens (and makes) the folder at the absolute path `root`. What somebody else made of a file of ours is kept in
 * `keptFolder` before it is replaced. Rejects with the file system's own errors; see `folderError`.
 */
export async function openSiteFolder(root: string, keptFolder: string): Promise<SiteFolder> {
  await mkdir(root, { recursive: true });
  const manifestPath = join(root, MANIFEST_NAME);
  let saved = (await readOrNull(manifestPath))?.toString('utf8') ?? '';
  const manifest = saved === '' ? emptyManifest() : parseManifest(saved);

  function locate(path: string): string {
    const full = resolve(root, ...path.split('/'));
    if (!full.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new PublishError('folder-unwritable', `outside the site: ${path}`);
    }
    return full;
  }

  const read = (path: string): Promise<Buffer | null> => readOrNull(locate(path));

  function standingOf(path: string, bytes: Buffer | null): Standing {
    if (bytes === null) return 'absent';
    const known = manifest.files[path];
    if (known === undefined) return looksOurs(bytes) ? 'restored' : 'foreign';
    // An empty file is what a power cut leaves of one whose bytes never reached the disk.
    return bytes.length === 0 || known.includes(sha256(bytes)) ? 'ours' : 'changed';
  }

  async function save(): Promise<void> {
    const text = manifestText(manifest);
    if (text === saved) return;
    await place(manifestPath, text);
    saved = text;
  }

  async function keepAside(path: string, bytes: Buffer): Promise<void> {
    const name = `${sha256(bytes).slice(0, 8)}-${path.replaceAll('/', '_').slice(-150)}`;
    await place(join(keptFolder, name), bytes);
  }

  async function writeBatch(files: readonly SiteFile[], lightly: boolean): Promise<string[]> {
    const left: string[] = [];
    const changes: { path: string; content: string | Uint8Array; known: string[] }[] = [];
    async function look(file: SiteFile): Promise<void> {
      const content = await file.content();
      const hash = sha256(content);
      const bytes = await read(file.path);
      const before = bytes === null ? null : sha256(bytes);
      if (before === hash) {
        manifest.files[file.path] = [hash];
        return;
      }
      const standing = standingOf(file.path, bytes);
      const isOthers = standing === 'changed' || standing === 'foreign';
      if (isOthers && file.others === 'leave') {
        left.push(file.path);
        return;
      }
      if (standing === 'foreign' && file.others === 'replace') throw foreignFile(file.path);
      if (isOthers && bytes !== null) await keepAside(file.path, bytes);
      manifest.files[file.path] = [...(manifest.files[file.path] ?? []), hash];
      // Until it is on the disk for certain, what was there may come back.
      changes.push({ path: file.path, content, known: lightly && before !== null ? [before, hash] : [hash] });
    }
    await forEach(files, lightly ? AT_ONCE : 1, look);
    if (changes.length === 0) return left;
    await save();
    await forEach(changes, lightly ? AT_ONCE : 1, ({ path, content }) =>
      place(locate(path), content, lightly),
    );
    for (const { path, known } of changes) manifest.files[path] = known;
    return left;
  }

  async function removeEmptyFolders(path: string): Promise<void> {
    for (let folder = dirname(locate(path)); folder !== root; folder = dirname(folder)) {
      try {
        await rmdir(folder);
      } catch {
        return;
      }
    }
  }

  return {
    manifest,
    read,
    standing: async (path) => standingOf(path, await read(path)),
    async holds(path) {
      if (manifest.files[path] === undefined) return false;
      const found = await stat(locate(path)).catch(() => null);
      return found !== null && found.size > 0;
    },
    async refuseForeign(files) {
      for (const { path, content, others } of files) {
        if (others !== 'replace' || manifest.files[path] !== undefined) continue;
        const bytes = await read(path);
        if (standingOf(path, bytes) !== 'foreign' || bytes === null) continue;
        if (sha256(bytes) !== sha256(await content())) throw foreignFile(path);
      }
    },
    async writeAll(files, signal, lightly = false) {
      const left: string[] = [];
      let batch: SiteFile[] = [];
      const flush = async (): Promise<void> => {
        signal.throwIfAborted();
        left.push(...(await writeBatch(batch, lightly)));
        batch = [];
      };
      for (const file of files) {
        batch.push(file);
        if (batch.length >= (lightly ? LIGHT_BATCH : BATCH)) await flush();
      }
      await flush();
      return left;
    },
    async remove(path) {
      const bytes = await read(path);
      const standing = standingOf(path, bytes);
      if (standing === 'foreign') return;
      if (bytes !== null) {
        if (standing === 'changed') await keepAside(path, bytes);
        await rm(locate(path), { force: true });
        await removeEmptyFolders(path);
      }
      delete manifest.files[path];
    },
    save,
  };
}

/** The refusal to replace a file that is not ours. */
function foreignFile(path: string): PublishError {
  return new PublishError('folder-unwritable', `${path}: not written by Redaksi, not replaced`);
}
