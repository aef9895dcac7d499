import { memo, type ReactElement, type Ref } from 'react';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { decideStoryMarks } from './decide-story-marks.ts';
import styles from './StoryRow.module.css';

interface StoryRowProps {
  item: WireListItem;
  index: number;
  /** Distance from the top of the list in pixels. */
  start: number;
  selected: boolean;
  onSelect: (storyId: number) => void;
  ref: Ref<HTMLDivElement>;
}

/** The id of a story's row in the page. */
export function rowId(storyId: number): string {
  return `story-${storyId}`;
}

/** One story of the inbox. */
export const StoryRow = memo(function StoryRow({
  item,
  index,
  start,
  selected,
  onSelect,
  ref,
}: StoryRowProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { bar, urgency, withdrawn, marks } = decideStoryMarks(item, useNow(), language);
  return (
    // The keyboard moves through the list itself (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={ref}
      id={rowId(item.storyId)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={-1}
      data-index={index}
      className={classes(styles.row, !item.read && styles.unread, withdrawn && styles.withdrawn)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => onSelect(item.storyId)}
    >
      {bar !== null && <span className={classes(styles.bar, styles[bar])} aria-hidden />}
      <div className={styles.headline}>
        {!item.read && <VisuallyHidden>{translate('wire.row.unread')}: </VisuallyHidden>}
        {urgency !== null && <VisuallyHidden>{translate(urgency.key, urgency.parameters)}. </VisuallyHidden>}
        <span>{item.headline === '' ? translate('wire.read.untitled') : item.headline}</span>
      </div>
      {item.teaser !== '' && <div className={styles.teaser}>{item.teaser}</div>}
      <div className={styles.meta}>
        <span className={styles.source}>{item.sourceName}</span>
        {marks.map((mark) => (
          <Badge key={mark.key} tone={mark.tone}>
            {translate(mark.key, mark.parameters)}
          </Badge>
        ))}
        <span className={styles.time}>
          <RelativeTime value={item.versionCreated ?? item.arrivedAt} short />
        </span>
      </div>
    </div>
  );
});
