import { CircleCheck, FolderOutput } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ExportProgress } from '../../../shared/contract/system.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Input, Switch } from '../../ui/Field.tsx';
import { formatMegabytes } from '../../../shared/i18n/format-megabytes.ts';
import { Section } from './Section.tsx';
import styles from './ExportSection.module.css';

/** Writes everything into a folder, tells how far it is, and can be stopped on the way. */
export function ExportSection({ dataFolder }: { dataFolder: string }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [folder, setFolder] = useState(() => `${dataFolder}${dataFolder.includes('\\') ? '\\' : '/'}exports`);
  const [withWire, setWithWire] = useState(true);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function run(): Promise<void> {
    const controller = new AbortController();
    current.current = controller;
    setRunning(controller);
    setProgress(null);
    setOutcome(null);
    try {
      const input = { folder: folder.trim(), withWire };
      for await (const one of await client.system.export(input, { signal: controller.signal }))
        setProgress(one);
      if (controller.signal.aborted) setOutcome(translate('safety.export.cancelled'));
    } catch (error) {
      setProgress(null);
      const { key, parameters } = errorMessage(error);
      setOutcome(
        controller.signal.aborted ? translate('safety.export.cancelled') : translate(key, parameters),
      );
    } finally {
      setRunning(null);
    }
  }

  return (
    <Section title={translate('safety.export')} text={translate('safety.export.text')}>
      <Field label={translate('safety.export.folder')} hint={translate('safety.export.folderHint')}>
        {(control) => (
          <Input
            {...control}
            value={folder}
            disabled={running !== null}
            spellCheck={false}
            onChange={(event) => setFolder(event.target.value)}
          />
        )}
      </Field>
      <Switch
        label={translate('safety.export.wire')}
        checked={withWire}
        disabled={running !== null}
        onChange={setWithWire}
      />
      <div className={styles.row}>
        {running === null ? (
          <Button icon={FolderOutput} disabled={folder.trim() === ''} onClick={() => void run()}>
            {translate('safety.export.do')}
          </Button>
        ) : (
          <Button onClick={() => running.abort()}>{translate('safety.export.cancel')}</Button>
        )}
        {running !== null && progress?.kind === 'progress' && <Progress progress={progress} />}
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
      <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {translate('safety.export.done', { files: done.files, size: formatMegabytes(done.bytes, language) })}
        <code>{done.folder}</code>
      </span>
    </p>
  );
}
