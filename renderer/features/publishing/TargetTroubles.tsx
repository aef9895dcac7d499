import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Target } from '../../../shared/contract/publishing.ts';
import { formatClock, formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CloudOff, Settings2 } from '../../ui/icons/icons.ts';
import { showToast } from '../../ui/toast.ts';
import { openTargetSettings } from './TargetPane.tsx';
import { useCountdown } from './use-countdown.ts';
import styles from './TargetTroubles.module.css';

type Trouble = NonNullable<Target['trouble']>;

/** Over the list: each target that is left alone for now, why, until when, and what waits for it. */
export function TargetTroubles({ targetId }: { targetId: string | null }): ReactElement[] {
  const { queries } = useCore();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data ?? [];
  return targets
    .filter((target) => targetId === null || target.id === targetId)
    .flatMap((target) =>
      target.trouble === null
        ? []
        : [<TargetInTrouble key={target.id} target={target} trouble={target.trouble} />],
    );
}

function TargetInTrouble({ target, trouble }: { target: Target; trouble: Trouble }): ReactElement {
  const translate = useTranslate();
  const { client } = useCore();
  const tryNow = useMutation({
    mutationFn: () => client.publishing.targets.tryNow({ id: target.id }),
    onError(error) {
      const { key, parameters } = errorMessage(error);
      showToast(translate(key, parameters), { tone: 'problem' });
    },
  });
  const { language, offsetMinutes } = useLocale();
  const { code } = trouble.error;
  const since = Date.parse(trouble.since);
  const needsPerson = trouble.nextTryAt === null;
  return (
    <section
      className={classes(styles.trouble, needsPerson && styles.stopped)}
      aria-label={translate('publishing.trouble.label', { target: target.name })}
    >
      <CloudOff size={15} />
      <div className={styles.words} role="status">
        <p className={styles.reason}>
          {target.name}: {translate(`publishing.error.${code}`)}
        </p>
        <p>
          <time dateTime={trouble.since} title={formatDateTime(since, offsetMinutes, language)}>
            {translate('publishing.trouble.waits', { time: formatClock(since, offsetMinutes, language) })}
          </time>{' '}
          {trouble.nextTryAt === null ? (
            translate(`publishing.error.${code}.do`)
          ) : (
            <NextProbe at={trouble.nextTryAt} />
          )}
        </p>
      </div>
      <div className={styles.buttons}>
        {needsPerson && (
          <Button size="small" icon={Settings2} onClick={() => openTargetSettings()}>
            {translate('publishing.targets.settings')}
          </Button>
        )}
        <Button size="small" busy={tryNow.isPending} onClick={() => tryNow.mutate()}>
          {translate('publishing.trouble.tryNow')}
        </Button>
      </div>
    </section>
  );
}

function NextProbe({ at }: { at: string }): ReactElement {
  const translate = useTranslate();
  const left = useCountdown(at) ?? translate('publishing.retry.soon');
  return <>{translate('publishing.trouble.next', { time: left })}</>;
}
