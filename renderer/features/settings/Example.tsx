import type { ReactElement, ReactNode } from 'react';
import styles from './Example.module.css';

/** What the settings above it make of a piece of copy, as they are typed. */
export function Example({ caption, children }: { caption: string; children: ReactNode }): ReactElement {
  return (
    <figure className={styles.example} aria-live="polite">
      <figcaption className={styles.caption}>{caption}</figcaption>
      {children}
    </figure>
  );
}
