/**
 * Leaves a target alone that is in trouble. What is the target's own fault (it is down, it refuses the password) stops
 * everything on its way there at once instead of failing delivery after delivery: the others wait, one at a time probes,
 * and the first that gets an answer sets all of them free. Trouble is remembered across restarts.
 */
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import { backoffMs } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { PublishingQueries } from './queries.ts';
import type { PublishError } from './target.ts';

/** Deliveries under way to one target at once. */
export const deliveriesPerTarget = 4;

/** One probe costs the target nothing, so it may come more often than the tries of a single delivery. */
const longestPauseMs = 120_000;

/** Failures of different articles in a row after which what may be one article's fault counts as the target's. */
const articlesInARow = 3;

/** Nothing that is sent there can arrive. */
const targetAtFault: ReadonlySet<PublishErrorCode> = new Set([
  'unreachable',
  'name-not-found',
  'certificate',
  'certificate-dates',
  'not-this-kind-of-site',
  'rest-blocked',
  'log-in-wall',
  'basic-auth-blocked',
  'wrong-password',
  'wrong-key',
  'partner-address',
  'partner-password',
  'key-unknown',
  'version-too-old',
  'sign-in-refused',
  'host-key-changed',
  'secret-missing',
  'rate-limited',
  'disk-full',
]);

/** One article can bring it about (its picture, a plugin that trips over it), and so can the target. */
const eitherAtFault: ReadonlySet<PublishErrorCode> = new Set([
  'timed-out',
  'server-error',
  'unexpected-answer',
  'folder-unwritable',
  'firewall',
]);

/** What is refused without asking the target says nothing about it. */
const decidedHere: ReadonlySet<PublishErrorCode> = new Set([
  'not-publishable',
  'picture-missing',
  'headline-too-long',
  'dek-too-long',
]);

export interface TargetTrouble {
  /** Milliseconds since 1970. */
  since: number;
  /** Probes that failed, the first failure included. */
  failures: number;
  error: { code: PublishErrorCode; detail: string };
  /** Milliseconds since 1970 of the next probe; null where a person has to do something first. */
  nextTryAt: number | null;
}

export interface CircuitBreaker {
  /** How many deliveries may be under way to the target now: none, a single probe, or as many as usual. */
  slotsOf(targetId: string): number;
  troubleOf(targetId: string): TargetTrouble | null;
  /** Takes note of a delivery that did not arrive. */
  failed(delivery: { targetId: string; articleId: string }, error: PublishError): void;
  /** Takes note of one that did. */
  worked(targetId: string): void;
  /** A person wants it tried now, or has put something right. */
  tryNow(targetId: string): void;
  /** The clock was set back: no target waits for the next probe until it has caught up. */
  clockSetBack(): void;
}

/** `onChange` hears of every change; `recovered` where the target is out of its trouble. */
export function createCircuitBreaker({
  queries,
  clock,
  random,
  onChange,
}: {
  queries: PublishingQueries;
  clock: Clock;
  /** 0 ≤ x < 1: keeps the desks of one house from probing together. */
  random: () => number;
  onChange: (targetId: string, recovered: boolean) => void;
}): CircuitBreaker {
  const troubles = new Map(queries.troubles());
  const failedInARow = new Map<string, Set<string>>();

  function followClock(): void {
    const now = clock.now();
    const soonest = now + longestPauseMs;
    for (const [targetId, trouble] of [...troubles]) {
      const nextTryAt = trouble.nextTryAt === null ? null : Math.min(trouble.nextTryAt, soonest);
      write(targetId, { ...trouble, since: Math.min(trouble.since, now), nextTryAt });
    }
  }
  // Set back while the program was closed.
  if ([...troubles.values()].some(({ since }) => since > clock.now())) followClock();

  function write(targetId: string, trouble: TargetTrouble | null): void {
    if (trouble) troubles.set(targetId, trouble);
    else troubles.delete(targetId);
    queries.writeTrouble(targetId, trouble);
  }

  function open(targetId: string, error: PublishError): void {
    const now = clock.now();
    const before = troubles.get(targetId);
    // Others were under way when it broke down: they tell nothing new.
    const probed = before === undefined || (before.nextTryAt !== null && before.nextTryAt <= now);
    const failures = (before?.failures ?? 0) + (probed ? 1 : 0);
    const backoff = Math.min(backoffMs(failures), longestPauseMs) * (0.75 + random() / 2);
    write(targetId, {
      since: before?.since ?? now,
      failures,
      error: { code: error.code, detail: error.message },
      nextTryAt: error.retryable ? now + Math.round(Math.max(error.retryAfterMs ?? 0, backoff)) : null,
    });
    onChange(targetId, false);
  }

  function close(targetId: string): void {
    failedInARow.delete(targetId);
    if (!troubles.has(targetId)) return;
    write(targetId, null);
    onChange(targetId, true);
  }

  return {
    slotsOf(targetId) {
      const trouble = troubles.get(targetId);
      if (!trouble) return deliveriesPerTarget;
      return trouble.nextTryAt !== null && trouble.nextTryAt <= clock.now() ? 1 : 0;
    },
    troubleOf: (targetId) => troubles.get(targetId) ?? null,
    failed({ targetId, articleId }, error) {
      if (decidedHere.has(error.code)) return;
      if (targetAtFault.has(error.code)) {
        open(targetId, error);
      } else if (eitherAtFault.has(error.code)) {
        const articles = (failedInARow.get(targetId) ?? new Set<string>()).add(articleId);
        failedInARow.set(targetId, articles);
        if (troubles.has(targetId) || articles.size >= articlesInARow) open(targetId, error);
      } else {
        close(targetId);
      }
    },
    worked: close,
    clockSetBack: followClock,
    tryNow(targetId) {
      const trouble = troubles.get(targetId);
      failedInARow.delete(targetId);
      if (!trouble) return;
      write(targetId, { ...trouble, nextTryAt: clock.now() });
      onChange(targetId, false);
    },
  };
}
