import { useState, type ReactElement } from 'react';
import type { ExportProgress } from '../../../shared/contract/system.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate, type Translate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Input, Switch } from '../../ui/Field.tsx';
import { formatMegabytes } from '../../../shared/i18n/format-megabytes.ts';
import { CircleCheck, FolderOutput } from '../../ui/icons/icons.ts';
import { Section } from './Section.tsx';
import { useLongWork, type LongWork } from './use-long-work.ts';
import styles from './ExportSection.module.css';

/** Writes everything into a folder, tells how far it is, and can be stopped on the way. */
export function ExportSection({ dataFolder }: { dataFolder: string }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [folder, setFolder] = useState(() => `${dataFolder}${dataFolder.includes('\\') ? '\\' : '/'}exports`);
  const [withWire, setWithWire] = useState(true);
  const work = useLongWork((signal) => client.system.export({ folder: folder.trim(), withWire }, { signal }));
  const progress = work.ended === null ? (work.told?.at(-1) ?? null) : null;
  const outcome = work.ended === null ? null : outcomeOf(work.ended, translate);

  return (
    <Section title={translate('safety.export')} text={translate('safety.export.text')}>
      <Field label={translate('safety.export.folder')} hint={translate('safety.export.folderHint')}>
        {(control) => (
          <Input
            {...control}
            value={folder}
            disabled={work.isRunning}
            spellCheck={false}
            onChange={(event) => setFolder(event.target.value)}
          />
        )}
      </Field>
      <Switch
        label={translate('safety.export.wire')}
        checked={withWire}
        disabled={work.isRunning}
        onChange={setWithWire}
      />
      <div className={styles.row}>
        {!work.isRunning ? (
          <Button icon={FolderOutput} disabled={folder.trim() === ''} onClick={work.run}>
            {translate('safety.export.do')}
          </Button>
        ) : (
          <Button onClick={work.stop}>{translate('safety.export.cancel')}</Button>
        )}
        {work.isRunning && progress?.kind === 'progress' && <Progress progress={progress} />}
      </div>
      {outcome !== null && (
        <p role="status" className={styles.outcome}>
          {outcome}
        </p>
      )}
      {progress?.kind === 'done' && <Done done={progress} />}
    </Section>
  );
}

function outcomeOf(ended: NonNullable<LongWork<ExportProgress>['ended']>, translate: Translate): string {
  if (ended.by === 'stop') return translate('safety.export.cancelled');
  const { key, parameters } = errorMessage(ended.error);
  return translate(key, parameters);
}

function Progress({
  progress: { part, done, of },
}: {
  progress: Extract<ExportProgress, { kind: 'progress' }>;
}): ReactElement {
  const translate = useTranslate();
  const words = translate('safety.export.progress', {
    part: translate(`safety.export.part.${part}`),
    done,
    of,
  });
  return (
    <span className={styles.progress}>
      <progress value={done} max={Math.max(of, 1)} aria-label={words} />
      {words}
    </span>
  );
}

function Done({ done }: { done: Extract<ExportProgress, { kind: 'done' }> }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  return (
    <p role="status" className={styles.done}>
      <CircleCheck size={16} />
      <span>
        {translate('safety.export.done', { files: done.files, size: formatMegabytes(done.bytes, language) })}
        <code>{done.folder}</code>
      </span>
    </p>
  );
}
