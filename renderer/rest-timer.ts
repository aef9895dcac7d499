/**
 * Waits until something rests. All that waits shares one timer of the browser, set for what is due first: with every key
 * several of them begin to wait anew, and to set and to clear one costs more than what a key does here. (To look again only
 * when an older one is due costs more still: each is a task.)
 */
export interface RestTimer {
  /** Something happened: what waits goes on waiting. */
  stir(): void;
  /** Nothing is run until the next stir. */
  cancel(): void;
}

interface Waiting {
  run: () => void;
  /** By `performance.now`. */
  due: number;
}

const waiting = new Set<Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** What the timer is set for. */
let next: Waiting | undefined;

function setTimer(): void {
  clearTimeout(timer);
  next = undefined;
  for (const one of waiting) if (next === undefined || one.due < next.due) next = one;
  if (next !== undefined) timer = setTimeout(runNext, Math.max(0, next.due - performance.now()));
}

/** One at a time, so that each is a task of its own, and none is kept from running by another that failed. */
function runNext(): void {
  const due = next;
  if (due === undefined) return;
  waiting.delete(due);
  setTimer();
  due.run();
}

/** Runs `run` once nothing has stirred for `restMs`, at the latest `latestMs` after the first stir. */
export function createRestTimer(
  run: () => void,
  { restMs, latestMs = Infinity }: { restMs: number; latestMs?: number },
): RestTimer {
  const own: Waiting = { run, due: 0 };
  let first = 0;

  return {
    stir() {
      const now = performance.now();
      if (!waiting.has(own)) first = now;
      waiting.add(own);
      own.due = Math.min(now + restMs, first + latestMs);
      if (next === undefined || next === own || own.due < next.due) setTimer();
    },
    cancel() {
      if (waiting.delete(own) && next === own) setTimer();
    },
  };
}
