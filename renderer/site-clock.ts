/** What the clock of a target's site shows at a time. */
import type { SiteFacts } from '../shared/contract/publishing.ts';
import { civilTimeAt } from '../shared/domain/civil-time.ts';
import { formatClock, formatWeekday, zoneLabel } from '../shared/domain/indonesian-dates.ts';
import { offsetInZone } from '../shared/domain/zone-offset.ts';
import type { Language } from '../shared/i18n/translate.ts';

export interface SiteClock {
  /** `22.00`; with the day (`Min 22.00`) where that is another one than in the newsroom. */
  time: string;
  /** `WIB`, `UTC-05:00`. */
  zone: string;
  /** The site's clock shows what the newsroom's shows. */
  isSame: boolean;
}

/** `epochMs` is milliseconds since 1970, `offsetMinutes` the newsroom's, east of UTC. */
export function readSiteClock(
  { timeZone, offsetMinutes: offsetNow }: SiteFacts,
  epochMs: number,
  offsetMinutes: number,
  language: Language,
): SiteClock {
  const offset = (timeZone === null ? null : offsetInZone(timeZone, epochMs)) ?? offsetNow;
  const clock = formatClock(epochMs, offset, language);
  const isSameDay = civilTimeAt(epochMs, offset).day === civilTimeAt(epochMs, offsetMinutes).day;
  return {
    time: isSameDay ? clock : `${formatWeekday(epochMs, offset, language).slice(0, 3)} ${clock}`,
    zone: zoneLabel(offset),
    isSame: offset === offsetMinutes,
  };
}
