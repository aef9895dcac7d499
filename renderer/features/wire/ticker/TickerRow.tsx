import type { ReactElement, Ref } from 'react';
import type { WireListItem } from '../../../../shared/contract/wire.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { decideStoryMarks } from '../decide-story-marks.ts';
import styles from './ticker.module.css';

interface TickerRowProps {
  id: string;
  item: WireListItem;
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  selected: boolean;
  onSelect: () => void;
  onRead: () => void;
  ref: Ref<HTMLDivElement>;
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
  const { bar, urgency, withdrawn, marks } = decideStoryMarks(item, useNow(), language);
  const embargo = marks.find(({ key }) => key.startsWith('wire.badge.embargo'));
  return (
    // The keyboard moves through the list itself (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={-1}
      data-index={index}
      className={classes(styles.row, !item.read && styles.isUnread, withdrawn && styles.withdrawn)}
      style={{ transform: `translateY(${start}px)` }}
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
    </div>
  );
}
