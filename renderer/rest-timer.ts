/** Waits until something rests. (Looking again when an older timer is due costs more than setting it anew: each is a task.) */
export interface RestTimer {
  /** Something happened: what waits goes on waiting. */
  stir(): void;
  /** Nothing is run until the next stir. */
  cancel(): void;
}

/** Runs `run` once nothing has stirred for `restMs`, at the latest `latestMs` after the first stir. */
export function createRestTimer(
  run: () => void,
  { restMs, latestMs = Infinity }: { restMs: number; latestMs?: number },
): RestTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;

  return {
    stir() {
      const now = performance.now();
      if (timer === undefined) first = now;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          run();
        },
        Math.max(0, Math.min(restMs, first + latestMs - now)),
      );
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
