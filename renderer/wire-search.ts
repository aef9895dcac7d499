/** The search in the wire that the palette hands to the inbox. */
import { useSyncExternalStore } from 'react';

let asked = { query: '', count: 0 };
const listeners = new Set<() => void>();

/** Asks the inbox to search. The same words asked again count as asked anew. */
export function searchWireFor(query: string): void {
  asked = { query, count: asked.count + 1 };
  for (const listener of listeners) listener();
}

/** The latest search asked for; `count` grows with every one. */
export function useAskedWireSearch(): { query: string; count: number } {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
