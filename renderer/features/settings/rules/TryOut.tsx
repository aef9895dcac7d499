import { FlaskConical } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TryOutProgress } from '../../../../shared/contract/rules.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import styles from './rules.module.css';

/** What a condition would have met in the last week; it tells how far it is and can be stopped. */
export function TryOut({ condition, disabled }: { condition: string; disabled: boolean }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const [progress, setProgress] = useState<TryOutProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function run(): Promise<void> {
    const controller = new AbortController();
    current.current = controller;
    setRunning(controller);
    setProgress(null);
    setProblem(null);
    try {
      const told = await client.rules.tryOut({ condition }, { signal: controller.signal });
      for await (const one of told) setProgress(one);
    } catch (error) {
      const { key, parameters } = errorMessage(error);
      if (!controller.signal.aborted) setProblem(translate(key, parameters));
    } finally {
      setRunning(null);
    }
  }

  const counts = progress === null ? null : { looked: progress.looked, of: progress.of, met: progress.met };
  return (
    <div className={styles.try}>
      <div className={styles.tryLine}>
        {running === null ? (
          <Button icon={FlaskConical} disabled={disabled} onClick={() => void run()}>
            {translate('rules.try')}
          </Button>
        ) : (
          <Button onClick={() => running.abort()}>{translate('rules.try.stop')}</Button>
        )}
        {running !== null && counts !== null && (
          <progress
            value={counts.looked}
            max={Math.max(1, counts.of)}
            aria-label={translate('rules.try.progress', counts)}
          />
        )}
        <span role="status" className={styles.quiet}>
          {problem}
          {counts !== null && translate(progress?.done ? 'rules.try.done' : 'rules.try.progress', counts)}
        </span>
      </div>
      {progress !== null && progress.examples.length > 0 && (
        // The list scrolls: the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={styles.examples} role="list" tabIndex={0} aria-label={translate('rules.try.examples')}>
          {progress.examples.map(({ storyId, headline, sourceName, arrivedAt }) => (
            <li key={storyId}>
              <span className={styles.exampleHeadline}>{headline}</span>
              <span className={styles.quiet}>
                {sourceName} · <RelativeTime value={arrivedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {progress !== null && progress.examples.length < progress.met && progress.done && (
        <p className={styles.quiet}>{translate('rules.try.more')}</p>
      )}
    </div>
  );
}
