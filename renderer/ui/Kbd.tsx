import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './Kbd.module.css';

interface KbdProps {
  /** One key a piece, as `keyCaps` gives them: `['Ctrl', 'K']`. */
  caps: readonly string[];
  tone?: 'plain' | 'inverse';
  /** Read out as well: where nothing else names the keys. */
  read?: boolean;
}

/** A shortcut as printed on the keys. Hidden from screen readers where commands name their keys themselves. */
export function Kbd({ caps, tone = 'plain', read = false }: KbdProps): ReactElement {
  return (
    <kbd className={classes(styles.kbd, tone === 'inverse' && styles.inverse)} aria-hidden={!read}>
      {caps.join(' ')}
    </kbd>
  );
}
