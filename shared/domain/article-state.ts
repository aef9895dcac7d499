/** The states of an article and what stands between it and publishing. Decisions only: nothing is changed here. */
import type { ArticleState } from '../contract/articles.ts';
import type { PubStatus } from '../contract/common.ts';
import type { RightsFinding } from '../contract/rights.ts';
import type { RequiredPart } from '../contract/story-types.ts';
import { readDate } from './read-date.ts';

/** Where an article may go from each state; unpublishing takes a published one back to ready. */
const TRANSITIONS: Readonly<Record<ArticleState, readonly ArticleState[]>> = {
  draft: ['submitted'],
  submitted: ['ready', 'draft'],
  ready: ['published', 'submitted', 'draft'],
  published: ['ready'],
};

export type Transition =
  | { ok: true; from: ArticleState; to: ArticleState; kind: 'forward' | 'back' | 'unpublish' }
  | {
      ok: false;
      code: 'same-state' | 'not-allowed';
      from: ArticleState;
      to: ArticleState;
      allowed: readonly ArticleState[];
    };

const ORDER: readonly ArticleState[] = ['draft', 'submitted', 'ready', 'published'];

/** The states an article in `from` may be moved to. */
export function allowedTransitions(from: ArticleState): readonly ArticleState[] {
  return TRANSITIONS[from];
}

/** Whether an article may go from one state to another, and which way that is. */
export function decideTransition(from: ArticleState, to: ArticleState): Transition {
  const allowed = allowedTransitions(from);
  if (from === to) return { ok: false, code: 'same-state', from, to, allowed };
  if (!allowed.includes(to)) return { ok: false, code: 'not-allowed', from, to, allowed };
  if (from === 'published') return { ok: true, from, to, kind: 'unpublish' };
  return { ok: true, from, to, kind: ORDER.indexOf(to) > ORDER.indexOf(from) ? 'forward' : 'back' };
}

/**
 * Why an article may not be published (`block`), what its publisher has to say yes to (`ask`), or should know first (`warn`).
 */
export type PublishReason =
  | { code: 'headline-missing' | 'body-empty'; level: 'block' }
  | {
      code:
        'source-withdrawn' | 'source-withheld' | 'source-status-unknown' | 'source-refused' | 'source-sample';
      level: 'block';
      sources: number[];
    }
  | { code: 'embargo-active'; level: 'block'; until: string }
  | { code: 'embargo-unreadable'; level: 'block' }
  | { code: 'required-missing'; level: 'block'; parts: RequiredPart[] }
  | { code: 'placeholder-left' | 'date-impossible'; level: 'warn'; words: string[] }
  | { code: 'alt-missing' | 'suggestions-open' | 'notes-open'; level: 'warn'; count: number }
  | { code: 'section-missing' | 'fidelity-unchecked'; level: 'warn' }
  | { code: 'fidelity-open'; level: 'ask'; count: number }
  | { code: 'fidelity-failed'; level: 'ask' }
  | { code: RightsFinding['code']; level: 'ask'; about: string[] };

/** `reasons` of a no hold at least one that blocks. */
export type Publishable = { ok: true; reasons: PublishReason[] } | { ok: false; reasons: PublishReason[] };

/** Whether copy was held against its sources: `no` where it has changed since, `failed` where that could not be done. */
export type Looked = 'yes' | 'no' | 'failed';

/** What of the copy a reader should not meet, as the checks tell it. */
export interface CopyFlaws {
  /** The words of placeholders that were left, each once. */
  placeholders: string[];
  /** Dates that do not exist or fell on another weekday. */
  dates: string[];
  picturesWithoutAlt: number;
}

export interface PublishableInput {
  headline: string;
  bodyIsEmpty: boolean;
  /** Slug of the article's section; null or empty where none is set, which is a warning. */
  section: string | null;
  /** What its story type requires and is not there. */
  missingParts: readonly RequiredPart[];
  /** Suggestions that are neither accepted nor rejected: they do not go out. */
  openSuggestions: number;
  /** Notes that are not resolved. */
  openNotes: number;
  flaws: CopyFlaws;
  /** What of it is not as its sources have it, as far as somebody looked. */
  fidelity: { open: number; looked: Looked };
  /** What of it is not as its licences have it and nobody has answered, with the source or picture it is about. */
  rights: readonly Pick<RightsFinding, 'code' | 'about'>[];
  /** The latest embargo of the article and its sources: ISO 8601 with offset, or null. */
  embargoed: string | null;
  /** True where one of the sources states an embargo nobody could read. */
  embargoUnreadable: boolean;
  /** Effective status of every wire story the article was written from, in the order of its sources. */
  sourceStatuses: readonly PubStatus[];
  /** Which of its sources the house may not publish, as positions in `sourceStatuses`. */
  refusedSources: readonly number[];
  /** Which of its sources came with the sample newsroom, as positions in `sourceStatuses`. */
  sampleSources: readonly number[];
  /** Whether readers outside the house see it there; practice copy stays inside. */
  isPublicPlace: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

const SOURCE_CODES = [
  ['canceled', 'source-withdrawn'],
  ['withheld', 'source-withheld'],
  ['unknown', 'source-status-unknown'],
] as const;

function positionsOf(statuses: readonly PubStatus[], wanted: PubStatus): number[] {
  return statuses.flatMap((status, index) => (status === wanted ? [index] : []));
}

/**
 * Whether an article may be published now, with every reason against it, not the first only. `sources` of a reason are
 * positions in `sourceStatuses`. An embargo ends at its very instant; one that cannot be read never does.
 */
export function decidePublishable(input: PublishableInput): Publishable {
  const reasons: PublishReason[] = [];
  if (input.headline.trim() === '') reasons.push({ code: 'headline-missing', level: 'block' });
  if (input.bodyIsEmpty) reasons.push({ code: 'body-empty', level: 'block' });
  const { missingParts } = input;
  if (missingParts.length > 0) {
    reasons.push({ code: 'required-missing', level: 'block', parts: [...missingParts] });
  }
  for (const [status, code] of SOURCE_CODES) {
    const sources = positionsOf(input.sourceStatuses, status);
    if (sources.length > 0) reasons.push({ code, level: 'block', sources });
  }
  if (input.refusedSources.length > 0) {
    reasons.push({ code: 'source-refused', level: 'block', sources: [...input.refusedSources] });
  }
  if (input.isPublicPlace && input.sampleSources.length > 0) {
    reasons.push({ code: 'source-sample', level: 'block', sources: [...input.sampleSources] });
  }
  const until = readDate(input.embargoed);
  if (until !== null && input.embargoed !== null && !(input.now >= until.epochMs)) {
    reasons.push({ code: 'embargo-active', level: 'block', until: input.embargoed });
  }
  if (input.embargoUnreadable || (input.embargoed !== null && until === null)) {
    reasons.push({ code: 'embargo-unreadable', level: 'block' });
  }
  const { placeholders, dates, picturesWithoutAlt } = input.flaws;
  if (placeholders.length > 0) reasons.push({ code: 'placeholder-left', level: 'warn', words: placeholders });
  if (dates.length > 0) reasons.push({ code: 'date-impossible', level: 'warn', words: dates });
  if (picturesWithoutAlt > 0) reasons.push({ code: 'alt-missing', level: 'warn', count: picturesWithoutAlt });
  if ((input.section ?? '').trim() === '' && !missingParts.includes('section')) {
    reasons.push({ code: 'section-missing', level: 'warn' });
  }
  if (input.fidelity.open > 0)
    reasons.push({ code: 'fidelity-open', level: 'ask', count: input.fidelity.open });
  for (const [code, found] of Map.groupBy(input.rights, (one) => one.code)) {
    reasons.push({ code, level: 'ask', about: [...new Set(found.map(({ about }) => about))] });
  }
  if (input.fidelity.looked === 'no') reasons.push({ code: 'fidelity-unchecked', level: 'warn' });
  if (input.fidelity.looked === 'failed') reasons.push({ code: 'fidelity-failed', level: 'ask' });
  const open = [
    ['suggestions-open', input.openSuggestions],
    ['notes-open', input.openNotes],
  ] as const;
  for (const [code, count] of open) if (count > 0) reasons.push({ code, level: 'warn', count });
  return { ok: !reasons.some(({ level }) => level === 'block'), reasons };
}
