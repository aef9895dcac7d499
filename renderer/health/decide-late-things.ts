/** What of the workstation is behind: which source, which target, which save, since when and why. Pure. */
import type { CommentSite } from '../../shared/contract/comments.ts';
import type { PublishErrorCode } from '../../shared/contract/publish-errors.ts';
import type { Delivery, Target } from '../../shared/contract/publishing.ts';
import type { Source } from '../../shared/contract/wire-sources.ts';
import { silenceOf } from '../../shared/domain/source-silence.ts';
import { isMessageKey, type MessageKey, type MessageParameters } from '../../shared/i18n/translate.ts';
import { reasonOf } from '../delivery-reason.ts';
import type { LateSave } from '../late-saves.ts';
import type { Route } from '../navigation.ts';

export interface LateThing {
  kind: 'source' | 'target' | 'save' | 'comments';
  /** Of the source, the target (of its comments too) or the article. */
  id: string;
  /** Empty for an article without a headline. */
  name: string;
  /** `red`: a person has to do something; `amber`: it is tried again by itself, or merely looked at. */
  tone: 'red' | 'amber';
  /** The reason's typed code, as the report names it. */
  code: string;
  reason: { key: MessageKey; parameters: MessageParameters };
  /** What to do about it; null where the reason says all there is. */
  advice: { key: MessageKey; parameters: MessageParameters } | null;
  /** Technical, as the error named it. */
  detail: string;
  /** ISO 8601; null where it is not known. */
  since: string | null;
  /** When it is tried next by itself; null where it is not. */
  nextTryAt: string | null;
  /** Where it can be looked at. */
  to: Route;
}

/** Deliveries that failed or met a conflict; the newest of each article and target stands for it. */
type Stopped = Pick<Delivery, 'deliveryId' | 'targetId' | 'state' | 'updatedAt' | 'error'>;

export interface LateFacts {
  sources: readonly Source[];
  targets: readonly Target[];
  stopped: readonly Stopped[];
  saves: readonly LateSave[];
  commentSites: readonly CommentSite[];
}

/** Decides what is late, the gravest first; `now` in milliseconds since 1970, `offsetMinutes` the house's, east of UTC. */
export function decideLateThings(
  { sources, targets, stopped, saves, commentSites }: LateFacts,
  now: number,
  offsetMinutes: number,
): LateThing[] {
  return [
    ...saves.map(lateSave),
    ...targets.flatMap((target) => lateTarget(target, stopped)),
    ...commentSites.flatMap(lateComments),
    ...sources.flatMap((source) => lateSource(source, now, offsetMinutes)),
  ].toSorted((one, other) => Number(one.tone === 'amber') - Number(other.tone === 'amber'));
}

function lateSave({ articleId, headline, since, code }: LateSave): LateThing {
  const conflict = code === 'DRAFT_CONFLICT';
  const key = `composer.reason.${code}`;
  return {
    kind: 'save',
    id: articleId,
    name: headline,
    tone: 'red',
    code,
    reason: {
      key: conflict ? 'composer.conflict' : isMessageKey(key) ? key : 'composer.reason.other',
      parameters: {},
    },
    advice: { key: conflict ? 'health.save.conflict.do' : 'health.save.do', parameters: {} },
    detail: '',
    since: new Date(since).toISOString(),
    nextTryAt: null,
    to: { screen: 'articles', articleId },
  };
}

function lateTarget(target: Target, stopped: readonly Stopped[]): LateThing[] {
  const place = {
    kind: 'target' as const,
    id: target.id,
    name: target.name,
    to: { screen: 'outbox' as const },
  };
  const { trouble } = target;
  if (trouble !== null) {
    const { code, detail } = trouble.error;
    return [
      {
        ...place,
        tone: trouble.nextTryAt === null ? 'red' : 'amber',
        code,
        reason: { key: `publishing.error.${code}`, parameters: {} },
        advice: { key: `publishing.error.${code}.do`, parameters: { detail } },
        detail,
        since: trouble.since,
        nextTryAt: trouble.nextTryAt,
      },
    ];
  }
  const here = stopped.filter(({ targetId }) => targetId === target.id);
  const oldest = here.reduce<Stopped | null>(
    (found, one) => (found === null || one.updatedAt < found.updatedAt ? one : found),
    null,
  );
  if (oldest === null) return [];
  return [
    {
      ...place,
      tone: 'red',
      code: oldest.error?.code ?? oldest.state,
      reason: { key: 'health.target.stopped', parameters: { count: here.length } },
      advice: oldest.error === null ? null : { key: reasonOf(oldest.error), parameters: {} },
      detail: oldest.error?.detail ?? '',
      since: oldest.updatedAt,
      nextTryAt: null,
    },
  ];
}

/** What passes by itself; everything else takes a person. */
const PASSING: ReadonlySet<PublishErrorCode> = new Set([
  'unreachable',
  'name-not-found',
  'timed-out',
  'rate-limited',
  'server-error',
]);

/** A site that cannot be read is told as that alone: what waits for it waits for the same reason. */
function lateComments({ targetId, name, fetchedAt, error, nextFetchAt, refused }: CommentSite): LateThing[] {
  const reason = error ?? refused?.error ?? null;
  if (reason === null) return [];
  const { code, detail } = reason;
  return [
    {
      kind: 'comments',
      id: targetId,
      name,
      tone: PASSING.has(code) ? 'amber' : 'red',
      code,
      reason:
        error === null
          ? { key: 'health.comments.refused', parameters: { count: refused?.count ?? 0 } }
          : { key: `publishing.error.${code}`, parameters: {} },
      advice: { key: `publishing.error.${code}.do`, parameters: { detail } },
      detail,
      since: error === null ? (refused?.since ?? null) : fetchedAt,
      nextTryAt: error === null ? (refused?.nextTryAt ?? null) : nextFetchAt,
      to: { screen: 'comments' },
    },
  ];
}

function lateSource(source: Source, now: number, offsetMinutes: number): LateThing[] {
  const { error, failingSince, lastDeliveryAt, nextCheckAt, status } = source.state;
  if (status === 'paused') return [];
  const place = {
    kind: 'source' as const,
    id: source.id,
    name: source.name,
    to: { screen: 'wire' as const, storyId: null },
  };
  if (error !== null) {
    const { code, detail } = error;
    return [
      {
        ...place,
        tone: 'red',
        code,
        reason: { key: `sources.error.${code}`, parameters: {} },
        advice: { key: `sources.error.${code}.do`, parameters: { detail } },
        detail,
        since: failingSince,
        nextTryAt: nextCheckAt,
      },
    ];
  }
  if (silenceOf(source, now, offsetMinutes) === null) return [];
  return [
    {
      ...place,
      tone: 'amber',
      code: 'silent',
      reason: { key: 'health.source.silent', parameters: {} },
      advice: { key: 'health.source.silent.do', parameters: {} },
      detail: '',
      since: lastDeliveryAt,
      nextTryAt: nextCheckAt,
    },
  ];
}
