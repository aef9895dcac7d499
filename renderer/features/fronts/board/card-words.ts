/** What a card says of itself besides its headline. */
import type { Collection } from '../../../../shared/contract/front-content.ts';
import type { FrontStory, Popularity } from '../../../../shared/contract/fronts.ts';
import { isPopularityUsable } from '../../../../shared/domain/front/popularity.ts';
import type { FrontWarning } from '../../../../shared/domain/front/warnings.ts';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatRelativeTime,
  zoneLabel,
} from '../../../../shared/domain/indonesian-dates.ts';
import { formatNumber, type Language, type MessageKey } from '../../../../shared/i18n/translate.ts';
import type { Translate } from '../../../i18n.ts';
import type { BoardCard } from '../../../../shared/domain/front/board.ts';

export interface Words {
  translate: Translate;
  language: Language;
  offsetMinutes: number;
}

/** These carry an instant; the others carry plain words. */
const TIMED: Partial<Record<FrontWarning['code'], MessageKey>> = {
  embargoed: 'fronts.warn.embargoed.time',
  scheduled: 'fronts.warn.scheduled.time',
  ended: 'fronts.warn.ended.time',
};

/** Readers cannot see it, or must not: told in red. */
const GRAVE: ReadonlySet<FrontWarning['code']> = new Set([
  'withdrawn',
  'trashed',
  'story-gone',
  'not-public',
  'end-before-start',
]);

export function isGrave({ code }: FrontWarning): boolean {
  return GRAVE.has(code);
}

/** `21.47` today, `24 November 2026, 21.47` on another day; no zone, as it stands beside others of its kind. */
function shortTime(instant: string, { language, offsetMinutes }: Words, now: number): string {
  const epochMs = Date.parse(instant);
  const clock = formatClock(epochMs, offsetMinutes, language);
  const day = formatDate(epochMs, offsetMinutes, language);
  return day === formatDate(now, offsetMinutes, language) ? clock : `${day}, ${clock}`;
}

/** The same with the zone: `09.00 WIB`. */
export function zonedTime(instant: string, words: Words, now: number): string {
  return `${shortTime(instant, words, now)} ${zoneLabel(words.offsetMinutes)}`;
}

/** What is amiss, in plain words. */
export function warningWords({ code, detail }: FrontWarning, words: Words, now: number): string {
  const { translate } = words;
  const timed = TIMED[code];
  if (timed !== undefined && detail !== null) {
    return translate(timed, { time: zonedTime(detail, words, now) });
  }
  if (code === 'withdrawn' && detail !== null) {
    return translate('lifeCycle.front.withdrawn', { reason: detail });
  }
  return translate(`fronts.warn.${code}`, { detail: detail ?? '' });
}

/** What to do about it. */
export function warningAdvice({ code }: FrontWarning, translate: Translate): string {
  return translate(`fronts.advice.${code}`);
}

/** `Terbit 21.47`, `Terjadwal 09.00`: how the story stands with readers. */
export function standingWords(story: FrontStory, words: Words, now: number): string {
  const { translate } = words;
  if (story.standing === 'live' && story.publishedAt !== null) {
    return translate('fronts.card.live', { time: shortTime(story.publishedAt, words, now) });
  }
  if (story.standing === 'scheduled' && story.scheduledAt !== null) {
    return translate('fronts.card.scheduled', { time: zonedTime(story.scheduledAt, words, now) });
  }
  return translate(`fronts.standing.${story.standing}`);
}

/** The quiet line under the headline. */
export function metaOf(
  card: BoardCard,
  words: Words,
  now: number,
  sectionName: (slug: string) => string,
): string {
  const { slot, story, reads } = card;
  const { translate, language } = words;
  if (reads !== null) return translate('fronts.card.reads', { count: formatNumber(language, reads) });
  if (story !== null) {
    return [standingWords(story, words, now), sectionName(story.section)].filter(Boolean).join(' · ');
  }
  if (slot?.content.kind === 'link') {
    return translate('fronts.card.link', { host: URL.parse(slot.content.url)?.host ?? slot.content.url });
  }
  return translate(slot?.content.kind === 'block' ? 'fronts.card.block' : 'fronts.card.gone');
}

/** From when to when it is shown; null where it always is. */
export function timesOf({ slot }: BoardCard, words: Words, now: number): string | null {
  const { startsAt = null, endsAt = null } = slot ?? {};
  const { translate } = words;
  const from = startsAt === null ? '' : zonedTime(startsAt, words, now);
  const to = endsAt === null ? '' : zonedTime(endsAt, words, now);
  if (from !== '' && to !== '') return translate('fronts.card.between', { from, to });
  if (from !== '') return translate('fronts.card.from', { from });
  return to === '' ? null : translate('fronts.card.until', { to });
}

/** The full time for a hover, where there is one. */
export function fullTimeOf({ story }: BoardCard, { language, offsetMinutes }: Words): string | undefined {
  const instant = story?.publishedAt ?? story?.scheduledAt ?? null;
  return instant === null ? undefined : formatDateTime(Date.parse(instant), offsetMinutes, language);
}

/** `1 utama + 4 · tangan`, `otomatis · 6 terbaru`: what a collection is like. */
export function collectionWords(
  { layout, cap, fill, allowRepeats }: Collection,
  { translate }: Words,
  sectionName: (slug: string) => string,
): string {
  const shape =
    layout === 'lead4'
      ? translate('fronts.collection.lead', { others: cap - 1 })
      : translate(`fronts.collection.${layout}`, { count: cap });
  if (fill.by === 'hand') return `${shape} · ${translate('fronts.fill.hand')}`;
  const { rule } = fill;
  const found = {
    latest: () => translate('fronts.rule.latest'),
    section: () =>
      translate('fronts.rule.section', { name: rule.kind === 'section' ? sectionName(rule.section) : '' }),
    tag: () => translate('fronts.rule.tag', { name: rule.kind === 'tag' ? rule.tag : '' }),
    author: () => translate('fronts.rule.author', { name: rule.kind === 'author' ? rule.author : '' }),
    popular: () => translate('fronts.rule.popular'),
  }[rule.kind]();
  const once = allowRepeats ? '' : ` ${translate('fronts.fill.notAbove')}`;
  const by = translate(`fronts.fill.${fill.by}`, { rule: found });
  return `${shape} · ${by}${once}`;
}

/** `24 jam · angka 6 mnt lalu`: how old the figures of what is read most are, and what they cover. */
export function figuresWords(figures: Popularity, words: Words, now: number): string {
  const { translate, language, offsetMinutes } = words;
  if (figures.fetchedAt === null) return translate('fronts.figures.none');
  const age = formatRelativeTime(Date.parse(figures.fetchedAt), now, language, offsetMinutes);
  const hours = figures.windowHours;
  return translate(isPopularityUsable(figures, now) ? 'fronts.figures' : 'fronts.figures.old', {
    hours,
    age,
  });
}
