/** The palette, the shortcut map, the notifications and the list of who may sit here: which of them is open. */
import { useSyncExternalStore } from 'react';

export type Overlay = 'palette' | 'shortcuts' | 'people' | 'notifications' | null;

let overlay: Overlay = null;
const listeners = new Set<() => void>();

export function showOverlay(next: Overlay): void {
  overlay = next;
  for (const listener of listeners) listener();
}

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => overlay,
  );
}
