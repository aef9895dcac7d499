/** Rolling backups of `desk.db` by SQLite's online backup, each checked after it was written. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../../shared/contract/system.ts';
import { isSound, type Database } from './open.ts';

const namePattern = /^desk-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.db$/;
const hour = 3_600_000;
const day = 24 * hour;

function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

export function backupFile(dataFolder: string, name: string): string {
  return join(backupFolder(dataFolder), name);
}

function timeOf(name: string): number | null {
  const stamp = namePattern.exec(name)?.[1];
  if (stamp === undefined) return null;
  const iso = stamp.replace(/T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/, 'T$1:$2:$3.$4Z');
  return Date.parse(iso);
}

/** The backups there are, newest first. `good` tells that the file passed its check when it was written. */
export function listBackups(dataFolder: string): Backup[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const time = timeOf(name);
      if (time === null) return [];
      return [
        {
          name,
          createdAt: new Date(time).toISOString(),
          bytes: statSync(join(folder, name)).size,
          good: true,
        },
      ];
    })
    .sort((left, right) => right.name.localeCompare(left.name));
}

/**
 * Writes one backup, checks it, and thins the old ones out: all of the last day, one a day for a fortnight.
 * `now` is milliseconds since 1970. Throws where the copy cannot be written or does not pass its check.
 */
export async function backUp(database: Database, dataFolder: string, now: number): Promise<Backup> {
  const folder = backupFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  const createdAt = new Date(now).toISOString();
  const name = `desk-${createdAt.replaceAll(/[:.]/g, '-')}.db`;
  const unfinished = join(folder, `${name}.unfinished`);
  await database.backup(unfinished);
  if (!isSound(unfinished)) {
    rmSync(unfinished, { force: true });
    throw new Error('the backup did not pass its check');
  }
  renameSync(unfinished, join(folder, name));
  thinOut(dataFolder, now);
  return { name, createdAt, bytes: statSync(join(folder, name)).size, good: true };
}

function thinOut(dataFolder: string, now: number): void {
  const keptDays = new Set<string>();
  for (const backup of listBackups(dataFolder)) {
    const time = Date.parse(backup.createdAt);
    if (now - time < day) continue;
    const date = backup.createdAt.slice(0, 10);
    if (now - time < 14 * day && !keptDays.has(date)) {
      keptDays.add(date);
      continue;
    }
    rmSync(backupFile(dataFolder, backup.name), { force: true });
  }
}
