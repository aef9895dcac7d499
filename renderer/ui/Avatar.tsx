import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { initialsOf, toneOf } from './initials.ts';
import styles from './Avatar.module.css';

interface AvatarProps {
  /** Empty where the person has no name yet. */
  name: string;
  /** The person's id: gives everybody a tint of their own. */
  id: string;
  size?: 'small' | 'medium';
}

/** A person by initials. The name stands beside it or in the label of what holds it. */
export function Avatar({ name, id, size = 'medium' }: AvatarProps): ReactElement {
  return (
    <span className={classes(styles.avatar, styles[size], styles[toneOf(id)])} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
