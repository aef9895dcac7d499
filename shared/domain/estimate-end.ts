/** When work that takes long will have ended, told from what has been done in the time that has passed. */

export interface WorkSoFar {
  /** Milliseconds since 1970. */
  startedAt: number;
  now: number;
  /** In one unit: what has been done, and all. */
  done: number;
  of: number;
}

export interface Estimate {
  /** 0 to 1. */
  fraction: number;
  /** Of the unit; null until it can be told. */
  perSecond: number | null;
  /** Milliseconds since 1970; null until it can be told. */
  endsAt: number | null;
}

/** A rate taken over less time says nothing. */
const TOLD_AFTER_MS = 1_500;

export function estimateEnd({ startedAt, now, done, of }: WorkSoFar): Estimate {
  const fraction = of <= 0 ? 0 : Math.min(1, Math.max(0, done / of));
  const passed = now - startedAt;
  if (passed < TOLD_AFTER_MS || fraction === 0) return { fraction, perSecond: null, endsAt: null };
  return {
    fraction,
    perSecond: done / (passed / 1000),
    endsAt: Math.round(startedAt + passed / fraction),
  };
}
