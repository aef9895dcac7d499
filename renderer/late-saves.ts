/** The articles of this window whose last words the core does not have yet, though it was tried. */
import { useSyncExternalStore } from 'react';

export interface LateSave {
  articleId: string;
  headline: string;
  /** When it was first refused or lost; milliseconds since 1970. */
  since: number;
  /** A contract error's code, `CORE_DISCONNECTED`, or `DRAFT_CONFLICT` where somebody has to decide. */
  code: string;
}

let late: readonly LateSave[] = [];
const listeners = new Set<() => void>();

function change(next: readonly LateSave[]): void {
  late = next;
  for (const listener of listeners) listener();
}

/** Says that an article's save is late. What was said before of the same one keeps its time. */
export function tellLateSave(articleId: string, headline: string, code: string): void {
  const before = late.find((save) => save.articleId === articleId);
  if (before?.code === code && before.headline === headline) return;
  const since = before?.since ?? Date.now();
  change([...late.filter((save) => save !== before), { articleId, headline, since, code }]);
}

/** The article is stored, or was let go. */
export function forgetLateSave(articleId: string): void {
  if (late.some((save) => save.articleId === articleId)) {
    change(late.filter((save) => save.articleId !== articleId));
  }
}

export function useLateSaves(): readonly LateSave[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => late,
  );
}
