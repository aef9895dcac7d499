import { createContext, use } from 'react';
import type { Store } from '../../store.ts';
import type { FrontActions } from './front-actions.ts';

/** Which dialog lies over the front. */
export type OpenDialog =
  | { kind: 'slot'; slotId: string }
  | { kind: 'newSlot'; collectionId: string; content: 'link' | 'block' }
  | { kind: 'collection'; collectionId: string }
  | { kind: 'newCollection' }
  | { kind: 'figures' }
  | { kind: 'launch'; collectionIds: readonly string[] | null }
  | { kind: 'history' }
  | { kind: 'newFront' }
  | { kind: 'renameFront' }
  | { kind: 'removeFront' };

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
  open: (dialog: OpenDialog) => void;
  /** Has collections be what readers see again; null: the whole front. */
  discard: (collectionIds: readonly string[] | null) => void;
}

export const FrontContext = createContext<OpenedFront | null>(null);

export function useOpenedFront(): OpenedFront {
  const front = use(FrontContext);
  if (front === null) throw new Error('useOpenedFront is used outside a front.');
  return front;
}
