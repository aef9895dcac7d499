const SECOND_MS = 1_000;
const STEP_MS = 5 * SECOND_MS;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

export interface SavedAgo {
  /** `long`: an hour and more, when what counts is that it was saved. */
  unit: 'now' | 'seconds' | 'minutes' | 'long';
  count: number;
  /** Milliseconds until other words are due. */
  nextInMs: number;
}

/**
 * How long ago something was saved, as it is told: the first second, then steps of five, then minutes. What changed every
 * second would draw the eye, and the head of the page.
 *
 * @param elapsedMs milliseconds since then; a clock set back counts as none
 */
export function savedAgo(elapsedMs: number): SavedAgo {
  const elapsed = Math.max(0, elapsedMs);
  if (elapsed < SECOND_MS) return { unit: 'now', count: 0, nextInMs: SECOND_MS - elapsed };
  if (elapsed < STEP_MS) return { unit: 'seconds', count: 1, nextInMs: STEP_MS - elapsed };
  if (elapsed < MINUTE_MS) {
    const steps = Math.floor(elapsed / STEP_MS);
    return { unit: 'seconds', count: steps * 5, nextInMs: (steps + 1) * STEP_MS - elapsed };
  }
  const minutes = Math.floor(elapsed / MINUTE_MS);
  return {
    unit: elapsed < HOUR_MS ? 'minutes' : 'long',
    count: minutes,
    nextInMs: (minutes + 1) * MINUTE_MS - elapsed,
  };
}
