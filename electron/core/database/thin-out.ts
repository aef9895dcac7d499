/** Which backups are kept. Decided by counting, never by age, so a clock that jumps costs no backup. */
import type { Backup } from '../../../shared/contract/system.ts';

type Dated = Pick<Backup, 'name' | 'kind' | 'createdAt'>;

/** As many of the newest hours, days and weeks that have a backup keep the last one made in them. */
const PERIODS = [
  { count: 24, of: (time: number) => Math.floor(time / 3_600_000) },
  { count: 14, of: (time: number) => Math.floor(time / 86_400_000) },
  { count: 12, of: (time: number) => Math.floor(time / 604_800_000) },
] as const;
const NEWEST_KEPT = 5;
/** Of those a person asked for, and those made before a restore or out of a damaged file. */
const OTHERS_KEPT = 24;

/**
 * Names of the backups to keep, out of a list that is newest first: the newest five; the last of each of the newest 24
 * hours, 14 days and 12 weeks (UTC) there are; of those that were not made by the clock, the newest 24.
 */
export function backupsToKeep(backups: readonly Dated[]): Set<string> {
  const rolling = backups.filter(({ kind }) => kind === 'rolling');
  const others = backups.filter(({ kind }) => kind !== 'rolling');
  const kept = new Set([...rolling.slice(0, NEWEST_KEPT), ...others.slice(0, OTHERS_KEPT)].map(nameOf));
  for (const period of PERIODS) {
    const seen = new Set<number>();
    for (const backup of rolling) {
      const number = period.of(Date.parse(backup.createdAt));
      if (seen.has(number)) continue;
      if (seen.size === period.count) break;
      seen.add(number);
      kept.add(backup.name);
    }
  }
  return kept;
}

function nameOf({ name }: Dated): string {
  return name;
}
