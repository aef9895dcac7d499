/**
 * The wire's one language for conditions, of searches, tickers and routing rules: words and phrases, and beside them
 * conditions as `key:value`, in Indonesian or English.
 *
 *     sumber:antara "kerja sama" urgensi:1-3 sejak:kemarin -olahraga adalah:belum-dibaca
 *     subjek:ekonomi bahasa:id judul:gempa jam:22-05 -status:ditarik
 *
 * A value with spaces stands in quotation marks; `-` before a word, a phrase or a condition means the opposite. What
 * has a key nobody knows is searched for as words.
 */
import { civilTimeAt } from './civil-time.ts';
import { resolveDayAndMonth, resolveWeekday } from './indonesian-dates.ts';
import type { PubStatus } from '../contract/common.ts';
import { readDate } from './read-date.ts';
import type { StoryField } from './story-facts.ts';

export type StoryQuality = 'read' | 'used' | 'embargoed' | 'withdrawn' | 'claimed' | 'spiked' | 'flagged';

export interface WireQuery {
  /** Words, phrases and excluded words, for full-text search. */
  words: string;
  /** Parts of names of sources, any of which will do. */
  sources: string[];
  /** Parts of names of sources whose stories are not wanted. */
  withoutSources: string[];
  /** Inclusive; 1 is the most urgent. Null: any urgency, or none. */
  urgency: { from: number; to: number } | null;
  /** Milliseconds since 1970: arrived at or after it. */
  since: number | null;
  /** Milliseconds since 1970: arrived before it. */
  until: number | null;
  qualities: { quality: StoryQuality; wanted: boolean }[];
  /** Parts of what a story says of itself; in small letters. */
  fields: { field: StoryField; value: string; wanted: boolean }[];
  /** The status of the story as a whole. */
  statuses: { status: PubStatus; wanted: boolean }[];
  /**
   * Arrived at this time of the day: minutes after midnight, `from` inclusive, `to` exclusive; over midnight where `to`
   * is less. Null: at any.
   */
  hours: { from: number; to: number } | null;
  /** Conditions as typed whose value cannot be understood; they are left out. */
  misread: string[];
}

type Key = 'source' | 'urgency' | 'since' | 'until' | 'is' | 'status' | 'hours' | StoryField;

const KEYS: Record<string, Key> = {
  sumber: 'source',
  source: 'source',
  urgensi: 'urgency',
  urgency: 'urgency',
  sejak: 'since',
  since: 'since',
  sampai: 'until',
  until: 'until',
  adalah: 'is',
  is: 'is',
  status: 'status',
  jam: 'hours',
  pukul: 'hours',
  hours: 'hours',
  judul: 'headline',
  headline: 'headline',
  subjek: 'subject',
  subject: 'subject',
  bahasa: 'language',
  language: 'language',
  penulis: 'byline',
  byline: 'byline',
  kota: 'city',
  city: 'city',
  katakunci: 'keyword',
  keyword: 'keyword',
  slug: 'slug',
  kredit: 'credit',
  credit: 'credit',
  catatan: 'note',
  note: 'note',
  sinyal: 'signal',
  signal: 'signal',
};

const STATUSES: Record<string, PubStatus> = {
  usable: 'usable',
  siap: 'usable',
  withheld: 'withheld',
  ditahan: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  withdrawn: 'canceled',
  ditarik: 'canceled',
  unknown: 'unknown',
  'tak-dikenal': 'unknown',
};

const LANGUAGES: Record<string, string> = {
  indonesia: 'id',
  indonesian: 'id',
  inggris: 'en',
  english: 'en',
  melayu: 'ms',
  malay: 'ms',
};

const QUALITIES: Record<string, { quality: StoryQuality; wanted: boolean }> = {
  'belum-dibaca': { quality: 'read', wanted: false },
  unread: { quality: 'read', wanted: false },
  dibaca: { quality: 'read', wanted: true },
  read: { quality: 'read', wanted: true },
  dipakai: { quality: 'used', wanted: true },
  used: { quality: 'used', wanted: true },
  embargo: { quality: 'embargoed', wanted: true },
  embargoed: { quality: 'embargoed', wanted: true },
  ditarik: { quality: 'withdrawn', wanted: true },
  withdrawn: { quality: 'withdrawn', wanted: true },
  diambil: { quality: 'claimed', wanted: true },
  claimed: { quality: 'claimed', wanted: true },
  disisihkan: { quality: 'spiked', wanted: true },
  spiked: { quality: 'spiked', wanted: true },
  ditandai: { quality: 'flagged', wanted: true },
  flagged: { quality: 'flagged', wanted: true },
};

/** How the qualities are typed, for help and completion. */
export const QUALITY_WORDS: readonly string[] = Object.keys(QUALITIES);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAY_MINUTES = 24 * 60;
const UNITS: [RegExp, number][] = [
  [/^(?:m|mnt|menit|min|minutes?)$/, MINUTE],
  [/^(?:j|jam|h|hours?)$/, 60 * MINUTE],
  [/^(?:hr|hari|d|days?)$/, DAY],
  [/^(?:mgg|minggu|w|weeks?)$/, 7 * DAY],
];

interface Moment {
  /** Milliseconds since 1970. */
  start: number;
  /** Milliseconds it lasts: a day, or nothing. */
  length: number;
}

function startOfDayAt(epochMs: number, offsetMinutes: number): number {
  const { hour, minute, second, millisecond } = civilTimeAt(epochMs, offsetMinutes);
  return epochMs - ((hour * 60 + minute) * 60 + second) * 1000 - millisecond;
}

function readMoment(value: string, now: number, offsetMinutes: number): Moment | null {
  const word = value.toLowerCase();
  const today = startOfDayAt(now, offsetMinutes);
  if (/^(?:hari-?ini|today)$/.test(word)) return { start: today, length: DAY };
  if (/^(?:kemarin|yesterday)$/.test(word)) return { start: today - DAY, length: DAY };
  const ago = /^(\d{1,4})([a-z]+)$/.exec(word);
  const unit = UNITS.find(([name]) => name.test(ago?.[2] ?? ''));
  if (ago !== null && unit !== undefined) return { start: now - Number(ago[1]) * unit[1], length: 0 };
  const weekday = resolveWeekday(word, now, 'past', offsetMinutes);
  if (weekday !== null) return { start: weekday.epochMs, length: DAY };
  const dayAndMonth = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (dayAndMonth !== null) {
    const day = resolveDayAndMonth(Number(dayAndMonth[1]), Number(dayAndMonth[2]), now, offsetMinutes);
    return day === null ? null : { start: day.epochMs, length: DAY };
  }
  const date = readDate(value, offsetMinutes);
  return date === null ? null : { start: date.epochMs, length: date.precision === 'day' ? DAY : 0 };
}

function readUrgency(value: string): WireQuery['urgency'] {
  const range = /^([1-9])(?:-([1-9]))?$/.exec(value);
  if (range === null) return null;
  const [one, other] = [Number(range[1]), Number(range[2] ?? range[1])];
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** `22-05`, `22.00-05.30`, `6:30-9`. */
function readHours(value: string): WireQuery['hours'] {
  const range = /^(\d{1,2})(?:[.:](\d{2}))?-(\d{1,2})(?:[.:](\d{2}))?$/.exec(value);
  if (range === null) return null;
  const from = Number(range[1]) * 60 + Number(range[2] ?? 0);
  const to = Number(range[3]) * 60 + Number(range[4] ?? 0);
  return from >= 24 * 60 || to > 24 * 60 || from === to ? null : { from, to };
}

/** Reads what was typed. `now` is milliseconds since 1970, days are those of `offsetMinutes` east of UTC. Never throws. */
export function readWireQuery(typed: string, now: number, offsetMinutes: number): WireQuery {
  const query: WireQuery = {
    words: '',
    sources: [],
    withoutSources: [],
    urgency: null,
    since: null,
    until: null,
    qualities: [],
    fields: [],
    statuses: [],
    hours: null,
    misread: [],
  };

  /** Whether the condition was understood. */
  function take(key: Key, value: string, wanted: boolean): boolean {
    switch (key) {
      case 'source':
        (wanted ? query.sources : query.withoutSources).push(value);
        return true;
      case 'urgency': {
        const urgency = wanted ? readUrgency(value) : null;
        query.urgency = urgency ?? query.urgency;
        return urgency !== null;
      }
      case 'since': {
        const moment = wanted ? readMoment(value, now, offsetMinutes) : null;
        query.since = moment?.start ?? query.since;
        return moment !== null;
      }
      case 'until': {
        const moment = wanted ? readMoment(value, now, offsetMinutes) : null;
        if (moment !== null) query.until = moment.start + moment.length;
        return moment !== null;
      }
      case 'is': {
        const found = QUALITIES[value.toLowerCase()];
        if (found !== undefined)
          query.qualities.push({ quality: found.quality, wanted: found.wanted === wanted });
        return found !== undefined;
      }
      case 'status': {
        const status = STATUSES[value.toLowerCase()];
        if (status !== undefined) query.statuses.push({ status, wanted });
        return status !== undefined;
      }
      case 'hours': {
        const hours = readHours(value);
        if (hours !== null) query.hours = wanted ? hours : { from: hours.to % DAY_MINUTES, to: hours.from };
        return hours !== null;
      }
      default: {
        const small = value.toLowerCase();
        query.fields.push({
          field: key,
          value: key === 'language' ? (LANGUAGES[small] ?? small) : small,
          wanted,
        });
        return true;
      }
    }
  }

  query.words = typed
    .replaceAll(
      /(?<=^|\s)(-?)(\p{L}+):(?:["“”]([^"“”]*)["“”]?|(\S+))/gu,
      (whole, minus: string, name: string, quoted?: string, bare?: string) => {
        const key = KEYS[name.toLowerCase()];
        const value = (quoted ?? bare ?? '').trim();
        if (key === undefined || value === '') return whole;
        if (!take(key, value, minus === '')) query.misread.push(whole);
        return ' ';
      },
    )
    .trim();
  return query;
}
