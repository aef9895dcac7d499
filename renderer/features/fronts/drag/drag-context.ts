import { Draggable, type DragDropManager } from '@dnd-kit/dom';
import { createContext, use, useEffect, useEffectEvent, type RefObject } from 'react';
import type { DragStore } from './drag-state.ts';
import type { DragSource } from './front-drag.ts';

/** The drag and drop of the front that is open. `manager` is null where nothing may be moved, as in a launch of old. */
export const FrontDragContext = createContext<{ store: DragStore; manager: DragDropManager | null } | null>(
  null,
);

export function useFrontDrag(): { store: DragStore; manager: DragDropManager | null } {
  const drag = use(FrontDragContext);
  if (drag === null) throw new Error('useFrontDrag is used outside a front.');
  return drag;
}

/** Lets a card be dragged: by the pointer anywhere on it, by keys on its grip. */
export function useDraggable(
  id: string,
  card: RefObject<HTMLElement | null>,
  grip: RefObject<HTMLElement | null>,
  source: { carried: DragSource['carried']; home: DragSource['home'] },
): void {
  const { manager } = useFrontDrag();
  const carried = useEffectEvent(() => source.carried());
  const home = useEffectEvent(() => source.home());
  useEffect(() => {
    if (manager === null || card.current === null || grip.current === null) return;
    const data: DragSource = { carried: () => carried(), home: () => home() };
    const draggable = new Draggable({ id, element: card.current, handle: grip.current, data }, manager);
    return () => draggable.destroy();
  }, [manager, id, card, grip]);
}
