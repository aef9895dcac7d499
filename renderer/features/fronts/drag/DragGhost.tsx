import { useEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { Files } from '../../../ui/icons/icons.ts';
import { useFrontDrag } from './drag-context.ts';
import { useCarried } from './drag-state.ts';
import { layers } from '../../../ui/layers.ts';
import styles from './DragGhost.module.css';

/** How far below and right of the pointer it hangs, in pixels. */
const OFFSET = 14;

/** What hangs at the pointer while something is carried. It is moved outside React, on every move of the pointer. */
export function DragGhost(): ReactElement | null {
  const { store, manager } = useFrontDrag();
  const carried = useCarried(store);
  const ghost = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      manager?.monitor.addEventListener('dragmove', ({ to }) => {
        if (to === undefined || ghost.current === null) return;
        ghost.current.style.transform = `translate(${to.x + OFFSET}px, ${to.y + OFFSET}px)`;
        ghost.current.style.visibility = 'visible';
      }),
    [manager],
  );
  if (carried === null) return null;
  return createPortal(
    <div ref={ghost} className={styles.ghost} aria-hidden>
      {carried.ids.length > 1 && (
        <span className={styles.count}>
          <Files size={13} />
          {carried.ids.length}
        </span>
      )}
      <span className={styles.headline}>{carried.headline}</span>
    </div>,
    layers(),
  );
}
