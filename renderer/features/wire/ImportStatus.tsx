import type { ReactElement } from 'react';
import { estimateImport, type ImportSoFar } from '../../../shared/domain/import-progress.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { usePageMark } from '../../ui/use-page-mark.ts';
import type { ImportRun } from './import-run.ts';
import { formatClock } from './format-clock.ts';
import styles from './ImportStatus.module.css';

interface ImportStatusProps {
  /** What is being read. */
  title: string;
  soFar: ImportSoFar;
  onStop: () => void;
}

/** How far a long import is: how many stories, how fast, and when it ends; and the way to stop it. */
export function ImportStatus({ title, soFar, onStop }: ImportStatusProps): ReactElement {
  const translate = useTranslate();
  usePageMark('data-at-foot');
  const { language, offsetMinutes } = useLocale();
  const { fraction, storiesPerSecond, endsAt } = estimateImport(soFar);
  const facts = [
    soFar.stories === 0 ? '' : translate('importProgress.stories', { stories: soFar.stories }),
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
        {title}
      </p>
      <div className={styles.bar}>
        <ProgressBar fraction={fraction} label={translate('importProgress.bar')} facts={facts} />
      </div>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <Button className={styles.cancel} onClick={onStop}>
        {translate('importProgress.cancel')}
      </Button>
    </div>
  );
}

/** Files that were brought in by hand. */
export function ImportRunStatus({ run }: { run: ImportRun }): ReactElement {
  const translate = useTranslate();
  const title =
    run.count === 1
      ? translate('importProgress.title', { name: run.name })
      : translate('importProgress.files', { number: run.number, count: run.count, name: run.name });
  return <ImportStatus title={title} soFar={run} onStop={run.cancel} />;
}
