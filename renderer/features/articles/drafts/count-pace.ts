/** When the words of the copy are counted. */
import { createRestTimer } from '../../../rest-timer.ts';

/** Words are counted at this pace while somebody types, never per key, and once more when the typing rests. */
const COUNT_MS = 1_000;
/** An article just opened is painted before its words are counted. */
const FIRST_COUNT_MS = 50;

export interface CountPace {
  /** An article was opened. */
  opened(): void;
  /** With every edit: what is counted is shown with the frame that draws the key, so that none is drawn for it alone. */
  edited(): void;
  now(): void;
  stop(): void;
}

export function createCountPace(count: () => void): CountPace {
  const resting = createRestTimer(now, { restMs: COUNT_MS });
  let countedAt = -Infinity;
  let frame: number | undefined;
  let first: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(first);
    resting.cancel();
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  }

  function now(): void {
    stop();
    countedAt = performance.now();
    count();
  }

  return {
    opened() {
      first = setTimeout(now, FIRST_COUNT_MS);
    },
    edited() {
      resting.stir();
      if (performance.now() - countedAt >= COUNT_MS) frame ??= requestAnimationFrame(now);
    },
    now,
    stop,
  };
}
