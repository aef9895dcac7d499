/** The import that is under way: kept beside the screens, so that it is seen again when one comes back to the inbox. */
import { useSyncExternalStore } from 'react';

export interface ImportRun {
  /** Files from 1, and how many there are. */
  number: number;
  count: number;
  /** The file that is being read. */
  name: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** When this was so, in milliseconds since 1970. */
  now: number;
  bytesDone: number;
  bytesOf: number;
  stories: number;
  cancel: () => void;
}

let run: ImportRun | null = null;
const listeners = new Set<() => void>();

/** Null: nothing is imported any more. */
export function showImportRun(next: ImportRun | null): void {
  run = next;
  for (const listener of listeners) listener();
}

export function currentImportRun(): ImportRun | null {
  return run;
}

export function useImportRun(): ImportRun | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentImportRun);
}
