/** What happens before the databases are opened: damage is found, the damaged file kept aside, the newest good backup put in its place. */
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupFile, listBackups } from './backup.ts';
import { deskFile, isSound, opens, setAside, wireFile } from './open.ts';

export interface Notice {
  code: 'desk-restored' | 'desk-lost' | 'wire-set-aside';
  detail: string;
}

const runningMarker = 'running';

/** Notes that the databases are in use; still there at the next start, it tells of an unclean stop. */
export function markRunning(dataFolder: string): void {
  writeFileSync(join(dataFolder, runningMarker), String(process.pid));
}

export function markStopped(dataFolder: string): void {
  rmSync(join(dataFolder, runningMarker), { force: true });
}

export function stoppedUncleanly(dataFolder: string): boolean {
  return existsSync(join(dataFolder, runningMarker));
}

/**
 * Checks `desk.db` (always: it is small) and whether `wire.db` opens at all. A damaged `desk.db` is set aside and the
 * newest sound backup takes its place; a damaged `wire.db` is set aside and begun anew (the sources fill it again).
 * Returns what the user must be told. `now` is milliseconds since 1970.
 */
export function recoverDamagedFiles(dataFolder: string, now: number): Notice[] {
  const notices: Notice[] = [];
  const desk = deskFile(dataFolder);
  if (existsSync(desk) && !isSound(desk)) {
    const aside = setAside(dataFolder, desk, now);
    const backup = listBackups(dataFolder).find((candidate) =>
      isSound(backupFile(dataFolder, candidate.name)),
    );
    if (backup) {
      copyFileSync(backupFile(dataFolder, backup.name), desk);
      notices.push({ code: 'desk-restored', detail: `${backup.createdAt} · ${aside}` });
    } else {
      notices.push({ code: 'desk-lost', detail: aside });
    }
  }
  const wire = wireFile(dataFolder);
  if (existsSync(wire) && !opens(wire)) {
    notices.push({ code: 'wire-set-aside', detail: setAside(dataFolder, wire, now) });
  }
  return notices;
}
