import { useSyncExternalStore } from 'react';

const STEP_MS = 20_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** Has everybody look at the clock now: something begins or ends at this moment. */
export function lookAtClock(): void {
  now = Date.now();
  for (const one of listeners) one();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(lookAtClock, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time now in milliseconds, to about twenty seconds: one clock for every "12 mnt lalu" on screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
