/** The search in the wire that the palette hands to the inbox, which may not be on screen yet. */
import { useSyncExternalStore } from 'react';

let asked: string | null = null;
const listeners = new Set<() => void>();

function change(query: string | null): void {
  asked = query;
  for (const listener of listeners) listener();
}

/** Asks the inbox to search. */
export function searchWireFor(query: string): void {
  change(query);
}

/** The inbox has taken the search over. */
export function takeWireSearch(): void {
  change(null);
}

/** The search that waits for the inbox, or null. */
export function useAskedWireSearch(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
