import type { DragDropManager } from '@dnd-kit/dom';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslate } from '../../i18n.ts';
import { createStore, useStore } from '../../store.ts';
import { CLIPBOARD, readColumns } from './drag/board-on-page.ts';
import { createDragStore, type Carried, type DragStore } from './drag/drag-state.ts';
import { createFrontDrag } from './drag/front-drag.ts';
import type { Place } from './drag/places.ts';

/** Drag and drop while a front is open. `titleOf` names a collection. */
export function useDragging(
  titleOf: (collectionId: string) => string,
  onDrop: (carried: Carried, place: Place) => void,
): { store: DragStore; manager: DragDropManager | null } {
  const translate = useTranslate();
  const [store] = useState(createDragStore);
  const [held] = useState(() => createStore<DragDropManager | null>(null));
  const drop = useEffectEvent(onDrop);
  const nameOf = useEffectEvent(titleOf);

  useEffect(() => {
    function what({ ids, headline }: Carried): string {
      return ids.length === 1 ? headline : translate('fronts.drag.several', { count: ids.length });
    }
    function where(place: Place | null): string {
      if (place === null) return translate('fronts.drag.nowhere');
      if (place.collectionId === CLIPBOARD) return translate('fronts.clipboard');
      const list = readColumns()
        .flat()
        .find(({ collectionId }) => collectionId === place.collectionId);
      return translate('fronts.drag.place', {
        collection: nameOf(place.collectionId),
        place: place.index + 1,
        of: (list?.cards ?? place.index) + 1,
      });
    }
    const created = createFrontDrag({
      store,
      columns: readColumns,
      onDrop: (carried, place) => drop(carried, place),
      instructions: translate('fronts.drag.instructions'),
      words: {
        picked: (carried) => translate('fronts.drag.picked', { what: what(carried) }),
        over: (_carried, place) => where(place),
        dropped: (carried, place) =>
          translate('fronts.drag.dropped', { what: what(carried), where: where(place) }),
        cancelled: (carried) => translate('fronts.drag.cancelled', { what: what(carried) }),
      },
    });
    held.set(created);
    return () => {
      held.set(null);
      created.destroy();
    };
  }, [store, held, translate]);

  const manager = useStore(held);
  // Every card listens to it: it is a new value only where it is another one.
  return useMemo(() => ({ store, manager }), [store, manager]);
}
