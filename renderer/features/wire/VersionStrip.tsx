import type { ReactElement } from 'react';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { silentEdits } from '../../../shared/domain/silent-edits.ts';
import { commandCaps } from '../../commands.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { GitCompare } from '../../ui/icons/icons.ts';
import { formatClock } from './format-clock.ts';
import { decideSignal } from './decide-signal.ts';
import styles from './ReadingPane.module.css';

interface VersionStripProps {
  story: WireStoryDetail;
  onChoose: (versionId: number) => void;
  onCompare: () => void;
}

/** The versions of the story in the order they came, with their times. */
export function VersionStrip({ story, onChoose, onCompare }: VersionStripProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const versions = story.versions.toSorted((one, other) => one.versionId - other.versionId);
  const silent = silentEdits(versions);
  const signal = decideSignal(story.signals);
  return (
    <div className={styles.strip} role="group" aria-label={translate('wire.read.versions')}>
      {versions.map((version, index) => {
        const time = version.versionCreated ?? version.arrivedAt;
        const exact = formatDateTime(Date.parse(time), offsetMinutes, language);
        return (
          <button
            key={version.versionId}
            type="button"
            className={classes(styles.version, version.pubStatus === 'canceled' && styles.versionGone)}
            aria-pressed={version.versionId === story.versionId}
            title={[
              translate('wire.read.version', { number: index + 1, time: exact }),
              silent.has(version.versionId) ? translate('wire.read.silentEdit.text') : '',
            ]
              .filter((part) => part !== '')
              .join('. ')}
            onClick={() => onChoose(version.versionId)}
          >
            v{index + 1} <time dateTime={time}>{formatClock(time, offsetMinutes, language)}</time>
          </button>
        );
      })}
      <span className={styles.stripNote}>
        {silent.has(story.versionId) && <Badge tone="amber">{translate('wire.read.silentEdit')}</Badge>}
        {signal !== null && <Badge tone="amber">{translate(signal)}</Badge>}
        {story.newestVersionId !== story.versionId && translate('wire.read.older')}
      </span>
      <Button look="ghost" icon={GitCompare} onClick={onCompare} caps={commandCaps('wire.compare')}>
        {translate('wire.versions.compare')}
      </Button>
    </div>
  );
}
