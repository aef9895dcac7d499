/** Backups of `desk.db` by SQLite's online backup, each checked after it was written. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { backupKindSchema, type Backup, type BackupKind } from '../../../shared/contract/system.ts';
import { checkFiles } from './check.ts';
import type { FileCheck } from './check-file.ts';
import type { Database } from './open.ts';
import { backupsToKeep } from './thin-out.ts';

/** `desk-000042-2026-11-25T09-00-00-000Z.db`, and `…Z-by-hand.db` for other kinds. */
const namePattern = /^desk-(\d{6,})-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z(?:-([a-z-]+))?\.db$/;

/** A backup as its file's name tells it. */
export interface StoredBackup {
  name: string;
  /** Counted up from one backup to the next: newest is highest, whatever the clock said. */
  number: number;
  kind: BackupKind;
  createdAt: string;
  bytes: number;
}

function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** Absolute path of a backup by its name. */
export function backupFile(dataFolder: string, name: string): string {
  return join(backupFolder(dataFolder), name);
}

function readName(name: string): Omit<StoredBackup, 'bytes'> | null {
  const [, number, date, hours, minutes, seconds, fraction, kind] = namePattern.exec(name) ?? [];
  const known = backupKindSchema.safeParse(kind ?? 'rolling');
  if (number === undefined || !known.success) return null;
  const createdAt = `${date}T${hours}:${minutes}:${seconds}.${fraction}Z`;
  return Number.isNaN(Date.parse(createdAt))
    ? null
    : { name, number: Number(number), kind: known.data, createdAt };
}

/** The backups there are, newest first, unchecked. */
export function listBackups(dataFolder: string): StoredBackup[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((file) => {
      const read = readName(file);
      return read === null ? [] : [{ ...read, bytes: statSync(join(folder, file)).size }];
    })
    .sort((left, right) => right.number - left.number);
}

function toContract({ number: _number, ...backup }: StoredBackup, check: FileCheck): Backup {
  const { sound, articles, changedAt, version } = check;
  return {
    ...backup,
    good: sound,
    version,
    articles,
    changedAt: changedAt === null ? null : new Date(changedAt).toISOString(),
  };
}

/** The backups there are, newest first, each checked now; checks run in a worker. */
export async function checkedBackups(dataFolder: string): Promise<Backup[]> {
  const backups = listBackups(dataFolder);
  const checks = await checkFiles(backups.map(({ name }) => backupFile(dataFolder, name)));
  return backups.flatMap((backup, index) => {
    const check = checks[index];
    return check === undefined ? [] : [toContract(backup, check)];
  });
}

/** The name the next backup gets. `now` is milliseconds since 1970. */
function nextName(dataFolder: string, kind: BackupKind, now: number): string {
  const number = (listBackups(dataFolder)[0]?.number ?? 0) + 1;
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  return `desk-${String(number).padStart(6, '0')}-${stamp}${kind === 'rolling' ? '' : `-${kind}`}.db`;
}

/** The backup did not pass its check after it was written, and was not kept. */
export class UnsoundBackupError extends Error {
  constructor(problem: string) {
    super(`the backup did not pass its check: ${problem}`);
    this.name = 'UnsoundBackupError';
  }
}

/** Checks a copy that is to be a backup, gives it its name, and thins the old ones out; see thin-out.ts. */
async function keep(
  unfinished: string,
  dataFolder: string,
  kind: BackupKind,
  now: number,
  spared: string | null = null,
): Promise<Backup> {
  makeOneFile(unfinished);
  const [check] = await checkFiles([unfinished]);
  if (check?.sound !== true) {
    rmSync(unfinished, { force: true });
    throw new UnsoundBackupError(check?.problems[0] ?? 'no answer');
  }
  const name = nextName(dataFolder, kind, now);
  renameSync(unfinished, backupFile(dataFolder, name));
  const backups = listBackups(dataFolder);
  const kept = backupsToKeep(backups);
  for (const old of backups) {
    if (!kept.has(old.name) && old.name !== spared) rmSync(backupFile(dataFolder, old.name), { force: true });
  }
  const { size: bytes } = statSync(backupFile(dataFolder, name));
  return toContract({ name, number: 0, kind, createdAt: new Date(now).toISOString(), bytes }, check);
}

/** Takes a copy out of write-ahead logging: it is one file then, wherever it is carried. */
function makeOneFile(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = DELETE');
  database.close();
}

let copies = 0;

function unfinishedFile(dataFolder: string): string {
  mkdirSync(backupFolder(dataFolder), { recursive: true });
  copies += 1;
  const file = backupFile(dataFolder, `${process.pid}-${copies}.unfinished`);
  rmSync(file, { force: true });
  return file;
}

/**
 * Writes one backup of the open database, checks it, and thins the old ones out, but for the one named `spared`. `now`
 * is milliseconds since 1970.
 * Throws UnsoundBackupError, or what SQLite and the file system say where it cannot be written; nothing is left then.
 */
export async function backUp(
  database: Database,
  dataFolder: string,
  kind: BackupKind,
  now: number,
  spared: string | null = null,
): Promise<Backup> {
  const unfinished = unfinishedFile(dataFolder);
  try {
    await database.backup(unfinished);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return keep(unfinished, dataFolder, kind, now, spared);
}

/** Takes a database file that lies elsewhere in among the backups (a copy; the file stays). Throws as `backUp` does. */
export async function takeIn(
  file: string,
  dataFolder: string,
  kind: BackupKind,
  now: number,
): Promise<Backup> {
  const unfinished = unfinishedFile(dataFolder);
  copyFileSync(file, unfinished);
  return keep(unfinished, dataFolder, kind, now);
}

/** Takes away what a crash left of backups that were not finished. */
export function sweepUnfinished(dataFolder: string): void {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.includes('.unfinished')) rmSync(join(folder, name), { force: true });
  }
}
