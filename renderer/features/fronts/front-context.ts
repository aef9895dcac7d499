import { createContext, use } from 'react';
import type { Store } from '../../store.ts';
import type { FrontActions } from './front-actions.ts';

/** Which cards of the board are chosen, and at which the keys are. */
export interface Choice {
  chosen: ReadonlySet<string>;
  current: string | null;
}

/** What cards and collections need of the front they are on. It stays the same value while the front is open. */
export interface OpenedFront {
  choice: Store<Choice>;
  /** Where the keys were last: what is sent somewhere by the palette is taken from there. */
  inHand: Store<'pool' | 'board'>;
  actions: FrontActions;
  /** Opens the editor of a slot. */
  editSlot: (slotId: string) => void;
  /** Opens the editor of a slot to come. */
  addSlot: (collectionId: string, kind: 'link' | 'block') => void;
  /** Opens the settings of a collection. */
  editCollection: (collectionId: string) => void;
  /** Opens where the figures of what is read most come from. */
  chooseFigures: () => void;
  /** Opens the launch dialog with these collections. */
  launch: (collectionIds: readonly string[]) => void;
  /** Has collections be what readers see again. */
  discard: (collectionIds: readonly string[]) => void;
}

export const FrontContext = createContext<OpenedFront | null>(null);

export function useOpenedFront(): OpenedFront {
  const front = use(FrontContext);
  if (front === null) throw new Error('useOpenedFront is used outside a front.');
  return front;
}
