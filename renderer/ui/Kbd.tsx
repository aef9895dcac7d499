import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './Kbd.module.css';

interface KbdProps {
  /** One key a piece, as `keyCaps` gives them: `['Ctrl', 'K']`. */
  caps: readonly string[];
  tone?: 'plain' | 'inverse';
}

/** A shortcut as printed on the keys. Hidden from screen readers: commands name their keys themselves. */
export function Kbd({ caps, tone = 'plain' }: KbdProps): ReactElement {
  return (
    <kbd className={classes(styles.kbd, tone === 'inverse' && styles.inverse)} aria-hidden>
      {caps.join(' ')}
    </kbd>
  );
}
