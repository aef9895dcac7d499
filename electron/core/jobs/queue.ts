/**
 * The persisted job queue: what must happen later, or again, survives a crash. A job is inserted in the same
 * transaction as the row it works for, leased while it runs, and never dropped silently: its handler says what
 * becomes of it. One process owns the data folder, so leases left by a crash are freed at start.
 */
import type { z } from 'zod';
import type { Database } from '../database/open.ts';
import type { Clock, Log } from '../providers.ts';

/** What a handler answers: the job is done, or it shall run again at a time (milliseconds since 1970). */
export type JobResult = { done: true } | { runAgainAt: number };

export interface JobKind<Payload> {
  kind: string;
  payload: z.ZodType<Payload>;
  /** How many of this kind run at once. */
  concurrency: number;
  /**
   * Jobs of this kind wait for a pause to pass, not for an appointment, and never longer than this. Where the clock is
   * set back they do not wait until it has caught up.
   */
  longestPauseMs?: number;
  /** The clock was set back while the program runs: for kinds that know which of their jobs are pauses. */
  clockSetBack?(): void;
  /** How many jobs of one lane may run at once now; 0 holds the lane. Without it lanes do not count. */
  slotsOf?(lane: string): number;
  /** A throw counts as a failed attempt and is retried with growing pauses. */
  run(payload: Payload, job: { key: string; attempts: number; signal: AbortSignal }): Promise<JobResult>;
}

export interface JobQueue {
  register<Payload>(kind: JobKind<Payload>): void;
  /**
   * Puts a job in the queue, or moves the one with the same kind and key to `runAt` (milliseconds since 1970; default:
   * now). Jobs of one `lane` share the slots their kind gives it. May be called inside a transaction.
   */
  enqueue(kind: string, key: string, payload: unknown, runAt?: number, lane?: string): void;
  remove(kind: string, key: string): void;
  /** Takes every job of a lane out, tells those under way to end, and waits until they have. */
  clearLane(lane: string): Promise<void>;
  /** When the job is due, in milliseconds since 1970; null where there is none. */
  dueAt(kind: string, key: string): number | null;
  /** Begins to run jobs: all of them, or those of one slice, whose kinds begin with its name. */
  start(slice?: string): void;
  /** Stops leasing, tells running jobs to end, and waits for them. */
  stop(): Promise<void>;
  /** Looks for due jobs now instead of at the next tick. */
  wake(): void;
}

interface JobRow {
  id: number;
  kind: string;
  key: string;
  lane: string;
  payload: string;
  attempts: number;
  runAt: number;
}

interface RunningJob {
  kind: string;
  lane: string;
  controller: AbortController;
  finished: Promise<void>;
}

const leaseMs = 120_000;
const idleMs = 1_000;
/** A clock that is merely kept right by its time server moves less than this. */
const SMALLEST_JUMP_MS = 10_000;

/** Pause before attempt number `attempts + 1`, in milliseconds: 2 s doubling up to 15 minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(2_000 * 2 ** Math.max(0, attempts - 1), 15 * 60_000);
}

export function createJobQueue({
  database,
  clock,
  log,
}: {
  database: Database;
  clock: Clock;
  log: Log;
}): JobQueue {
  const statements = {
    freeLeases: database.prepare('UPDATE job SET leased_until = NULL WHERE leased_until IS NOT NULL'),
    enqueue: database.prepare(
      `INSERT INTO job (kind, key, lane, payload, run_at, created_at)
       VALUES (@kind, @key, @lane, @payload, @runAt, @now)
       ON CONFLICT (kind, key) DO UPDATE
         SET payload = excluded.payload, run_at = excluded.run_at, lane = excluded.lane`,
    ),
    remove: database.prepare('DELETE FROM job WHERE kind = ? AND key = ?'),
    removeLane: database.prepare('DELETE FROM job WHERE lane = ?'),
    dueAt: database
      .prepare<[string, string], number>('SELECT run_at FROM job WHERE kind = ? AND key = ?')
      .pluck(),
    dueLanes: database
      .prepare<{ kind: string; now: number; tooFar: number }, string>(
        'SELECT DISTINCT lane FROM job WHERE kind = @kind AND (run_at <= @now OR run_at > @tooFar)',
      )
      .pluck(),
    due: database.prepare<{ kind: string; lane: string; now: number; tooFar: number; limit: number }, JobRow>(
      `SELECT id, kind, key, lane, payload, attempts, run_at AS runAt FROM job
       WHERE kind = @kind AND lane = @lane AND (run_at <= @now OR run_at > @tooFar) AND (leased_until IS NULL OR leased_until < @now)
       ORDER BY run_at, id LIMIT @limit`,
    ),
    nextDue: database
      .prepare<{ now: number }, number | null>(
        'SELECT min(run_at) FROM job WHERE leased_until IS NULL AND run_at > @now',
      )
      .pluck(),
    lease: database.prepare('UPDATE job SET leased_until = ?, attempts = attempts + 1 WHERE id = ?'),
    renew: database.prepare('UPDATE job SET leased_until = ? WHERE id = ?'),
    /** A job moved while it ran (its run_at changed) stays: somebody asked for it again. */
    finish: database.prepare('DELETE FROM job WHERE id = ? AND run_at = ?'),
    release: database.prepare('UPDATE job SET leased_until = NULL, attempts = 0 WHERE id = ?'),
    again: database.prepare(
      'UPDATE job SET leased_until = NULL, attempts = 0, last_error = NULL, run_at = CASE WHEN run_at <> @leasedFor THEN min(run_at, @runAt) ELSE @runAt END WHERE id = @id',
    ),
    shift: database.prepare(
      'UPDATE job SET run_at = max(@now, run_at + @jump) WHERE kind = @kind AND leased_until IS NULL',
    ),
    failed: database.prepare(
      'UPDATE job SET leased_until = NULL, run_at = @runAt, last_error = @error WHERE id = @id',
    ),
  };

  const kinds = new Map<string, JobKind<unknown>>();
  const running = new Map<number, RunningJob>();
  let timer: NodeJS.Timeout | null = null;
  let started = false;
  let onlySlice: string | null = null;

  function runningOf(kind: string, lane?: string): number {
    let count = 0;
    for (const job of running.values()) {
      if (job.kind === kind && (lane === undefined || job.lane === lane)) count += 1;
    }
    return count;
  }

  /**
   * Writes without waiting for the disk: what a power cut takes of the queue's own bookkeeping only has a job run once
   * more, and that a job is to run at all was written with the row it works for. Not to be called in a transaction.
   */
  function lightly<Result>(write: () => Result): Result {
    database.pragma('synchronous = NORMAL');
    try {
      return write();
    } finally {
      database.pragma('synchronous = FULL');
    }
  }

  async function runJob(kind: JobKind<unknown>, row: JobRow, controller: AbortController): Promise<void> {
    const startedAt = clock.now();
    const renewal = setInterval(
      () => lightly(() => statements.renew.run(clock.now() + leaseMs, row.id)),
      leaseMs / 3,
    );
    try {
      const payload = kind.payload.parse(JSON.parse(row.payload));
      const result = await kind.run(payload, {
        key: row.key,
        attempts: row.attempts + 1,
        signal: controller.signal,
      });
      if ('done' in result) {
        if (statements.finish.run(row.id, row.runAt).changes === 0) statements.release.run(row.id);
      } else {
        statements.again.run({ id: row.id, runAt: result.runAgainAt, leasedFor: row.runAt });
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (controller.signal.aborted) {
        statements.failed.run({ id: row.id, runAt: startedAt, error: message });
      } else {
        log.error('job failed', { kind: row.kind, key: row.key, error: message });
        statements.failed.run({
          id: row.id,
          runAt: clock.now() + backoffMs(row.attempts + 1),
          error: message,
        });
      }
    } finally {
      clearInterval(renewal);
    }
  }

  /** Lanes take turns, so that one with much to do, or a slow one, does not keep the others waiting. */
  function fillSlots(kind: JobKind<unknown>): void {
    if (runningOf(kind.kind) >= kind.concurrency) return;
    const now = clock.now();
    const tooFar = now + (kind.longestPauseMs ?? Number.MAX_SAFE_INTEGER - now);
    const limit = kind.concurrency + running.size;
    let waiting = statements.dueLanes
      .all({ kind: kind.kind, now, tooFar })
      .map((lane) => ({ lane, rows: statements.due.all({ kind: kind.kind, lane, now, tooFar, limit }) }))
      .filter(({ rows }) => rows.length > 0);
    while (waiting.length > 0) {
      for (const { lane, rows } of waiting) {
        if (runningOf(kind.kind) >= kind.concurrency) return;
        const slots = kind.slotsOf?.(lane) ?? kind.concurrency;
        const row = runningOf(kind.kind, lane) < slots ? rows.shift() : undefined;
        if (row === undefined) rows.length = 0;
        else if (!running.has(row.id)) lease(kind, row);
      }
      waiting = waiting.filter(({ rows }) => rows.length > 0);
    }
  }

  function lease(kind: JobKind<unknown>, row: JobRow): void {
    lightly(() => statements.lease.run(clock.now() + leaseMs, row.id));
    const controller = new AbortController();
    const finished = runJob(kind, row, controller).then(
      () => settle(row.id),
      (error: unknown) => {
        log.error('job bookkeeping failed', { kind: row.kind, error: String(error) });
        settle(row.id);
      },
    );
    running.set(row.id, { kind: kind.kind, lane: row.lane, controller, finished });
  }

  let watched = { wall: clock.now(), steady: performance.now() };

  /** Where the clock was set back, pauses are shifted with it. */
  function followClock(): void {
    const before = watched;
    watched = { wall: clock.now(), steady: performance.now() };
    const jump = Math.round(watched.wall - before.wall - (watched.steady - before.steady));
    if (jump > -SMALLEST_JUMP_MS) return;
    log.warn('the clock was set back', { seconds: Math.round(-jump / 1_000) });
    for (const kind of kinds.values()) {
      const { longestPauseMs } = kind;
      if (longestPauseMs !== undefined) statements.shift.run({ kind: kind.kind, jump, now: watched.wall });
      kind.clockSetBack?.();
    }
  }

  /** Until the next job is due; looked again after a second all the same, as the clock may be set. */
  function untilNext(): number {
    const now = clock.now();
    return Math.min(idleMs, (statements.nextDue.get({ now }) ?? Number.MAX_SAFE_INTEGER) - now);
  }

  function tick(): void {
    if (!started) return;
    let pause = idleMs;
    try {
      followClock();
      for (const kind of kinds.values()) {
        if (onlySlice === null || kind.kind.startsWith(`${onlySlice}.`)) fillSlots(kind);
      }
      pause = untilNext();
    } catch (error) {
      log.error('job queue', { error: String(error) });
    }
    schedule(pause);
  }

  function settle(id: number): void {
    running.delete(id);
    schedule(0);
  }

  function schedule(delay: number): void {
    if (!started) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(tick, delay);
  }

  return {
    register<Payload>(kind: JobKind<Payload>) {
      kinds.set(kind.kind, kind as JobKind<unknown>);
    },
    enqueue(kind, key, payload, runAt = clock.now(), lane = '') {
      statements.enqueue.run({ kind, key, lane, payload: JSON.stringify(payload), runAt, now: clock.now() });
      schedule(0);
    },
    remove(kind, key) {
      statements.remove.run(kind, key);
    },
    async clearLane(lane) {
      statements.removeLane.run(lane);
      const underWay = [...running.values()].filter((job) => job.lane === lane);
      for (const job of underWay) job.controller.abort();
      await Promise.all(underWay.map((job) => job.finished));
    },
    dueAt(kind, key) {
      return statements.dueAt.get(kind, key) ?? null;
    },
    start(slice) {
      if (started) return;
      onlySlice = slice ?? null;
      statements.freeLeases.run();
      started = true;
      schedule(0);
    },
    async stop() {
      started = false;
      if (timer) clearTimeout(timer);
      for (const job of running.values()) job.controller.abort();
      await Promise.all([...running.values()].map((job) => job.finished));
    },
    wake() {
      schedule(0);
    },
  };
}
