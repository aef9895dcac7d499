import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Icon } from './icons/icons.ts';
import styles from './Badge.module.css';

export type Tone = 'plain' | 'accent' | 'red' | 'amber' | 'green' | 'violet' | 'alarm';

interface BadgeProps {
  /** Colour only carries meaning, and the words say the same. `alarm`: full red, for what needs a person now. */
  tone?: Tone;
  icon?: Icon;
  title?: string;
  children: ReactNode;
}

/** A small mark in a line of a list: a version, an embargo, a state. */
export function Badge({ tone = 'plain', icon: Icon, title, children }: BadgeProps): ReactElement {
  return (
    <span className={classes(styles.badge, styles[tone])} title={title}>
      {Icon !== undefined && <Icon size={12} />}
      {children}
    </span>
  );
}

/** A count on an icon of the rail. */
export function CountBadge({ count }: { count: number }): ReactElement | null {
  if (count <= 0) return null;
  return <span className={styles.count}>{count > 99 ? '99+' : count}</span>;
}
