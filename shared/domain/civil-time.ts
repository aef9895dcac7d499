/**
 * Calendar arithmetic with fixed offsets from UTC (minutes, east positive), on the proleptic Gregorian calendar. No
 * zone database: newsrooms state offsets, and Indonesia's three zones have no summer time.
 */

/** A date and time of day as a clock on the wall shows it. `weekday`: 0 = Sunday (Minggu) … 6 = Saturday (Sabtu). */
export interface CivilTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
}

/** What the wall clock shows at `epochMs` (milliseconds since 1970-01-01T00:00:00Z) at the given offset. */
export function civilTimeAt(epochMs: number, offsetMinutes: number): CivilTime {
  const shifted = new Date(epochMs + offsetMinutes * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
    weekday: shifted.getUTCDay(),
  };
}

export interface CivilInput {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
}

/**
 * The instant (milliseconds since 1970) of a wall-clock time at the given offset, or null where no such time exists:
 * 31 February, hour 25. `24:00:00` is the midnight that ends the day and second 60 (a leap second, ISO 8601 and
 * RFC 5322) the start of the next minute.
 */
export function epochOfCivilTime(civil: CivilInput, offsetMinutes: number): number | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = civil;
  if (
    [year, month, day, hour, minute, second, millisecond].some((part) => !Number.isInteger(part) || part < 0)
  ) {
    return null;
  }
  if (minute > 59 || second > 60 || millisecond > 999 || hour > 24) return null;
  if (hour === 24 && (minute > 0 || second > 0 || millisecond > 0)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  const epochMs =
    date.getTime() +
    hour * 3_600_000 +
    minute * 60_000 +
    second * 1000 +
    millisecond -
    offsetMinutes * 60_000;
  return Number.isFinite(epochMs) ? epochMs : null;
}

/** Weekday of a date, 0 = Sunday (Minggu) … 6 = Saturday (Sabtu); null where the date does not exist. */
export function weekdayOfDate(year: number, month: number, day: number): number | null {
  const epochMs = epochOfCivilTime({ year, month, day }, 0);
  return epochMs === null ? null : civilTimeAt(epochMs, 0).weekday;
}
