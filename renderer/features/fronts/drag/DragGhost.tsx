import type { ReactElement } from 'react';
import { Ghost } from '../../../ui/Ghost.tsx';
import { Files } from '../../../ui/icons/icons.ts';
import { useFrontDrag } from './drag-context.ts';
import { useCarried } from './drag-state.ts';
import styles from './DragGhost.module.css';

/** The headline of what is carried, and how many there are. */
export function DragGhost(): ReactElement | null {
  const { store, manager } = useFrontDrag();
  const carried = useCarried(store);
  if (carried === null) return null;
  return (
    <Ghost manager={manager} className={styles.ghost}>
      {carried.ids.length > 1 && (
        <span className={styles.count}>
          <Files size={13} />
          {carried.ids.length}
        </span>
      )}
      <span className={styles.headline}>{carried.headline}</span>
    </Ghost>
  );
}
