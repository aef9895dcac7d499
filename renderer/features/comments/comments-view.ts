/** What the comments screen shows: kept while one works on another screen, so that coming back finds it as it was. */
import { useSyncExternalStore } from 'react';
import type { CommentView } from '../../../shared/contract/comments.ts';

export interface ShownComments {
  view: CommentView;
  /** Null: all sites. */
  targetId: string | null;
  /** The comment in the detail pane, and its place in the list: what moves up into it is the next one in hand. */
  selected: { commentId: number; index: number } | null;
  /** Those that the next action is for, where several were chosen. */
  chosen: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();
let shown: ShownComments = { view: 'hold', targetId: null, selected: null, chosen: none };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeShownComments(change: Partial<ShownComments>): void {
  shown = { ...shown, ...change };
  for (const listener of listeners) listener();
}

/** Another view or site begins without a selection. */
export function showComments(change: Partial<Pick<ShownComments, 'view' | 'targetId'>>): void {
  changeShownComments({ ...change, selected: null, chosen: none });
}

/** Adds a comment to the chosen ones, or takes it out. */
export function toggleChosen(commentId: number): void {
  const chosen = new Set(shown.chosen);
  if (!chosen.delete(commentId)) chosen.add(commentId);
  changeShownComments({ chosen });
}

export function chooseNone(): void {
  changeShownComments({ chosen: none });
}

export function useShownComments(): ShownComments {
  return useSyncExternalStore(subscribe, () => shown);
}
