/** Days that no calendar has, and weekdays that fell on another date: `Jumat (27/4)` that was a Thursday, `(31/2)`. */
import {
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  INDONESIAN_MONTHS,
  INDONESIAN_WEEKDAYS,
  parseMonthName,
  parseWeekdayName,
} from '../domain/calendar-names.ts';
import { weekdayOfDate } from '../domain/civil-time.ts';
import { resolveDayAndMonth } from '../domain/indonesian-dates.ts';
import { replaceWith, type CheckContext, type Found, type TextCheck } from './found.ts';

const WEEKDAY = ['Ahad', "Jum['’]at", ...INDONESIAN_WEEKDAYS, ...ENGLISH_WEEKDAYS].join('|');
const MONTH = [...new Set([...INDONESIAN_MONTHS, ...ENGLISH_MONTHS])].join('|');

/** `Jumat (27/4)`, `Jumat, 27/4/2018`, `Jumat, 27 April 2018`, `(27/4)`, `27/4/2018`, `27 April 2018`. */
const DATES = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<weekday>${WEEKDAY})(?<between>,? ?\(?))?` +
    String.raw`(?:(?:(?<=[(]|(?:${WEEKDAY}),? ?)|(?<!/)(?=\d{1,2}/(?:0?[1-9]|1[0-2])/\d{4}))` +
    String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})(?:/(?<year>\d{4}|\d{2}))?` +
    String.raw`|(?<longDay>\d{1,2}) (?<longMonth>${MONTH})(?: (?<longYear>\d{4}))?)(?![\p{L}\p{N}/])`,
  'gu',
);

interface WrittenDate {
  weekday: number | null;
  day: number;
  month: number;
  year: number | null;
}

function readYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function readWritten(groups: Record<string, string | undefined>): WrittenDate {
  const { weekday, day, month, year, longDay, longMonth, longYear } = groups;
  return {
    weekday: weekday === undefined ? null : parseWeekdayName(weekday),
    day: Number(day ?? longDay),
    month: month === undefined ? (parseMonthName(longMonth ?? '') ?? 0) : Number(month),
    year: readYear(year ?? longYear),
  };
}

/** Beyond this a date without a year may be of the year before or of the one after. */
const NEAR_MS = 120 * 86_400_000;

/** Whether a date far from the story's time is the written weekday in the other year it can be of. */
function fitsOtherYear(
  { weekday, day, month, year }: WrittenDate,
  { at, offsetMinutes }: CheckContext,
): boolean {
  const nearest = year === null ? resolveDayAndMonth(day, month, at, offsetMinutes) : null;
  if (nearest === null || Math.abs(nearest.epochMs - at) < NEAR_MS) return false;
  return weekdayOfDate(nearest.year + (nearest.epochMs > at ? -1 : 1), month, day) === weekday;
}

/** The weekday that the date really is; null where there is no such date (near the story's time, if it names no year). */
function realWeekday({ day, month, year }: WrittenDate, { at, offsetMinutes }: CheckContext): number | null {
  if (year !== null) return weekdayOfDate(year, month, day);
  // 29 February may lie years away.
  if (day === 29 && month === 2) {
    const now = new Date(at).getUTCFullYear();
    const leap = [0, 1, -1, 2, -2, 3, -3, 4]
      .map((step) => now + step)
      .find((one) => weekdayOfDate(one, 2, 29) !== null);
    return leap === undefined ? null : weekdayOfDate(leap, 2, 29);
  }
  const resolved = resolveDayAndMonth(day, month, at, offsetMinutes);
  return resolved === null ? null : weekdayOfDate(resolved.year, resolved.month, resolved.day);
}

function checkOne(match: RegExpExecArray, context: CheckContext): Found | null {
  const written = readWritten(match.groups ?? {});
  const { index: start, 0: whole } = match;
  const weekday = realWeekday(written, context);
  if (weekday === null) {
    const name = match.groups?.['weekday'];
    const from = start + (name === undefined ? 0 : whole.search(/\d/));
    return { check: 'date', code: 'no-such-date', start: from, end: start + whole.length, fixes: [] };
  }
  if (written.weekday === null || written.weekday === weekday || fitsOtherYear(written, context)) return null;
  const name = match.groups?.['weekday'] ?? '';
  const names = (ENGLISH_WEEKDAYS as readonly string[]).includes(name)
    ? ENGLISH_WEEKDAYS
    : INDONESIAN_WEEKDAYS;
  const right = names[weekday] ?? '';
  return {
    check: 'date',
    code: 'other-weekday',
    start,
    end: start + whole.length,
    parameters: { weekday: right },
    fixes: [replaceWith(right + whole.slice(name.length))],
  };
}

export const checkDates: TextCheck = ({ text }, context) =>
  Array.from(text.matchAll(DATES), (match) => checkOne(match, context)).filter((found) => found !== null);
