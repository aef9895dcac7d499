/** Quiet writing: nothing but the copy on the screen, remembered by this browser. */
import { useSyncExternalStore } from 'react';

const REMEMBERED = 'quiet-mode';
const listeners = new Set<() => void>();
let quiet = recall();

function recall(): boolean {
  try {
    return window.localStorage.getItem(REMEMBERED) === 'true';
  } catch {
    return false;
  }
}

export function isQuiet(): boolean {
  return quiet;
}

function fillScreen(fill: boolean): void {
  // Where the browser does not let it, the window stays as large as it is.
  if (fill) document.documentElement.requestFullscreen().catch(() => {});
  else if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {});
}

export function setQuiet(next: boolean): void {
  if (quiet === next) return;
  quiet = next;
  fillScreen(next);
  try {
    window.localStorage.setItem(REMEMBERED, String(next));
  } catch {
    // It holds for this window then.
  }
  for (const listener of listeners) listener();
}

export function useQuiet(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => quiet,
  );
}
