/**
 * Publication status, embargo and urgency of wire copy, read on the safe side: what nobody defined is never usable, a
 * cancel wins over every other version, an embargo that cannot be read counts as one. Terms: IPTC NewsML-G2
 * (pubstatusg2), ninjs 3.0, NewsML 1.x, NITF.
 */
import type { PubStatus } from '../contract/common.ts';
import { formatIsoWithOffset } from './indonesian-dates.ts';
import { readDate } from './read-date.ts';

const STATUS_WORDS: Readonly<Record<string, PubStatus>> = {
  usable: 'usable',
  withheld: 'withheld',
  embargoed: 'withheld',
  hold: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  cancel: 'canceled',
  kill: 'canceled',
  killed: 'canceled',
  withdrawn: 'canceled',
  retracted: 'canceled',
  ditarik: 'canceled',
  dibatalkan: 'canceled',
};

/**
 * Reads a publication status in any spelling (`stat:usable`, `Usable`, `cancelled`, a newscodes URI). Anything not
 * known is `unknown`. `whenAbsent` is what no status at all means: feeds have none, so their readers pass `usable`.
 */
export function normalisePubStatus(
  raw: string | null | undefined,
  whenAbsent: PubStatus = 'unknown',
): PubStatus {
  const text = (raw ?? '').trim().toLowerCase();
  if (text === '') return whenAbsent;
  const word = text.split(/[:/#]/).at(-1) ?? '';
  return Object.hasOwn(STATUS_WORDS, word) ? (STATUS_WORDS[word] ?? 'unknown') : 'unknown';
}

/** One version's say in its story's status; `versionCreated` is ISO 8601 or null where the source gave none. */
export interface VersionStatus {
  pubStatus: PubStatus;
  versionCreated: string | null;
}

const SEVERITY: Readonly<Record<PubStatus, number>> = { usable: 0, withheld: 1, unknown: 2, canceled: 3 };

function worst(statuses: readonly PubStatus[]): PubStatus {
  return statuses.reduce<PubStatus>(
    (one, other) => (SEVERITY[other] > SEVERITY[one] ? other : one),
    'usable',
  );
}

/**
 * The status of a story from its versions in arrival order. A cancel wins wherever it stands. Else the newest
 * `versionCreated` decides, whatever came last; versions of the same instant, and versions without a time beside dated
 * ones, count on the safe side. Where no version has a time the last to arrive decides. No version at all: `unknown`.
 */
export function decideEffectiveStatus(versions: readonly VersionStatus[]): PubStatus {
  if (versions.some((version) => version.pubStatus === 'canceled')) return 'canceled';
  const timed = versions.map((version) => ({
    status: version.pubStatus,
    at: readDate(version.versionCreated)?.epochMs ?? null,
  }));
  const newest = timed.reduce<number | null>(
    (found, { at }) => (at !== null && (found === null || at > found) ? at : found),
    null,
  );
  if (newest === null) return versions.at(-1)?.pubStatus ?? 'unknown';
  return worst(timed.filter(({ at }) => at === null || at === newest).map(({ status }) => status));
}

/** `until.at` is ISO 8601 with offset; `doubtful` where its zone was assumed or only a day was given. */
export type Embargo =
  | { state: 'none' }
  | { state: 'until'; at: string; doubtful: boolean }
  | { state: 'unreadable'; raw: string };

/**
 * Reads an embargo. Absent or empty: none; NewsML-G2, where an empty `embargoed` means "until further notice", passes
 * `emptyMeans: 'unreadable'`. A bare day is embargoed to its end. Whatever cannot be read (`Next Monday`,
 * `0000-00-00`) is an embargo all the same, with its words. A missing zone is `defaultOffsetMinutes` east of UTC.
 */
export function readEmbargo(
  raw: string | null | undefined,
  {
    defaultOffsetMinutes = 0,
    emptyMeans = 'none',
  }: { defaultOffsetMinutes?: number; emptyMeans?: 'none' | 'unreadable' } = {},
): Embargo {
  if (raw === null || raw === undefined) return { state: 'none' };
  if (raw.trim() === '') return emptyMeans === 'none' ? { state: 'none' } : { state: 'unreadable', raw: '' };
  const date = readDate(raw, defaultOffsetMinutes);
  if (date === null) return { state: 'unreadable', raw: raw.trim() };
  const day = date.precision === 'day';
  return {
    state: 'until',
    at: formatIsoWithOffset(date.epochMs + (day ? 86_400_000 : 0), date.offsetMinutes),
    doubtful: date.zoneAssumed || day,
  };
}

const URGENCY_WORDS: Readonly<Record<string, number>> = {
  flash: 1,
  kilat: 1,
  snap: 1,
  f: 1,
  bulletin: 2,
  buletin: 2,
  alert: 2,
  b: 2,
  urgent: 3,
  mendesak: 3,
  segera: 3,
  u: 3,
  regular: 5,
  routine: 5,
  normal: 5,
  biasa: 5,
  r: 5,
  deferred: 6,
  d: 6,
};

/**
 * Urgency 1 (most urgent) – 9 (IPTC; 5 is normal) from a figure, a figure with words (`3 (Urgent)`), an agency's word
 * (`FLASH`, `kilat`, `mendesak`) or an ANPA 1312 priority letter; null for 0 (reserved) and anything else.
 */
export function normaliseUrgency(raw: string | number | null | undefined): number | null {
  if (raw === null || raw === undefined) return null;
  const text = String(raw).trim().toLowerCase();
  const figure = /^(?:[a-z]+:)?([1-9])(?:\.0+)?(?![\d.,])/.exec(text);
  if (figure !== null) return Number(figure[1]);
  const word = /^[^\p{L}]*(\p{L}+)[^\p{L}\d]*$/u.exec(text)?.[1] ?? '';
  return Object.hasOwn(URGENCY_WORDS, word) ? (URGENCY_WORDS[word] ?? null) : null;
}
