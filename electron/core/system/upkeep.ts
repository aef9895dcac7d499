/** What has to be done from time to time while people work: backups of what they wrote, forgetting of what is spent. */
import { statSync } from 'node:fs';
import { backUp, listBackups } from '../database/backup.ts';
import { deskFile, type Database } from '../database/open.ts';
import type { Clock, Log } from '../providers.ts';

const hour = 3_600_000;
const checkEveryMs = 5 * 60_000;

export interface Upkeep {
  start(): void;
  stop(): void;
  /** Makes a backup where one is due (an hour after the newest, whichever way the clock went) and tidies up. */
  round(): Promise<void>;
  /** A backup at the end of work, unless nothing was written since the newest one. */
  lastBackup(): Promise<void>;
}

export function createUpkeep({
  database,
  dataFolder,
  clock,
  log,
  tidy,
  onBackup,
  onMoved,
}: {
  database: Database;
  dataFolder: string;
  clock: Clock;
  log: Log;
  tidy: () => void;
  /** A backup was made, or could not be. */
  onBackup: (failure: unknown) => void;
  /** The data folder is no longer where it was opened. */
  onMoved: () => void;
}): Upkeep {
  const opened = identity();
  let timer: NodeJS.Timeout | null = null;
  let changesAtBackup = -1;
  let running: Promise<void> = Promise.resolve();

  /** What the file system knows `desk.db` by; another file, or none, at its path means that the folder was moved. */
  function identity(): string | null {
    const found = statSync(deskFile(dataFolder), { throwIfNoEntry: false });
    return found === undefined ? null : `${found.dev}:${found.ino}`;
  }

  function changes(): number {
    return database.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
  }

  async function backUpWhatChanged(): Promise<void> {
    const now = changes();
    if (now === changesAtBackup) return;
    if (identity() !== opened) return onMoved();
    try {
      await backUp(database, dataFolder, 'rolling', clock.now());
      changesAtBackup = now;
      onBackup(null);
    } catch (error) {
      log.error('backup failed', { error: String(error) });
      onBackup(error);
    }
  }

  async function round(): Promise<void> {
    tidy();
    const newest = listBackups(dataFolder)[0];
    const isDue = !newest || Math.abs(clock.now() - Date.parse(newest.createdAt)) >= hour;
    if (isDue) await backUpWhatChanged();
  }

  return {
    start() {
      timer = setInterval(() => (running = round()), checkEveryMs);
      timer.unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
    round,
    async lastBackup() {
      await running;
      await backUpWhatChanged();
    },
  };
}
