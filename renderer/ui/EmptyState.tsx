import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Icon } from './icons/icons.ts';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  /** What to do next: buttons. */
  actions?: ReactNode;
  tone?: 'plain' | 'problem';
}

/** Stands where there is nothing to show, says why and what to do next. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  tone = 'plain',
}: EmptyStateProps): ReactElement {
  return (
    <div className={classes(styles.empty, tone === 'problem' && styles.problem)}>
      <Icon size={28} />
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
