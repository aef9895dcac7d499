import type { ReactElement } from 'react';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { FlaskConical } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useLongWork } from '../use-long-work.ts';
import styles from './rules.module.css';

/** What a condition would have met in the last week; it tells how far it is and can be stopped. */
export function TryOut({ condition, disabled }: { condition: string; disabled: boolean }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const work = useLongWork((signal) => client.rules.tryOut({ condition }, { signal }));
  const progress = work.told?.at(-1) ?? null;
  const failed = work.ended?.by === 'failure' ? errorMessage(work.ended.error) : null;
  const counts = progress === null ? null : { looked: progress.looked, of: progress.of, met: progress.met };
  return (
    <div className={styles.try}>
      <div className={styles.tryLine}>
        {!work.isRunning ? (
          <Button icon={FlaskConical} disabled={disabled} onClick={work.run}>
            {translate('rules.try')}
          </Button>
        ) : (
          <Button onClick={work.stop}>{translate('rules.try.stop')}</Button>
        )}
        {work.isRunning && counts !== null && (
          <progress
            value={counts.looked}
            max={Math.max(1, counts.of)}
            aria-label={translate('rules.try.progress', counts)}
          />
        )}
        <span role="status" className={styles.quiet}>
          {failed !== null && translate(failed.key, failed.parameters)}
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
