import type { ReactElement } from 'react';
import { measureText, type HeadlineLimit } from '../../../../shared/domain/headline-limits.ts';
import { useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { Gauge } from '../../../ui/Gauge.tsx';
import { widthIn } from './text-width.ts';
import styles from './headlines.module.css';

/** Characters and rendered width against what the place has room for. */
export function LengthMeter({ text, limit }: { text: string; limit: HeadlineLimit }): ReactElement {
  const translate = useTranslate();
  const { characters, width, share, fits } = measureText(text, limit, widthIn(limit));
  return (
    <div className={classes(styles.meter, !fits && styles.tooLong)}>
      <Gauge share={share} tooMuch={!fits} />
      <span>
        {translate('headlines.characters', { count: characters, limit: limit.characters })} ·{' '}
        {translate('headlines.width', { width, limit: limit.width })}
        {!fits && ` · ${translate('headlines.cut')}`}
      </span>
    </div>
  );
}
