/** When a process that crashed is started again. */

/** Crashes older than this are forgotten. */
const REMEMBERED_MS = 5 * 60_000;
const MOST_CRASHES = 5;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export interface RestartDecision {
  /** Milliseconds to wait; null: it crashed too often to be started again without a person saying so. */
  restartInMs: number | null;
  /** The crashes to remember, this one included. */
  crashes: readonly number[];
}

/**
 * At once after the first crash, later and later after each further one, and not again after the fifth within five
 * minutes. Times are milliseconds since 1970.
 */
export function decideRestart(crashes: readonly number[], now: number): RestartDecision {
  const recent = [...crashes.filter((crash) => now - crash < REMEMBERED_MS), now];
  if (recent.length > MOST_CRASHES) return { restartInMs: null, crashes: recent };
  const restartInMs = Math.min(FIRST_PAUSE_MS * 3 ** (recent.length - 1), LONGEST_PAUSE_MS);
  return { restartInMs, crashes: recent };
}
