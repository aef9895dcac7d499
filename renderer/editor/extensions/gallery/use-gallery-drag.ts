import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Carrying, GalleryDrag } from './gallery-drag.ts';

/**
 * Dragging in a gallery that may be changed: `drag` is null until it stands. Its library is fetched once there is a
 * gallery with something to put in order; should it not come, there are the buttons.
 */
export function useGalleryDrag(
  list: RefObject<HTMLElement | null>,
  count: number,
  onDrop: (from: number, to: number) => void,
): { drag: GalleryDrag | null; carrying: Carrying | null } {
  const editable = useLexicalEditable();
  const [drag, setDrag] = useState<GalleryDrag | null>(null);
  const [carrying, setCarrying] = useState<Carrying | null>(null);
  const drop = useEffectEvent(onDrop);
  const wanted = editable && count > 1;

  useEffect(() => {
    if (!wanted) return;
    let created: GalleryDrag | null = null;
    let isOver = false;
    void import('./gallery-drag.ts').then(
      ({ createGalleryDrag }) => {
        if (isOver || list.current === null) return;
        created = createGalleryDrag({
          list: list.current,
          onCarry: setCarrying,
          onDrop: (from, to) => drop(from, to),
        });
        setDrag(created);
      },
      () => {},
    );
    return () => {
      isOver = true;
      setDrag(null);
      setCarrying(null);
      created?.destroy();
    };
  }, [wanted, list]);

  return { drag, carrying };
}
