import type { ReactElement } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { commandCaps } from '../../commands.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { GitCompare, Ungroup } from '../../ui/icons/icons.ts';
import { formatClock } from './format-clock.ts';
import styles from './ReadingPane.module.css';

interface SourceStripProps {
  story: WireStoryDetail;
  onOpen: (storyId: number) => void;
  onCompare: () => void;
  onSeparate: () => void;
}

/** The sources that carry this story, the earliest first; each opens its own copy. */
export function SourceStrip({ story, onOpen, onCompare, onSeparate }: SourceStripProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  return (
    <div className={styles.strip} role="group" aria-label={translate('duplicates.sources')}>
      <div className={styles.copies}>
        {story.entry.map((copy) => {
          const time = copy.versionCreated ?? copy.arrivedAt;
          const exact = formatDateTime(Date.parse(time), offsetMinutes, language);
          return (
            <button
              key={copy.storyId}
              type="button"
              className={classes(styles.version, copy.pubStatus === 'canceled' && styles.versionGone)}
              aria-pressed={copy.storyId === story.storyId}
              title={`${copy.headline}\n${translate('duplicates.open', { source: copy.sourceName, time: exact })}`}
              onClick={() => onOpen(copy.storyId)}
            >
              {copy.sourceName} <time dateTime={time}>{formatClock(time, offsetMinutes, language)}</time>
            </button>
          );
        })}
      </div>
      <span className={styles.gap} />
      <Button
        look="ghost"
        icon={GitCompare}
        className={styles.collapsing}
        aria-label={translate('duplicates.compare')}
        title={translate('duplicates.compare')}
        onClick={onCompare}
        caps={commandCaps('wire.compareSources')}
      >
        <span className={styles.optional}>{translate('duplicates.compare')}</span>
      </Button>
      <IconButton
        icon={Ungroup}
        label={translate('duplicates.separate')}
        caps={commandCaps('wire.separate')}
        onClick={onSeparate}
      />
    </div>
  );
}
