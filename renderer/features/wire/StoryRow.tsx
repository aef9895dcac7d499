import { memo, type ReactElement, type ReactNode } from 'react';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { ListOption, type RowPlace } from '../../ui/ListOption.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { decideStoryMarks } from './decide-story-marks.ts';
import { otherSources } from './entry.ts';
import { piecesOf } from './hits.ts';
import row from '../../ui/list-row.module.css';
import styles from './StoryRow.module.css';

interface StoryRowProps extends RowPlace {
  item: WireListItem;
  selected: boolean;
  /** Chosen with others, to be worked on at once. */
  chosen: boolean;
  /** What is searched for. */
  hits: RegExp | null;
  sectionName: (slug: string) => string;
  onSelect: (storyId: number, how: { toggle: boolean; range: boolean }) => void;
}

/** The id of a story's row in the page. */
export function rowId(storyId: number): string {
  return `story-${storyId}`;
}

function withHits(text: string, hits: RegExp | null): ReactNode {
  if (hits === null) return text;
  return piecesOf(text, hits).map((piece, index) =>
    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}

/** One story of the inbox. */
export const StoryRow = memo(function StoryRow({
  item,
  index,
  start,
  selected,
  chosen,
  hits,
  sectionName,
  onSelect,
  ref,
}: StoryRowProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { bar, urgency, withdrawn, marks } = decideStoryMarks(item, useNow(), language, sectionName);
  const others = otherSources(item).join(', ');
  return (
    <ListOption
      ref={ref}
      id={rowId(item.storyId)}
      index={index}
      start={start}
      selected={selected || chosen}
      className={classes(
        row.row,
        styles.row,
        !item.read && styles.unread,
        withdrawn && styles.withdrawn,
        chosen && styles.chosen,
      )}
      onClick={(event) =>
        onSelect(item.storyId, { toggle: event.ctrlKey || event.metaKey, range: event.shiftKey })
      }
    >
      {bar !== null && <span className={classes(row.bar, row[bar])} aria-hidden />}
      <div className={classes(row.headline, styles.headline)}>
        {!item.read && <VisuallyHidden>{translate('wire.row.unread')}: </VisuallyHidden>}
        {urgency !== null && <VisuallyHidden>{translate(urgency.key, urgency.parameters)}. </VisuallyHidden>}
        <span>{item.headline === '' ? translate('wire.read.untitled') : withHits(item.headline, hits)}</span>
      </div>
      {item.withdrawalReason === null ? (
        item.teaser !== '' && (
          <div className={classes(row.beneath, styles.teaser)}>{withHits(item.teaser, hits)}</div>
        )
      ) : (
        <div className={classes(row.beneath, styles.teaser, styles.reason)}>
          {translate('lifeCycle.reason', { reason: item.withdrawalReason })}
        </div>
      )}
      <div className={classes(row.meta, styles.meta)}>
        <span className={styles.source}>{item.sourceName}</span>
        {others !== '' && (
          <span className={styles.others} title={translate('duplicates.row', { names: others })}>
            <VisuallyHidden>{translate('duplicates.row', { names: others })}</VisuallyHidden>
            <span aria-hidden>+ {others}</span>
          </span>
        )}
        {marks.length > 0 && (
          <span className={styles.marks}>
            {marks.map((mark) => (
              <Badge key={mark.key} tone={mark.tone}>
                {translate(mark.key, mark.parameters)}
              </Badge>
            ))}
          </span>
        )}
        <span className={row.time}>
          <RelativeTime value={item.versionCreated ?? item.arrivedAt} short />
        </span>
      </div>
    </ListOption>
  );
});
