/**
 * Opening the two database files. `wire.db` holds what arrived and is written by the ingest worker alone; `desk.db`
 * holds what people did and is written by the core alone, which reads `wire.db` as an attached schema named `wire`.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
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

function openFile(file: string, synchronous: 'FULL' | 'NORMAL'): Database {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
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

/** Opens (and makes or migrates) `desk.db` with `wire.db`, which must exist, attached for reading. */
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

/** True where SQLite finds the file sound. A file that cannot even be opened as a database is not. */
export function isSound(file: string): boolean {
  let database: Database | null = null;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    return database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  } finally {
    database?.close();
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
 * Moves a damaged database, with its journal files, into `damaged/` under a name with the time; nothing is deleted.
 * Returns the file's new path.
 */
export function setAside(dataFolder: string, file: string, now: number): string {
  const folder = join(dataFolder, 'damaged');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  const name = file.slice(dataFolder.length + 1);
  const target = join(folder, `${stamp}-${name}`);
  renameSync(file, target);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}
