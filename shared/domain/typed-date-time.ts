/**
 * A day and a time as people type them into a field, whatever form the system's own fields have: day first, months by
 * number or name, the clock of 24 hours.
 */
import { parseMonthName, parseWeekdayName } from './calendar-names.ts';
import { civilTimeAt, epochOfCivilTime, weekdayOfDate } from './civil-time.ts';
import {
  DAY_MS,
  formatClock,
  resolveDayAndMonth,
  resolveWeekday,
  type DateLanguage,
} from './indonesian-dates.ts';

interface Day {
  year: number;
  month: number;
  day: number;
}

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  '': 0,
  'hari ini': 0,
  today: 0,
  besok: 1,
  tomorrow: 1,
  lusa: 2,
  kemarin: -1,
  yesterday: -1,
};

const FILLERS = /\b(?:pukul|pkl|jam|at|wib|wita|wit)\b\.?|,/gi;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T| |$)/i;
const CLOCK = /(?:^|[ T])(\d{1,2})(?:[.:]([0-5]\d)(?::[0-5]\d)?)?$/i;
const IN_FIGURES = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?$/;
const IN_WORDS = /^(\d{1,2}) (\p{L}+\.?)(?: (\d{4}))?$/u;

function dayIn(
  year: string | undefined,
  month: number,
  day: number,
  now: number,
  offsetMinutes: number,
): Day | null {
  if (year === undefined) return resolveDayAndMonth(day, month, now, offsetMinutes);
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year), month, day };
}

function readDay(text: string, now: number, offsetMinutes: number): Day | null {
  const fromToday = DAYS_FROM_TODAY[text.toLowerCase()];
  if (fromToday !== undefined) return civilTimeAt(now + fromToday * DAY_MS, offsetMinutes);
  const iso = ISO.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const figures = IN_FIGURES.exec(text);
  if (figures !== null) return dayIn(figures[3], Number(figures[2]), Number(figures[1]), now, offsetMinutes);
  const words = IN_WORDS.exec(text);
  const month = words === null ? null : parseMonthName(words[2] ?? '');
  if (words !== null && month !== null) return dayIn(words[3], month, Number(words[1]), now, offsetMinutes);
  const [name = '', ...rest] = text.split(' ');
  const weekday = parseWeekdayName(name);
  if (weekday === null) return null;
  if (rest.length === 0) return resolveWeekday(name, now, 'future', offsetMinutes);
  const day = readDay(rest.join(' '), now, offsetMinutes);
  // A day that is not the one it is called is a slip somewhere: which of the two is meant nobody can tell.
  return day !== null && weekdayOfDate(day.year, day.month, day.day) === weekday ? day : null;
}

/**
 * `26/11 9.30`, `26 November 2026, 09:30`, `besok 9`, `Senin 14.00`, `14.00` (today) or ISO 8601's local form →
 * milliseconds since 1970, at the offset (minutes east of UTC). A day without a year is the one nearest `now`; a
 * weekday the next such day, today among them. Null for what is no day and time, and where the time is not written.
 */
export function readTypedDateTime(typed: string, now: number, offsetMinutes: number): number | null {
  const text = typed.replaceAll(FILLERS, ' ').replaceAll(/\s+/g, ' ').trim();
  const clock = CLOCK.exec(text);
  if (clock === null) return null;
  const day = readDay(text.slice(0, clock.index).trim(), now, offsetMinutes);
  if (day === null || Number(clock[1]) > 23) return null;
  const { year, month, day: ofMonth } = day;
  return epochOfCivilTime(
    { year, month, day: ofMonth, hour: Number(clock[1]), minute: Number(clock[2] ?? 0) },
    offsetMinutes,
  );
}

/** As the field shows it, and as it is read back: `26/11/2026 09.30`; in English `26/11/2026 09:30`. */
export function formatTypedDateTime(epochMs: number, offsetMinutes: number, language: DateLanguage): string {
  const { year, month, day } = civilTimeAt(epochMs, offsetMinutes);
  const [dd, mm, yyyy] = [
    String(day).padStart(2, '0'),
    String(month).padStart(2, '0'),
    String(year).padStart(4, '0'),
  ];
  return `${dd}/${mm}/${yyyy} ${formatClock(epochMs, offsetMinutes, language)}`;
}
