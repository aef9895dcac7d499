import type { ReactElement } from 'react';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Gauge } from '../../../ui/Gauge.tsx';
import styles from './paper.module.css';

/** Longer headlines are cut by Google's results and by slots of the front page. */
const LIMIT = 78;

export function HeadlineMeter({ headline }: { headline: string }): ReactElement {
  const translate = useTranslate();
  const count = [...headline.trim()].length;
  const tooLong = count > LIMIT;
  const verdict = count === 0 ? 'empty' : tooLong ? 'long' : 'fits';
  return (
    <div className={classes(styles.meter, tooLong && styles.tooLong)}>
      <Gauge share={count / LIMIT} tooMuch={tooLong} wide />
      <span>
        {translate('composer.headline.meter', { count, limit: LIMIT })} ·{' '}
        {translate(`composer.headline.${verdict}`)}
      </span>
    </div>
  );
}
