/** Flash copy: what a desk must hear of at once. */
import type { AlertsSettings } from '../contract/alerts-settings.ts';
import { isWithinHours } from './match-wire-query.ts';

/** What agencies begin a flash with where they give no urgency: `KILAT:`, `FLASH -`, `*BREAKING NEWS*`. */
const FLASH_WORDS = /^[\s*[(]*(?:kilat|flash|snap|breaking(?:\s+news)?|sekilas\s+info)[\s*\])]*(?:[:–—-]|$)/i;

/** Urgency 1, or the source's own word for it at the head of the headline. */
export function isFlash({ urgency, headline }: { urgency: number | null; headline: string }): boolean {
  return urgency === 1 || FLASH_WORDS.test(headline);
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

/**
 * How flash copy is made known to a person at `now` (milliseconds since 1970): as they chose, else as the house did;
 * not at all in the quiet hours, which are those of `offsetMinutes` east of UTC.
 */
export function decideAlert(
  { house, people }: AlertsSettings,
  personId: string,
  now: number,
  offsetMinutes: number,
): { sound: boolean; notify: boolean } {
  const { sound, notify, quiet, quietFrom, quietTo } = people[personId] ?? house;
  const hours = { from: minutesOf(quietFrom), to: minutesOf(quietTo) };
  if (quiet && hours.from !== hours.to && isWithinHours(now, hours, offsetMinutes))
    return { sound: false, notify: false };
  return { sound, notify };
}
