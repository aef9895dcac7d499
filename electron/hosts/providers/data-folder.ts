/** The data folder: only one desk works in it at a time. */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { translate } from '../../../shared/i18n/translate.ts';

const LOCK_FILE = 'desk.lock';
/** A desk that is just ending is given this long to let go. */
const LOCK_WAIT_MS = 1_000;

export type DataFolderProblem = 'in-use' | 'not-writable' | 'not-a-folder' | 'no-locks' | 'full';

/** The data folder cannot be worked in; hosts/start-sentences.ts has the words. */
export class DataFolderError extends Error {
  readonly code: DataFolderProblem;
  readonly folder: string;

  constructor(code: DataFolderProblem, folder: string, options?: ErrorOptions) {
    super(translate('en', `cli.data-folder.${code}`, { folder }), options);
    this.name = 'DataFolderError';
    this.code = code;
    this.folder = folder;
  }
}

export interface DataFolder {
  /** Absolute path. */
  path: string;
  /** Lets another desk in. */
  release(): void;
}

/** Locks that are held: one that nobody remembers would be collected as garbage, and the folder be open to others. */
const taken = new Set<Database>();

/**
 * Makes the folder (readable by its owner alone) where it is missing and takes it for this desk. Throws
 * DataFolderError.
 *
 * The lock is one the operating system holds for us, by way of SQLite: it ends with the process, however that ends, so
 * a crash leaves nothing behind that must be judged stale.
 */
export function takeDataFolder(folder: string, openLock = openLockFile): DataFolder {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!statSync(path).isDirectory()) throw new DataFolderError('not-a-folder', path);
  } catch (error) {
    throw folderError(error, path);
  }

  let lock: Database | null = null;
  try {
    lock = openLock(join(path, LOCK_FILE));
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw folderError(error, path);
  }
  const held = lock;
  taken.add(held);
  return {
    path,
    release() {
      taken.delete(held);
      held.close();
    },
  };
}

function openLockFile(file: string): Database {
  return new SqliteDatabase(file, { timeout: LOCK_WAIT_MS });
}

/** What SQLite says where the file system keeps no locks, or no memory that processes share: network drives, mostly. */
const NO_LOCKS = /^SQLITE_(IOERR_(LOCK|UNLOCK|RDLOCK|CHECKRESERVEDLOCK|SHM)|PROTOCOL|NOLFS)/;

function folderError(error: unknown, path: string): DataFolderError {
  if (error instanceof DataFolderError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new DataFolderError('in-use', path, { cause: error });
  }
  if (NO_LOCKS.test(code)) return new DataFolderError('no-locks', path, { cause: error });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new DataFolderError('full', path, { cause: error });
  const isFile = code === 'EEXIST' || code === 'ENOTDIR';
  return new DataFolderError(isFile ? 'not-a-folder' : 'not-writable', path, { cause: error });
}
