import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { isMessageKey } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useConnectionStatus } from '../../core-client/use-events.ts';
import type { LateThing } from '../../health/decide-late-things.ts';
import { useTranslate } from '../../i18n.ts';
import { routeHref, type Route } from '../../navigation.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import styles from './StatusScreen.module.css';

/** The rest of the state, a line each. */
export function RunningFacts({ things }: { things: readonly LateThing[] }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const connection = useConnectionStatus();
  const status = useQuery(queries.system.status.queryOptions()).data;
  const backups = useQuery(queries.system.backups.queryOptions()).data;
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const waiting = useQuery(queries.publishing.counts.queryOptions()).data?.waiting ?? 0;
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data?.filter(
    ({ kind, paused }) => kind !== 'manual' && !paused,
  );
  const late = (kind: LateThing['kind']): number => things.filter((thing) => thing.kind === kind).length;
  const newest = backups?.[0];

  return (
    <dl className={styles.facts}>
      <Fact label={translate('health.connection')}>{translate(`status.${connection}`)}</Fact>
      <Fact label={translate('health.sources')} to={{ screen: 'wire', storyId: null }}>
        {sources !== undefined &&
          (status?.intakePaused === true
            ? translate('health.sources.paused')
            : sources.length === 0
              ? translate('health.sources.none')
              : translate('health.sources.count', {
                  fine: sources.length - late('source'),
                  all: sources.length,
                }))}
      </Fact>
      <Fact label={translate('health.targets')} to={{ screen: 'outbox' }}>
        {targets !== undefined &&
          translate('health.targets.count', {
            fine: targets.length - late('target'),
            all: targets.length,
            waiting,
          })}
      </Fact>
      <Fact label={translate('health.saves')}>
        {late('save') === 0
          ? translate('health.saves.fine')
          : translate('health.saves.late', { count: late('save') })}
      </Fact>
      <Fact label={translate('health.backup')} to={{ screen: 'settings', page: 'data' }}>
        {backups !== undefined &&
          (newest === undefined ? (
            translate('health.backup.none')
          ) : (
            <RelativeTime value={newest.createdAt} />
          ))}
      </Fact>
      <Fact label={translate('health.archive')}>
        {status !== undefined && translate('health.archive.count', { count: status.wireStories })}
      </Fact>
      <Fact label={translate('health.notices')}>
        {status !== undefined &&
          (status.notices.length === 0
            ? translate('health.notices.none')
            : status.notices.map(({ code, detail }) => {
                const key = `settings.notice.${code}`;
                return <p key={code}>{isMessageKey(key) ? translate(key, { detail }) : detail || code}</p>;
              }))}
      </Fact>
    </dl>
  );
}

function Fact({ label, to, children }: { label: string; to?: Route; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{to === undefined ? label : <a href={routeHref(to)}>{label}</a>}</dt>
      <dd>{children}</dd>
    </div>
  );
}
