/**
 * Opening the two database files. `wire.db` holds what arrived and is written by the ingest worker alone; `desk.db`
 * holds what people did and is written by the core alone, which reads `wire.db` as an attached schema named `wire`.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { deskMigrations } from './migrations/desk/index.ts';
import { wireMigrations } from './migrations/wire/index.ts';

export type { Database } from 'better-sqlite3';

export function deskFile(dataFolder: string): string {
  return join(dataFolder, 'desk.db');
}

export function wireFile(dataFolder: string): string {
  return join(dataFolder, 'wire.db');
}

/** The file system cannot do what two connections to one database need (shared memory): network drives, mostly. */
export class UnsuitableFolderError extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} does not allow write-ahead logging`);
    this.name = 'UnsuitableFolderError';
    this.folder = folder;
  }
}

function openFile(file: string, synchronous: 'FULL' | 'NORMAL'): Database {
  const database = new SqliteDatabase(file);
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    database.close();
    throw new UnsuitableFolderError(dirname(file));
  }
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('temp_store = MEMORY');
  return database;
}

/** Opens (and makes or migrates) `wire.db` for its one writer. */
export function openWireDatabase(dataFolder: string): Database {
  const database = openFile(wireFile(dataFolder), 'NORMAL');
  try {
    database.pragma('cache_size = -16000');
    // 32 MB of journal between checkpoints: each waits for the disk, and a bulk delivery would bring one every 400 stories.
    database.pragma('wal_autocheckpoint = 8000');
    migrate(database, wireMigrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens (and makes or migrates) `desk.db` with `wire.db`, which must exist, attached for reading. Its transactions are
 * plain ones: nobody else writes `desk.db`, and BEGIN IMMEDIATE would ask for the right to write both files, that is,
 * wait for the ingest worker.
 */
export function openDeskDatabase(dataFolder: string): Database {
  const database = openFile(deskFile(dataFolder), 'FULL');
  try {
    migrate(database, deskMigrations);
    database.prepare('ATTACH DATABASE ? AS wire').run(wireFile(dataFolder));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** True where the file opens as a database and its table of contents can be read: a check whose cost does not grow. */
export function opens(file: string): boolean {
  let database: Database | null = null;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

/**
 * Keeps a damaged database, with its journal, in `damaged/` under a name with the time; the file itself stays for now.
 * Returns the path of what is kept.
 */
export function keepAside(dataFolder: string, file: string, now: number): string {
  const folder = join(dataFolder, 'damaged');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const target = join(folder, `${stamp}-${basename(file)}`);
  for (const suffix of ['', '-wal']) {
    rmSync(target + suffix, { force: true });
    if (existsSync(file + suffix)) keepOne(file + suffix, target + suffix);
  }
  return target;
}

/** A second name for the same file where the file system can give one: it takes no space on a full disk. */
function keepOne(file: string, target: string): void {
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
}

/** Puts a copy of `by` in the file's place, or nothing. The old journal goes first: it must never meet the new file. */
export function replaceDatabase(file: string, by: string | null): void {
  const beside = `${file}.new`;
  if (by !== null) copyFileSync(by, beside);
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  if (by === null) rmSync(file, { force: true });
  else renameSync(beside, file);
}
