/**
 * What happens before the databases are opened: a restore that was asked for is carried out, damage is found, damaged
 * files are kept aside, and something sound takes their place. docs/decisions/02-recovery.md has the reasons.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { recoverySchema, type Recovery } from '../../../shared/contract/system.ts';
import { writeWhole } from '../write-whole.ts';
import { backupFile, listBackups, sweepUnfinished, takeIn } from './backup.ts';
import { checkFile } from './check-file.ts';
import { completeDesk, completeWire } from './complete-salvage.ts';
import { keepIdsAhead } from './ids-ahead.ts';
import { DatabaseFromTheFutureError } from './migrate.ts';
import { deskMigrations } from './migrations/desk/index.ts';
import { wireMigrations } from './migrations/wire/index.ts';
import { deskFile, keepAside, opens, replaceDatabase, wireFile } from './open.ts';
import { carryOutRestore, type RestoreNote } from './restore.ts';
import { salvage } from './salvage.ts';

export interface Notice {
  code: 'wire-salvaged' | 'wire-set-aside';
  /** The file kept aside, from the data folder on. */
  detail: string;
}

export interface Preparation {
  notices: Notice[];
  /** The choice that waits for a person; null where there is none. */
  recovery: Recovery | null;
  /** An earlier state of `desk.db` is in place since this start: what it says is under way may long be done. */
  wentBack: boolean;
  /** The restore that was carried out at this start. */
  restored: RestoreNote | null;
}

/** There while the databases are in use; still there at the next start, it tells of an unclean stop. */
const RUNNING = 'running';
/** There once `wire.db` did not pass its check: it is salvaged at the next start. */
const WIRE_UNSOUND = 'wire-unsound';
const RECOVERY = 'recovery.json';

/** Notes that the databases are in use. */
export function markRunning(dataFolder: string): void {
  writeFileSync(join(dataFolder, RUNNING), String(process.pid));
}

export function markStopped(dataFolder: string): void {
  rmSync(join(dataFolder, RUNNING), { force: true });
}

export function stoppedUncleanly(dataFolder: string): boolean {
  return existsSync(join(dataFolder, RUNNING));
}

/** Has the next start set `wire.db` aside and salvage what can be read of it. */
export function markWireUnsound(dataFolder: string): void {
  writeFileSync(join(dataFolder, WIRE_UNSOUND), '');
}

/** The choice is made. */
export function forgetRecovery(dataFolder: string): void {
  rmSync(join(dataFolder, RECOVERY), { force: true });
}

function readRecovery(dataFolder: string): Recovery | null {
  try {
    return recoverySchema.parse(JSON.parse(readFileSync(join(dataFolder, RECOVERY), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Makes the data folder ready to be opened. `now` is milliseconds since 1970. `desk.db` is always checked (it is
 * small); `wire.db` only for whether it opens. Throws DatabaseFromTheFutureError, having changed nothing.
 */
export async function prepareDataFolder(dataFolder: string, now: number): Promise<Preparation> {
  sweepUnfinished(dataFolder);
  const restored = carryOutRestore(dataFolder);
  if (restored !== null) forgetRecovery(dataFolder);
  const found = await recoverDesk(dataFolder, now);
  refuseFuture(deskFile(dataFolder), deskMigrations.length);
  refuseFuture(wireFile(dataFolder), wireMigrations.length);
  return {
    notices: await recoverWire(dataFolder, now),
    recovery: found ?? readRecovery(dataFolder),
    wentBack: restored !== null || found !== null,
    restored,
  };
}

function refuseFuture(file: string, known: number): void {
  if (!existsSync(file) || !opens(file)) return;
  const database = new SqliteDatabase(file, { readonly: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  database.close();
  if (version > known) throw new DatabaseFromTheFutureError(file, version, known);
}

/**
 * A damaged `desk.db` is set aside, what can be read of it becomes a backup of its own, and the newest sound backup
 * takes its place, until a person chooses. Null where it is sound.
 */
async function recoverDesk(dataFolder: string, now: number): Promise<Recovery | null> {
  const desk = deskFile(dataFolder);
  if (!existsSync(desk) || checkFile(desk).sound) return null;
  const backup = listBackups(dataFolder).find(
    ({ name, kind }) => kind !== 'salvaged' && checkFile(backupFile(dataFolder, name)).sound,
  );
  const donor = backup === undefined ? null : backupFile(dataFolder, backup.name);
  const salvaged = await salvageDeskSafely(dataFolder, donor, now);
  const aside = keepAside(dataFolder, desk, now);
  const recovery: Recovery = {
    foundAt: new Date(now).toISOString(),
    damagedFile: relative(dataFolder, aside).replaceAll(sep, '/'),
    openedBackup: backup?.name ?? null,
    ...salvaged,
  };
  // Noted down before the file goes: a crash on the way leaves the damaged file to be found again, or the note.
  writeWhole(join(dataFolder, RECOVERY), JSON.stringify(recovery));
  replaceDatabase(desk, donor);
  return recovery;
}

/** At the start a salvage that fails (on a full disk, say) stops nothing: the damaged file is kept, and it can be tried again. */
async function salvageDeskSafely(
  dataFolder: string,
  donor: string | null,
  now: number,
): Promise<Pick<Recovery, 'salvaged' | 'salvagedBackup'>> {
  try {
    return await salvageDesk(dataFolder, deskFile(dataFolder), donor, now);
  } catch {
    return { salvaged: [], salvagedBackup: null };
  }
}

/** Makes a backup of what can be read of a damaged `desk.db`, unless not one article could be. */
export async function salvageDesk(
  dataFolder: string,
  damaged: string,
  donor: string | null,
  now: number,
): Promise<Pick<Recovery, 'salvaged' | 'salvagedBackup'>> {
  const target = join(dataFolder, 'desk.db.salvaged');
  rmSync(target, { force: true });
  try {
    const options = { damaged, target, donor, migrations: deskMigrations, complete: completeDesk };
    const salvaged = await salvage(options);
    const saved = salvaged.some(({ name, saved: rows }) => name === 'article' && rows > 0);
    const kept = saved ? await takeIn(target, dataFolder, 'salvaged', now) : null;
    return { salvaged, salvagedBackup: kept?.name ?? null };
  } finally {
    rmSync(target, { force: true });
  }
}

/** A damaged `wire.db` is set aside, and what can be read of it takes its place; the sources bring the rest again. */
async function recoverWire(dataFolder: string, now: number): Promise<Notice[]> {
  const wire = wireFile(dataFolder);
  const marker = join(dataFolder, WIRE_UNSOUND);
  if (!existsSync(wire) || (opens(wire) && !existsSync(marker))) return [];
  const target = `${wire}.salvaged`;
  rmSync(target, { force: true });
  const options = { damaged: wire, target, donor: null, migrations: wireMigrations, complete: completeWire };
  const salvaged = await salvage(options);
  keepIdsAhead(target, deskFile(dataFolder));
  const aside = keepAside(dataFolder, wire, now);
  replaceDatabase(wire, target);
  rmSync(target, { force: true });
  rmSync(marker, { force: true });
  const saved = salvaged.some(({ name, saved: rows }) => name === 'story' && rows > 0);
  return [
    {
      code: saved ? 'wire-salvaged' : 'wire-set-aside',
      detail: relative(dataFolder, aside).replaceAll(sep, '/'),
    },
  ];
}
