import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './Gauge.module.css';

/** A thin line that fills up, for the eye beside words that say the same. `share`: from 0 to 1, more is `tooMuch`. */
export function Gauge({
  share,
  tooMuch,
  wide = false,
}: {
  share: number;
  tooMuch: boolean;
  wide?: boolean;
}): ReactElement {
  return (
    <meter
      className={classes(styles.gauge, wide && styles.wide, tooMuch && styles.tooMuch)}
      min={0}
      max={1}
      value={Math.min(share, 1)}
      aria-hidden
    />
  );
}
