/** What the outbox shows: kept while one works on another screen, so that coming back finds it as it was. */
import { useSyncExternalStore } from 'react';
import type { DeliveryView } from '../../../shared/contract/publishing.ts';

export interface OutboxView {
  view: DeliveryView;
  /** Null: all targets. */
  targetId: string | null;
  /** The delivery in the detail pane: it stays there when it leaves the list for another view. */
  selected: { deliveryId: string; articleId: string } | null;
  /** The posts of a site are being looked through. */
  takingIn: boolean;
}

let shown: OutboxView = { view: 'all', targetId: null, selected: null, takingIn: false };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeOutboxView(change: Partial<OutboxView>): void {
  shown = { ...shown, ...change };
  for (const listener of listeners) listener();
}

export function useOutboxView(): OutboxView {
  return useSyncExternalStore(subscribe, () => shown);
}
