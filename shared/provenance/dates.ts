/** Days, months, years and times of day as copy writes them, and whether two mean the same. Pure. */
import { parseMonthName, parseWeekdayName } from '../domain/calendar-names.ts';
import { civilTimeAt } from '../domain/civil-time.ts';
import { resolveDayAndMonth, resolveWeekday } from '../domain/indonesian-dates.ts';

export type DateMention = { start: number; end: number; text: string } & (
  | { kind: 'day'; day: number; month: number; year: number | null }
  | { kind: 'month'; month: number; year: number | null }
  | { kind: 'year'; year: number }
  | { kind: 'weekday'; weekday: number }
  /** `east`: minutes east of UTC where a zone is named. */
  | { kind: 'clock'; minutes: number; east: number | null }
);

/** When a story was sent, by which bare days are read: milliseconds since 1970, minutes east of UTC. */
export interface StoryTime {
  at: number;
  offsetMinutes: number;
}

const MONTH =
  'Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember|January|February|March|May|June|July|August|October|December|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Ags|Aug|Sept?|Okt|Oct|Nov|Des|Dec';
const WEEKDAY =
  "Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Ahad|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const ZONES: Readonly<Record<string, number>> = { wib: 420, wita: 480, wit: 540, gmt: 0, utc: 0 };

/** One pattern for all, so that what belongs to one mention is not read as another. */
const MENTION = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:pukul|jam|at)\s(?<hour>\d{1,2})[.:](?<minute>\d{2})(?:\s?(?<zone>WIB|WITA|Wita|WIT|GMT|UTC)(?!\p{L}))?`,
    String.raw`(?<![\p{N}.,:])(?<hour2>\d{1,2})[.:](?<minute2>\d{2})\s?(?<zone2>WIB|WITA|Wita|WIT|GMT|UTC)(?!\p{L})`,
    String.raw`(?<![\p{N}/.,-])(?<day>\d{1,2})[/](?<month>\d{1,2})(?:[/](?<year>\d{4}|\d{2}))?(?![\p{N}/])`,
    String.raw`(?<![\p{N}/.,-])(?<day3>\d{1,2})-(?<month3>\d{1,2})-(?<year3>\d{4})(?!\p{N})`,
    String.raw`(?<![\p{N}.,])(?<dayA>\d{1,2})(?:\s?(?:-|–|sampai|dan|hingga)\s?(?<dayB>\d{1,2}))?\s(?<named>${MONTH})(?![\p{L}])\.?(?:\s(?<year4>\d{4})(?!\p{N}))?`,
    String.raw`(?<!\p{L})(?<named2>${MONTH})\.?\s(?<dayC>\d{1,2})(?!\p{N})(?:,\s(?<year5>\d{4}))?`,
    String.raw`(?<!\p{L})(?<named3>${MONTH})(?!\p{L})(?:\s(?<year6>\d{4})(?!\p{N}))?`,
    String.raw`(?<!\p{L})(?<weekday>${WEEKDAY})(?!\p{L})`,
    String.raw`(?<![\p{L}\p{N}.,/:$-])(?<year7>(?:19|20)\d{2}|(?<=(?:tahun|pada|sejak|bertanggal)\s)1[5-8]\d{2})(?![\p{N}/:%]|[.,]\d|\s(?:ribu|juta|miliar|persen|orang))`,
  ].join('|'),
  'gu',
);

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function read(groups: Record<string, string | undefined>): DateMention[] {
  const bare = { start: 0, end: 0, text: '' };
  const of = (...names: string[]): string | undefined =>
    names.map((name) => groups[name]).find((value) => value !== undefined);
  const hour = of('hour', 'hour2');
  if (hour !== undefined) {
    const minutes = Number(hour) * 60 + Number(of('minute', 'minute2'));
    return [
      { ...bare, kind: 'clock', minutes, east: ZONES[of('zone', 'zone2')?.toLowerCase() ?? ''] ?? null },
    ];
  }
  const year = of('year', 'year3', 'year4', 'year5', 'year6');
  const named = of('named', 'named2', 'named3');
  const month = named === undefined ? Number(of('month', 'month3') ?? 0) : (parseMonthName(named) ?? 0);
  const days = [of('day', 'day3', 'dayA', 'dayC'), groups['dayB']].flatMap((day) =>
    day === undefined ? [] : [Number(day)],
  );
  if (days.length > 0) {
    if (month < 1 || month > 12 || days.some((day) => day < 1 || day > 31)) return [];
    return days.map((day) => ({
      ...bare,
      kind: 'day',
      day,
      month,
      year: year === undefined ? null : fullYear(year),
    }));
  }
  if (month > 0) return [{ ...bare, kind: 'month', month, year: year === undefined ? null : Number(year) }];
  const weekday = groups['weekday'] === undefined ? null : parseWeekdayName(groups['weekday']);
  if (weekday !== null) return [{ ...bare, kind: 'weekday', weekday }];
  return groups['year7'] === undefined ? [] : [{ ...bare, kind: 'year', year: Number(groups['year7']) }];
}

/** Every day, month, year, weekday and time of day a text names, in its order. `27/4` and `27 April` read the same. */
export function datesIn(text: string): DateMention[] {
  return [...text.matchAll(MENTION)].flatMap((match) =>
    read(match.groups ?? {}).map((mention) => ({
      ...mention,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    })),
  );
}

const MINUTES_OF_DAY = 1440;

function dayOf(
  { day, month, year }: { day: number; month: number; year: number | null },
  { at, offsetMinutes }: StoryTime,
) {
  if (year !== null) return { day, month, year };
  return resolveDayAndMonth(day, month, at, offsetMinutes);
}

function weekdayOf(mention: DateMention & { kind: 'day' }, time: StoryTime): number | null {
  const day = dayOf(mention, time);
  return day === null ? null : new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
}

function isSameClock(one: DateMention & { kind: 'clock' }, other: DateMention & { kind: 'clock' }): boolean {
  if (one.east === null || other.east === null) return one.minutes === other.minutes;
  return (one.minutes - one.east - (other.minutes - other.east)) % MINUTES_OF_DAY === 0;
}

/** True where `ours` says nothing that `theirs`, in a story of that time, does not say. */
export function isSameDate(ours: DateMention, theirs: DateMention, time: StoryTime): boolean {
  switch (ours.kind) {
    case 'clock':
      return theirs.kind === 'clock' && isSameClock(ours, theirs);
    case 'day': {
      if (theirs.kind === 'weekday') {
        return (['past', 'future'] as const).some((direction) => {
          const { offsetMinutes, at } = time;
          const name = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'][theirs.weekday] ?? '';
          const day = resolveWeekday(name, at, direction, offsetMinutes);
          return day !== null && day.day === ours.day && day.month === ours.month;
        });
      }
      if (theirs.kind !== 'day' || ours.day !== theirs.day || ours.month !== theirs.month) return false;
      return ours.year === null || ours.year === (theirs.year ?? dayOf(theirs, time)?.year ?? ours.year);
    }
    case 'month':
      if (theirs.kind !== 'month' && theirs.kind !== 'day') return false;
      return (
        ours.month === theirs.month &&
        (ours.year === null || theirs.year === null || ours.year === theirs.year)
      );
    case 'year':
      if (theirs.kind === 'year') return ours.year === theirs.year;
      if (theirs.kind === 'day') return ours.year === dayOf(theirs, time)?.year;
      return theirs.kind === 'month' && ours.year === theirs.year;
    case 'weekday':
      if (theirs.kind === 'weekday') return ours.weekday === theirs.weekday;
      return theirs.kind === 'day' && ours.weekday === weekdayOf(theirs, time);
  }
}

/** The day a story was sent, the day before and the day after: what `hari ini`, `kemarin` and `besok` mean in it. */
export function daysAround({ at, offsetMinutes }: StoryTime, distances: readonly number[]): DateMention[] {
  return distances.map((distance) => {
    const { year, month, day } = civilTimeAt(at + distance * 86_400_000, offsetMinutes);
    return { kind: 'day', day, month, year, start: 0, end: 0, text: '' };
  });
}
