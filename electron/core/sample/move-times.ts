/** Makes copy that was written for one moment read as if it had been written for another. Pure. */
import {
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  INDONESIAN_WEEKDAYS,
  parseMonthName,
} from '../../../shared/domain/calendar-names.ts';
import { civilTimeAt, epochOfCivilTime, type CivilTime } from '../../../shared/domain/civil-time.ts';
import { formatIsoWithOffset, WIB_OFFSET_MINUTES } from '../../../shared/domain/indonesian-dates.ts';

const SHORT_DAYS = ENGLISH_WEEKDAYS.map((name) => name.slice(0, 3));
const SHORT_MONTHS = ENGLISH_MONTHS.map((name) => name.slice(0, 3));
const WEEKDAYS = INDONESIAN_WEEKDAYS.join('|');
const MONTHS = SHORT_MONTHS.join('|');

const RFC_822 = new RegExp(
  String.raw`\b(?:${SHORT_DAYS.join('|')}), \d{1,2} (?:${MONTHS}) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}`,
  'g',
);
const ISO_8601 = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})/g;
/** What a sentence says of a time: `Rabu (18/11)`, `Rabu (18/11) pukul 09.04`, `pukul 09.04`. */
const TOLD_TIME = new RegExp(
  String.raw`\b(?:(?:${WEEKDAYS}) \((?<day>\d{1,2})/(?<month>\d{1,2})\)(?: pukul (?<hour>\d{2})\.(?<minute>\d{2}))?|pukul (?<bareHour>\d{2})\.(?<bareMinute>\d{2}))`,
  'g',
);
/** The day in a dateline: `Mataram, 18/11 (Kantor …)`. */
const DATELINE_DAY = /(?<=\p{L}, )(\d{1,2})\/(\d{1,2})(?= \(\p{L})/gu;
/** `Jakarta, Nov 18, 2026 (Kantor …)`. */
const ENGLISH_DAY = new RegExp(String.raw`\b(${MONTHS}) (\d{1,2}), (\d{4})\b`, 'g');
/** The year of a copyright line, on one line with its sign. */
const COPYRIGHT_YEAR = /(?<=©[^\n\d<]{0,60})\d{4}\b/g;

type ToldTime = Partial<Record<'day' | 'month' | 'hour' | 'minute' | 'bareHour' | 'bareMinute', string>>;

/**
 * Moves every time in a delivery by the distance from `writtenAt` to `now` (milliseconds since 1970): times of the feed
 * (RFC 822, ISO 8601), days and clock times in the copy (see TOLD_TIME), days in datelines, the year of copyright
 * lines. Days and clocks are those of WIB. A day told without a clock is moved from its first instant, so that it never
 * gets later than the story that tells it.
 */
export function moveTimes(text: string, writtenAt: number, now: number): string {
  const distance = now - writtenAt;
  const { year: thisYear } = civilTimeAt(writtenAt, WIB_OFFSET_MINUTES);

  function moved(year: number, month: number, day: number, hour = 0, minute = 0): CivilTime | null {
    const told = epochOfCivilTime({ year, month, day, hour, minute }, WIB_OFFSET_MINUTES);
    return told === null ? null : civilTimeAt(told + distance, WIB_OFFSET_MINUTES);
  }

  function movedToldTime(whole: string, told: ToldTime): string {
    const { day, month, hour, minute, bareHour, bareMinute } = told;
    if (bareHour !== undefined) {
      const clock = moved(thisYear, 1, 1, Number(bareHour), Number(bareMinute));
      return clock === null ? whole : `pukul ${clockOf(clock)}`;
    }
    const time = moved(thisYear, Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0));
    if (time === null) return whole;
    const named = `${INDONESIAN_WEEKDAYS[time.weekday]} (${time.day}/${time.month})`;
    return hour === undefined ? named : `${named} pukul ${clockOf(time)}`;
  }

  return text
    .replace(RFC_822, (time) => formatRfc822(Date.parse(time) + distance))
    .replace(ISO_8601, (time) => formatIsoWithOffset(Date.parse(time) + distance, WIB_OFFSET_MINUTES))
    .replace(TOLD_TIME, (whole, ...found) => movedToldTime(whole, found.at(-1) as ToldTime))
    .replace(DATELINE_DAY, (whole, day: string, month: string) => {
      const time = moved(thisYear, Number(month), Number(day));
      return time === null ? whole : `${time.day}/${time.month}`;
    })
    .replace(ENGLISH_DAY, (whole, month: string, day: string, year: string) => {
      const time = moved(Number(year), parseMonthName(month) ?? 0, Number(day));
      return time === null ? whole : `${SHORT_MONTHS[time.month - 1]} ${time.day}, ${time.year}`;
    })
    .replace(COPYRIGHT_YEAR, String(civilTimeAt(now, WIB_OFFSET_MINUTES).year));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `09.04`, as Indonesian copy writes it. */
function clockOf({ hour, minute }: CivilTime): string {
  return `${two(hour)}.${two(minute)}`;
}

function formatRfc822(epochMs: number): string {
  const time = civilTimeAt(epochMs, WIB_OFFSET_MINUTES);
  const date = `${SHORT_DAYS[time.weekday]}, ${two(time.day)} ${SHORT_MONTHS[time.month - 1]} ${time.year}`;
  return `${date} ${two(time.hour)}:${two(time.minute)}:${two(time.second)} +0700`;
}
