/**
 * What is being carried over the front, and where it would be put down. A store of its own beside React: only what the
 * carried thing comes upon renders again, and nothing does while the pointer moves within one place.
 */
import { useSyncExternalStore } from 'react';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { createStore, type Store } from '../../../store.ts';
import { samePlace, type Place } from './places.ts';

/** What is carried: stories of the pool, one that a rule filled in, slots of the board, or what lies on the clipboard. */
export interface Carried {
  from: 'pool' | 'rule' | 'board' | 'clipboard';
  ids: readonly string[];
  /** Of the pool or a rule. */
  stories: readonly FrontStory[];
  /** Headline of the one taken hold of. */
  headline: string;
}

interface DragState {
  carried: Carried | null;
  place: Place | null;
}

export type DragStore = Store<DragState>;

export function createDragStore(): DragStore {
  const store = createStore<DragState>({ carried: null, place: null });
  return {
    ...store,
    set(next) {
      const before = store.get();
      if (next.carried !== before.carried || !samePlace(next.place, before.place)) store.set(next);
    },
  };
}

/** Where in this collection what is carried would be put down; null where it is elsewhere or nothing is carried. */
export function useDropIndex(store: DragStore, collectionId: string): number | null {
  return useSyncExternalStore(store.subscribe, () => {
    const { place } = store.get();
    return place?.collectionId === collectionId ? place.index : null;
  });
}

export function useCarried(store: DragStore): Carried | null {
  return useSyncExternalStore(store.subscribe, () => store.get().carried);
}

export function useIsCarried(store: DragStore, from: Carried['from'], id: string): boolean {
  return useSyncExternalStore(store.subscribe, () => {
    const { carried } = store.get();
    return carried?.from === from && carried.ids.includes(id);
  });
}
