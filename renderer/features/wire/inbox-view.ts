/** What the inbox shows: kept while one works on another screen, so that coming back finds it as it was. */
import { useSyncExternalStore } from 'react';
import type { WireFilter, WireView } from '../../../shared/contract/wire.ts';

export type InboxTab = 'all' | 'urgent' | 'unread';

export interface InboxView {
  /** Null: all sources. */
  sourceId: string | null;
  tab: InboxTab;
  /** What people marked, or the inbox itself. */
  marked: WireView;
  query: string;
}

/** Urgency up to which a story counts as urgent (IPTC urgency, 1 is the most urgent). */
export const URGENT_AT_MOST = 3;

let view: InboxView = { sourceId: null, tab: 'all', marked: 'inbox', query: '' };
const listeners = new Set<() => void>();

export function changeInboxView(change: Partial<InboxView>): void {
  view = { ...view, ...change };
  for (const listener of listeners) listener();
}

export function useInboxView(): InboxView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

/** The view as the core filters. */
export function filterOfView({ sourceId, tab, marked, query }: InboxView): WireFilter {
  return {
    view: marked,
    sourceId,
    unreadOnly: tab === 'unread',
    urgencyAtMost: tab === 'urgent' ? URGENT_AT_MOST : null,
    query: query.trim(),
  };
}
