/** Files opened with Redaksi from outside, handed to the inbox, which may not be on screen yet. */
import { useSyncExternalStore } from 'react';

let opened: readonly File[] = [];
const listeners = new Set<() => void>();

function change(files: readonly File[]): void {
  opened = files;
  for (const listener of listeners) listener();
}

/** Hands files to the inbox, after those that wait. */
export function importIntoWire(files: readonly File[]): void {
  change([...opened, ...files]);
}

/** Takes the files that wait; they are the caller's from then on. */
export function takeOpenedFiles(): readonly File[] {
  const taken = opened;
  change([]);
  return taken;
}

/** How many files wait for the inbox. */
export function useOpenedFileCount(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened.length,
  );
}
