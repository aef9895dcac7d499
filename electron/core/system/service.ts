/** Backups, the way back to one, and the choice after damage. */
import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Backup, Recovery } from '../../../shared/contract/system.ts';
import { backUp, backupFile, checkedBackups, listBackups, UnsoundBackupError } from '../database/backup.ts';
import { deskMigrations } from '../database/migrations/desk/index.ts';
import { deskFile, keepAside, type Database } from '../database/open.ts';
import { forgetRecovery, salvageDesk } from '../database/recovery.ts';
import { noteRestore } from '../database/restore.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';

export type SystemService = ReturnType<typeof createSystemService>;

export function createSystemService({
  database,
  dataFolder,
  clock,
  events,
  workplace,
  recovery: found,
  onSettled,
  reopen,
}: {
  database: Database;
  dataFolder: string;
  clock: Clock;
  events: EventBus;
  workplace: Workplace;
  /** The choice that waits since this start. */
  recovery: Recovery | null;
  /** It was made: what rested may begin. */
  onSettled: () => void;
  /** Has the host close this core and open it again; see CoreProviders. */
  reopen: () => void;
}) {
  let recovery = found;

  async function find(name: string): Promise<Backup> {
    const backup = (await checkedBackups(dataFolder)).find((candidate) => candidate.name === name);
    if (!backup) throw contractError('NOT_FOUND', { kind: 'backup', id: name });
    return backup;
  }

  /** Keeps what is open now; the file as it is where it does not pass its check any more. Returns where it is kept. */
  async function keepPresent(wanted: string): Promise<string> {
    try {
      const backup = await backUp(database, dataFolder, 'before-restore', clock.now(), wanted);
      return `backups/${backup.name}`;
    } catch (error) {
      if (!(error instanceof UnsoundBackupError)) throw error;
      return relative(dataFolder, keepAside(dataFolder, deskFile(dataFolder), clock.now())).replaceAll(
        sep,
        '/',
      );
    }
  }

  async function backUpNow(): Promise<Backup> {
    const backup = await backUp(database, dataFolder, 'by-hand', clock.now());
    workplace.record({ kind: 'backed-up', backup: backup.name });
    events.emit({ type: 'system.changed' });
    return backup;
  }

  return {
    backups: () => checkedBackups(dataFolder),
    backUpNow,
    recovery: () => recovery,

    settleRecovery(): void {
      if (recovery === null) return;
      forgetRecovery(dataFolder);
      workplace.record({ kind: 'recovery-settled' });
      recovery = null;
      onSettled();
      events.emit({ type: 'system.changed' });
    },

    /** See the contract. */
    async salvage(file: string): Promise<Pick<Recovery, 'salvaged' | 'salvagedBackup'>> {
      const name = basename(file);
      const damaged = join(dataFolder, 'damaged', name);
      if (!existsSync(damaged)) throw contractError('NOT_FOUND', { kind: 'damaged file', id: name });
      const donor = listBackups(dataFolder).find(({ kind }) => kind !== 'salvaged');
      const lender = donor === undefined ? null : backupFile(dataFolder, donor.name);
      const salvaged = await salvageDesk(dataFolder, damaged, lender, clock.now());
      events.emit({ type: 'system.changed' });
      return salvaged;
    },

    /** See the contract. */
    async restore(name: string): Promise<{ restored: Backup; keptAs: string }> {
      const restored = await find(name);
      if (!restored.good) throw contractError('INVALID', { field: 'name', reason: 'backup-damaged' });
      if ((restored.version ?? 0) > deskMigrations.length) {
        throw contractError('INVALID', { field: 'name', reason: 'backup-from-the-future' });
      }
      const keptAs = await keepPresent(name);
      noteRestore(dataFolder, { backup: name, askedBy: workplace.currentPerson().personId });
      reopen();
      return { restored, keptAs };
    },
  };
}
