import type { ReactElement } from 'react';
import type { WireListItem } from '../../../../shared/contract/wire.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { ListOption, type RowPlace } from '../../../ui/ListOption.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { decideStoryMarks } from '../decide-story-marks.ts';
import styles from './ticker.module.css';

interface TickerRowProps extends RowPlace {
  id: string;
  item: WireListItem;
  selected: boolean;
  onSelect: () => void;
  onRead: () => void;
}

/** One story of a ticker: its urgency, its headline, whose it is and since when; why it was withdrawn. */
export function TickerRow({
  id,
  item,
  index,
  start,
  selected,
  onSelect,
  onRead,
  ref,
}: TickerRowProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { bar, urgency, withdrawn, marks } = decideStoryMarks(item, useNow(), language, String);
  const embargo = marks.find(({ key }) => key.startsWith('wire.badge.embargo'));
  return (
    <ListOption
      ref={ref}
      id={id}
      index={index}
      start={start}
      selected={selected}
      className={classes(styles.row, !item.read && styles.isUnread, withdrawn && styles.withdrawn)}
      onClick={onSelect}
      onDoubleClick={onRead}
    >
      {bar !== null && <span className={classes(styles.bar, styles[bar])} aria-hidden />}
      <span className={styles.time}>
        <RelativeTime value={item.versionCreated ?? item.arrivedAt} short />
      </span>
      <span className={styles.words}>
        {!item.read && <VisuallyHidden>{translate('wire.row.unread')}: </VisuallyHidden>}
        {urgency !== null && <VisuallyHidden>{translate(urgency.key, urgency.parameters)}. </VisuallyHidden>}
        <span className={styles.headline}>
          {item.headline === '' ? translate('wire.read.untitled') : item.headline}
        </span>
        <span className={styles.source}>
          {item.sourceName}
          {embargo !== undefined && ` · ${translate(embargo.key, embargo.parameters)}`}
          {withdrawn && ` · ${translate('wire.badge.withdrawn')}`}
          {item.withdrawalReason !== null && `: ${item.withdrawalReason}`}
        </span>
      </span>
    </ListOption>
  );
}
