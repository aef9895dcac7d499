import type { DragDropManager } from '@dnd-kit/dom';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { classes } from './classes.ts';
import { layers } from './layers.ts';
import styles from './Ghost.module.css';

/** How far below and right of the pointer it hangs, in pixels. */
const OFFSET = 14;

interface GhostProps {
  manager: DragDropManager | null;
  className?: string | undefined;
  children: ReactNode;
}

/** What hangs at the pointer while something is carried. It is moved outside React, on every move of the pointer. */
export function Ghost({ manager, className, children }: GhostProps): ReactElement {
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
  return createPortal(
    <div ref={ghost} className={classes(styles.ghost, className)} aria-hidden>
      {children}
    </div>,
    layers(),
  );
}
