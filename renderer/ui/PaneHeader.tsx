import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './PaneHeader.module.css';

/** The head of a pane: 51 px with its line, everywhere, so that the lines meet across panes. */
export function PaneHeader({
  children,
  className,
}: {
  children: ReactNode;
  className?: string;
}): ReactElement {
  return <header className={classes(styles.header, className)}>{children}</header>;
}
