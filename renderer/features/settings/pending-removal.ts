/**
 * Targets that were taken away a moment ago. Removing one cancels what waits for it and forgets its password, which
 * nothing brings back, so the core is told only when the time to undo is over; closed before that, nothing is removed.
 */
import { useSyncExternalStore } from 'react';

const UNDO_MS = 10_000;

let pending: ReadonlySet<string> = new Set();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function change(next: ReadonlySet<string>): void {
  pending = next;
  for (const listener of listeners) listener();
}

/** Hides a target and removes it in a while, unless `keepTarget` comes first. */
export function removeSoon(id: string, remove: () => Promise<unknown>): void {
  change(new Set([...pending, id]));
  timers.set(
    id,
    setTimeout(() => void remove().finally(() => keepTarget(id)), UNDO_MS),
  );
}

/** Shows a target again. */
export function keepTarget(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  change(new Set([...pending].filter((one) => one !== id)));
}

/** Ids of the targets that are not shown for now. */
export function usePendingRemovals(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
  );
}
