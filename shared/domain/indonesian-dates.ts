/** Dates and times as Indonesian newsrooms write them, and what a bare weekday in a story means. */
import {
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  INDONESIAN_MONTHS,
  INDONESIAN_SHORT_MONTHS,
  INDONESIAN_WEEKDAYS,
  parseWeekdayName,
} from './calendar-names.ts';
import { civilTimeAt, epochOfCivilTime } from './civil-time.ts';

/** Waktu Indonesia Barat, UTC+7, in minutes. */
export const WIB_OFFSET_MINUTES = 420;
/** Waktu Indonesia Tengah, UTC+8, in minutes. */
export const WITA_OFFSET_MINUTES = 480;
/** Waktu Indonesia Timur, UTC+9, in minutes. */
export const WIT_OFFSET_MINUTES = 540;

const OFFSET_BY_ZONE: Readonly<Record<string, number>> = {
  'Asia/Jakarta': WIB_OFFSET_MINUTES,
  'Asia/Pontianak': WIB_OFFSET_MINUTES,
  'Asia/Makassar': WITA_OFFSET_MINUTES,
  'Asia/Jayapura': WIT_OFFSET_MINUTES,
};

export const DAY_MS = 86_400_000;

export type DateLanguage = 'id' | 'en';

/** A calendar day; `epochMs` is its first instant at the offset it was resolved in. */
export interface ResolvedDay {
  year: number;
  month: number;
  day: number;
  epochMs: number;
}

/** Offset in minutes of one of Indonesia's IANA zones (`Asia/Makassar`); WIB for any other name. */
export function offsetOfIndonesianZone(zone: string): number {
  return OFFSET_BY_ZONE[zone] ?? WIB_OFFSET_MINUTES;
}

/** Midnight that began the day of an instant in a zone (IANA name of an Indonesian one), in milliseconds since 1970. */
export function startOfDay(epochMs: number, zone: string): number {
  const offsetMs = offsetOfIndonesianZone(zone) * 60_000;
  const dayMs = 86_400_000;
  return Math.floor((epochMs + offsetMs) / dayMs) * dayMs - offsetMs;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function numericOffset(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** `WIB`, `WITA`, `WIT` where the offset (minutes) is one of Indonesia's, else `UTC` or `UTC+05:30`. */
export function zoneLabel(offsetMinutes: number): string {
  if (offsetMinutes === WIB_OFFSET_MINUTES) return 'WIB';
  if (offsetMinutes === WITA_OFFSET_MINUTES) return 'WITA';
  if (offsetMinutes === WIT_OFFSET_MINUTES) return 'WIT';
  return offsetMinutes === 0 ? 'UTC' : `UTC${numericOffset(offsetMinutes)}`;
}

/**
 * ISO 8601 (RFC 3339 profile) with the offset kept: `2018-04-27T22:10:00+07:00`. Milliseconds appear only where there
 * are any; UTC is written `+00:00`. `epochMs` is milliseconds since 1970, `offsetMinutes` east of UTC. Throws a
 * RangeError outside the years 0–9999, as `Date#toISOString` does for times that cannot be.
 */
export function formatIsoWithOffset(epochMs: number, offsetMinutes: number): string {
  const time = civilTimeAt(epochMs, offsetMinutes);
  if (!(time.year >= 0 && time.year <= 9999)) throw new RangeError(`No ISO 8601 time for ${epochMs}`);
  const fraction = time.millisecond === 0 ? '' : `.${pad(time.millisecond, 3)}`;
  return (
    `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}` +
    `T${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}${fraction}${numericOffset(offsetMinutes)}`
  );
}

/** `Jumat (27/4)`: the day as copy names it (EYD V); in English `Friday (27/4)`. */
export function formatNewsDay(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const time = civilTimeAt(epochMs, offsetMinutes);
  const names = language === 'id' ? INDONESIAN_WEEKDAYS : ENGLISH_WEEKDAYS;
  return `${names[time.weekday]} (${time.day}/${time.month})`;
}

/** The part of the day an hour (0–23) falls into: dini hari to 4, pagi to 10, siang to 14, sore to 17, then malam. */
export function dayPartOfHour(hour: number): 'dini hari' | 'pagi' | 'siang' | 'sore' | 'malam' {
  if (hour < 4) return 'dini hari';
  if (hour < 11) return 'pagi';
  if (hour < 15) return 'siang';
  if (hour < 18) return 'sore';
  return 'malam';
}

/** `Jumat (27/4) malam`: the day and its part, Indonesian only. */
export function formatNewsDayPart(epochMs: number, offsetMinutes: number = WIB_OFFSET_MINUTES): string {
  const { hour } = civilTimeAt(epochMs, offsetMinutes);
  return `${formatNewsDay(epochMs, offsetMinutes)} ${dayPartOfHour(hour)}`;
}

/** `27 April 2018`. */
export function formatDate(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const time = civilTimeAt(epochMs, offsetMinutes);
  const names = language === 'id' ? INDONESIAN_MONTHS : ENGLISH_MONTHS;
  return `${time.day} ${names[time.month - 1]} ${time.year}`;
}

/** `Senin`; in English `Monday`. */
export function formatWeekday(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const names = language === 'id' ? INDONESIAN_WEEKDAYS : ENGLISH_WEEKDAYS;
  return names[civilTimeAt(epochMs, offsetMinutes).weekday] ?? '';
}

/** `Jumat, 27 April 2018`; in English `Friday, 27 April 2018`. */
export function formatDay(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const weekday = formatWeekday(epochMs, offsetMinutes, language);
  return `${weekday}, ${formatDate(epochMs, offsetMinutes, language)}`;
}

/** `22.10`; in English `22:10`. */
export function formatClock(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const { hour, minute } = civilTimeAt(epochMs, offsetMinutes);
  return `${pad(hour)}${language === 'id' ? '.' : ':'}${pad(minute)}`;
}

/** `Jumat, 27 April 2018, 22.10 WIB`; in English `Friday, 27 April 2018, 22:10 WIB`. */
export function formatDateTime(
  epochMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
  language: DateLanguage = 'id',
): string {
  const clock = formatClock(epochMs, offsetMinutes, language);
  return `${formatDay(epochMs, offsetMinutes, language)}, ${clock} ${zoneLabel(offsetMinutes)}`;
}

/**
 * How long ago, in the short form lists use: `baru saja`, `12 mnt lalu`, `1 j lalu`, `3 hr lalu`; `just now`,
 * `12 min ago`, `1 h ago`, `3 d ago`. What lies ahead reads `dalam 5 mnt`, `in 5 min`. From seven days on the date
 * stands instead (`27 Apr 2018`). Both times are milliseconds since 1970.
 */
export function formatRelativeTime(
  epochMs: number,
  nowMs: number,
  language: DateLanguage = 'id',
  offsetMinutes: number = WIB_OFFSET_MINUTES,
): string {
  const distance = Math.abs(nowMs - epochMs);
  if (distance >= 7 * DAY_MS) {
    const time = civilTimeAt(epochMs, offsetMinutes);
    const month =
      language === 'id'
        ? INDONESIAN_SHORT_MONTHS[time.month - 1]
        : ENGLISH_MONTHS[time.month - 1]?.slice(0, 3);
    return `${time.day} ${month} ${time.year}`;
  }
  if (distance < 60_000) return language === 'id' ? 'baru saja' : 'just now';
  const [minute, hour, day] = language === 'id' ? ['mnt', 'j', 'hr'] : ['min', 'h', 'd'];
  let amount = `${Math.floor(distance / DAY_MS)} ${day}`;
  if (distance < 3_600_000) amount = `${Math.floor(distance / 60_000)} ${minute}`;
  else if (distance < DAY_MS) amount = `${Math.floor(distance / 3_600_000)} ${hour}`;
  if (epochMs > nowMs) return language === 'id' ? `dalam ${amount}` : `in ${amount}`;
  return language === 'id' ? `${amount} lalu` : `${amount} ago`;
}

function resolvedDay(epochMs: number, offsetMinutes: number): ResolvedDay {
  const { year, month, day } = civilTimeAt(epochMs, offsetMinutes);
  const start = epochOfCivilTime({ year, month, day }, offsetMinutes) ?? epochMs;
  return { year, month, day, epochMs: start };
}

/**
 * The day a weekday named without a date means (`Kamis`), counted from the story's own time (milliseconds since 1970)
 * in WIB unless another offset is given: the last such day up to and including the story's own, or with `'future'` the
 * first one from it on. Null where the name is no weekday.
 */
export function resolveWeekday(
  name: string,
  storyTimeMs: number,
  direction: 'past' | 'future' = 'past',
  offsetMinutes: number = WIB_OFFSET_MINUTES,
): ResolvedDay | null {
  const weekday = parseWeekdayName(name);
  if (weekday === null) return null;
  const today = civilTimeAt(storyTimeMs, offsetMinutes).weekday;
  const days = direction === 'past' ? -((today - weekday + 7) % 7) : (weekday - today + 7) % 7;
  return resolvedDay(storyTimeMs + days * DAY_MS, offsetMinutes);
}

/**
 * The day that a day and month without a year mean (`7/12`, `Jumat (27/4)`): the one nearest the story's own time, in
 * WIB unless another offset is given. Null for a day no year nearby has.
 */
export function resolveDayAndMonth(
  day: number,
  month: number,
  storyTimeMs: number,
  offsetMinutes: number = WIB_OFFSET_MINUTES,
): ResolvedDay | null {
  const { year } = civilTimeAt(storyTimeMs, offsetMinutes);
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => epochOfCivilTime({ year: candidate, month, day }, offsetMinutes))
    .filter((epochMs) => epochMs !== null)
    .sort((one, other) => Math.abs(one - storyTimeMs) - Math.abs(other - storyTimeMs));
  return candidates[0] === undefined ? null : resolvedDay(candidates[0], offsetMinutes);
}
