import type { ReactElement } from 'react';
import { Lock } from './icons/icons.ts';
import styles from './RefusalNote.module.css';

/** Why what is here cannot be done by who sits here; the controls it is about name it by `id`. */
export function RefusalNote({ id, children }: { id?: string; children: string }): ReactElement {
  return (
    <p id={id} className={styles.note} role="note">
      <Lock size={15} />
      <span>{children}</span>
    </p>
  );
}
