/**
 * The one date reader of all wire formats. It takes what feeds and agencies really send: ISO 8601 in extended, basic
 * and mixed forms, RFC 5322/822, RFC 850, asctime, Indonesian, English and Portuguese dates in words, `27/04/2018`
 * (day first), Unix times. It never throws, never guesses a date that does not exist and never falls back on the
 * engine's own parser, so every machine reads the same instant.
 */
import { parseMonthName, parseWeekdayName } from './calendar-names.ts';
import { epochOfCivilTime, weekdayOfDate } from './civil-time.ts';
import { readNumericZone, readZoneName } from './zone-names.ts';

export interface ReadDate {
  /** Milliseconds since 1970-01-01T00:00:00Z; for a bare day its first instant at `offsetMinutes`. */
  epochMs: number;
  /** Minutes east of UTC: the offset stated, or the one assumed. */
  offsetMinutes: number;
  /** `instant`: to the second or finer; `minute`: no seconds were given; `day`: no time of day was given. */
  precision: 'instant' | 'minute' | 'day';
  /** True where the text names no (known) zone and the caller's offset stands in. */
  zoneAssumed: boolean;
  /** True where the text names a weekday and the date falls on another (`Jumat, 26 April 2018`). */
  weekdayConflict: boolean;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  precision: 'instant' | 'minute';
}

interface Reading {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  clock?: Clock;
  meridiem?: 'am' | 'pm';
  numericZone?: number;
  namedZone?: number;
  unknownZone?: boolean;
}

const LONGEST = 120;

const PLACEHOLDERS = new Set([
  '0001-01-01',
  '9999-12-31',
  '1970-01-01 00:00:00',
  '1970-01-01T00:00:00Z',
  '1970-01-01T00:00:00+00:00',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 +0000',
]);

/** Words that stand between the parts of a date and carry nothing. */
const FILLERS = new Set([
  'pukul',
  'pkl',
  'jam',
  'tanggal',
  'tgl',
  'hari',
  'at',
  'on',
  'of',
  'the',
  'de',
  'as',
  'do',
  'hrs',
  'hours',
  '-',
  '–',
  '—',
  '|',
  '/',
  '·',
  '•',
  '@',
]);

function readClock(text: string): Clock | null {
  const match =
    /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,12}))?)?$/.exec(text) ??
    /^(\d{1,2})h(\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,12}))?$/.exec(text);
  if (match === null) return null;
  return {
    hour: Number(match[1]),
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    millisecond: Number((match[4] ?? '').padEnd(3, '0').slice(0, 3)),
    precision: match[3] === undefined ? 'minute' : 'instant',
  };
}

/** RFC 5322 §4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** Reads a date in figures at the start of the text (and a time joined to it by T); returns what is left. */
function takeNumericDate(text: string, reading: Reading): string {
  const yearFirst =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/])/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})(?=$|[tT_ zZ+,-])/.exec(text);
  if (yearFirst !== null) {
    reading.year = Number(yearFirst[1]);
    reading.month = Number(yearFirst[3]);
    reading.day = Number(yearFirst[4]);
    const rest = text.slice(yearFirst[0].length);
    return takeJoinedClock(rest, reading, /^(?:\s*[tT_,]\s*|\s+)/);
  }
  const dayFirst =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d:.])/.exec(text) ??
    /^(\d{1,2})([-/])(\d{1,2})\2(\d{2})(?![\d:.])/.exec(text);
  if (dayFirst !== null) {
    reading.day = Number(dayFirst[1]);
    reading.month = Number(dayFirst[3]);
    reading.year = fullYear(dayFirst[4] ?? '');
    return text.slice(dayFirst[0].length);
  }
  return text;
}

function takeJoinedClock(rest: string, reading: Reading, joint: RegExp): string {
  const joined = joint.exec(rest);
  if (joined === null) return rest;
  const after = rest.slice(joined[0].length);
  const figures = /^\d[\d:]*(?:[.,]\d+)?/.exec(after)?.[0] ?? '';
  const hourOnly = /^\d{2}$/.test(figures);
  const clock = hourOnly ? readClock(`${figures}:00`) : readClock(figures);
  if (clock === null) return after;
  reading.clock = clock;
  return after.slice(figures.length);
}

/** `27-Apr-2018`, `Apr/27/18` become words apart; a time glued to its zone or am/pm comes apart from it. */
function splitGlued(text: string): string {
  return text
    .replace(/(\d{1,2})(?:st|nd|rd|th|º|o)?([-/])(\p{L}{3,}\.?)\2(\d{2,4})/gu, '$1 $3 $4')
    .replace(/(\p{L}{3,}\.?)([-/])(\d{1,2})\2(\d{4})/gu, '$1 $3 $4')
    .replace(/(\d[:.]\d{2})([a-zA-Z]+)/g, '$1 $2')
    .replace(/(\d[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)([+-]\d)/g, '$1 $2')
    .replace(/^(\p{L}{3,})\.?,?(?=\d)/u, '$1 ')
    .replace(/\b(gmt|utc|ut)\s+([+-]\d)/gi, '$1$2')
    .replace(/[,;]/g, ' ')
    .trim();
}

/** Takes one word of a date into the reading; false where the word has no place in a date. */
function takeToken(token: string, reading: Reading): boolean {
  const lower = token.toLowerCase();
  if (FILLERS.has(lower) || lower === 'às') return true;

  const meridiem = /^(\d{1,2})?([ap])\.?m\.?$/.exec(lower);
  if (meridiem !== null) {
    if (reading.meridiem !== undefined) return false;
    reading.meridiem = meridiem[2] === 'a' ? 'am' : 'pm';
    if (meridiem[1] === undefined) return true;
    if (reading.clock !== undefined) return false;
    reading.clock = { hour: Number(meridiem[1]), minute: 0, second: 0, millisecond: 0, precision: 'minute' };
    return true;
  }

  const numericZone =
    reading.clock === undefined && reading.day === undefined ? null : readNumericZone(token);
  if (numericZone !== null) {
    if (reading.numericZone !== undefined) return false;
    reading.numericZone = numericZone;
    return true;
  }

  const number = /^(\d{1,4})(?:st|nd|rd|th|º)?\.?$/.exec(lower);
  if (number !== null) return takeNumber(number[1] ?? '', reading);

  const clock = readClock(token);
  if (clock !== null) {
    if (reading.clock !== undefined) return false;
    reading.clock = clock;
    return true;
  }

  const month = parseMonthName(token);
  if (month !== null && reading.month === undefined) {
    reading.month = month;
    return true;
  }
  const weekday = parseWeekdayName(token);
  if (weekday !== null && reading.weekday === undefined) {
    reading.weekday = weekday;
    return true;
  }
  return takeZoneName(token, reading);
}

function takeNumber(digits: string, reading: Reading): boolean {
  if (digits.length <= 2 && reading.day === undefined) {
    reading.day = Number(digits);
    return true;
  }
  if (digits.length !== 3 && reading.year === undefined) {
    reading.year = fullYear(digits.length === 1 ? `0${digits}` : digits);
    return true;
  }
  return false;
}

function takeZoneName(token: string, reading: Reading): boolean {
  const offset = readZoneName(token);
  if (offset !== null) {
    reading.namedZone ??= offset;
    return true;
  }
  // RFC 5322 §4.3: military letters and unknown names mean that the zone is not known.
  if (reading.clock !== undefined && /^(?:[A-IK-Z]|[A-Z]{3,5})$/.test(token)) {
    reading.unknownZone = true;
    return true;
  }
  return false;
}

function applyMeridiem(clock: Clock, meridiem: 'am' | 'pm' | undefined): Clock | null {
  if (meridiem === undefined) return clock;
  if (clock.hour < 1 || clock.hour > 12) return clock.hour > 12 && meridiem === 'pm' ? clock : null;
  return { ...clock, hour: (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0) };
}

function conclude(reading: Reading, defaultOffsetMinutes: number): ReadDate | null {
  const { year, month, day } = reading;
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year < 1000 || year > 9998 || month < 1 || day < 1) return null;
  if (reading.clock === undefined && reading.meridiem !== undefined) return null;
  const clock = reading.clock === undefined ? null : applyMeridiem(reading.clock, reading.meridiem);
  if (reading.clock !== undefined && clock === null) return null;
  const offset = reading.numericZone ?? reading.namedZone;
  const offsetMinutes = offset ?? defaultOffsetMinutes;
  const epochMs = epochOfCivilTime(
    {
      year,
      month,
      day,
      hour: clock?.hour ?? 0,
      minute: clock?.minute ?? 0,
      second: clock?.second ?? 0,
      millisecond: clock?.millisecond ?? 0,
    },
    offsetMinutes,
  );
  if (epochMs === null) return null;
  return {
    epochMs,
    offsetMinutes,
    precision: clock?.precision ?? 'day',
    zoneAssumed: offset === undefined,
    weekdayConflict: reading.weekday !== undefined && reading.weekday !== weekdayOfDate(year, month, day),
  };
}

function readFigures(text: string, defaultOffsetMinutes: number): ReadDate | null {
  if (/^\d{10}$/.test(text) || /^\d{13}$/.test(text)) {
    const epochMs = text.length === 10 ? Number(text) * 1000 : Number(text);
    if (epochMs === 0) return null;
    return { epochMs, offsetMinutes: 0, precision: 'instant', zoneAssumed: false, weekdayConflict: false };
  }
  const joined = /^(\d{4})(\d{2})(\d{2})(\d{4}|\d{6})$/.exec(text);
  const clock = readClock(joined?.[4] ?? '');
  if (joined === null || clock === null) return null;
  const reading = { year: Number(joined[1]), month: Number(joined[2]), day: Number(joined[3]), clock };
  return conclude(reading, defaultOffsetMinutes);
}

/**
 * Reads a date in any form a wire source sends, or null where there is none: empty text, placeholders
 * (`0000-00-00`, `-`, `N/A`, the epoch's first second), days that do not exist, anything else that is no date. Ten
 * digits are Unix seconds, thirteen milliseconds, both UTC; twelve or fourteen are `YYYYMMDDhhmm[ss]`. A date in
 * figures with the year last is read day first. A missing or unknown zone is taken as `defaultOffsetMinutes` (east of
 * UTC) and flagged.
 */
export function readDate(raw: string | null | undefined, defaultOffsetMinutes = 0): ReadDate | null {
  if (typeof raw !== 'string' || raw.length > LONGEST * 4) return null;
  const text = raw
    .normalize('NFC')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/[\s()\u200b\ufeff]+/g, ' ')
    .trim();
  if (text === '' || text.length > LONGEST || !/\d/.test(text) || PLACEHOLDERS.has(text)) return null;
  if (text.startsWith('0001-01-01') || text.startsWith('9999-12-31')) return null;
  if (/^\d{9,}$/.test(text)) return readFigures(text, defaultOffsetMinutes);

  const reading: Reading = {};
  let rest = text.replace(/\[[A-Za-z/_]+\]$/, '');
  const opening = /^(\p{L}[\p{L}'’-]*)\.?(?:\s*,\s*|\s+)(?=\d)/u.exec(rest);
  const weekday = opening === null ? null : parseWeekdayName(opening[1] ?? '');
  if (opening !== null && weekday !== null) {
    reading.weekday = weekday;
    rest = rest.slice(opening[0].length);
  }
  rest = splitGlued(takeNumericDate(rest, reading));
  for (const token of rest.split(' ')) {
    if (token !== '' && !takeToken(token, reading)) return null;
  }
  return conclude(reading, defaultOffsetMinutes);
}
