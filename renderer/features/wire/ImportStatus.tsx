import type { ReactElement } from 'react';
import { estimateImport } from '../../../shared/domain/import-progress.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { ImportRun } from './import-run.ts';
import { formatClock } from './format-clock.ts';
import styles from './ImportStatus.module.css';

/** How far an import is: which file, how many stories, how fast, and when it ends; and the way to stop it. */
export function ImportStatus({ run }: { run: ImportRun }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { fraction, storiesPerSecond, endsAt } = estimateImport(run);
  const facts = [
    run.stories === 0 ? '' : translate('importProgress.stories', { stories: run.stories }),
    storiesPerSecond === null ? '' : translate('importProgress.rate', { rate: Math.round(storiesPerSecond) }),
    endsAt === null
      ? ''
      : translate('importProgress.ends', {
          time: formatClock(new Date(endsAt).toISOString(), offsetMinutes, language),
        }),
  ].filter((fact) => fact !== '');
  return (
    <div className={styles.status}>
      <p className={styles.title} role="status">
        {run.count === 1
          ? translate('importProgress.title', { name: run.name })
          : translate('importProgress.files', { number: run.number, count: run.count, name: run.name })}
      </p>
      <div className={styles.bar}>
        <ProgressBar fraction={fraction} label={translate('importProgress.bar')} facts={facts} />
      </div>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <Button className={styles.cancel} onClick={run.cancel}>
        {translate('importProgress.cancel')}
      </Button>
    </div>
  );
}
