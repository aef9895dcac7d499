import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Source, SourceTally } from '../../../shared/contract/wire-sources.ts';
import { silenceOf } from '../../../shared/domain/source-silence.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyRound, Pencil, RefreshCw } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useNow } from '../../ui/use-now.ts';
import { formatRemaining } from './decide-story-marks.ts';
import { countOf, DeliveryList } from './source-health/DeliveryList.tsx';
import { PayloadDialog } from './source-health/PayloadDialog.tsx';
import { decideSourceWords } from './source-words.ts';
import { useSourceActions } from './use-source-actions.ts';
import styles from './source-health/SourceHealth.module.css';

interface SourceDetailsProps {
  source: Source;
  onClose: () => void;
  onEdit: () => void;
}

/** The health page of a source: how it fares and why, what it brought, every delivery as it came. */
export function SourceDetails({ source, onClose, onEdit }: SourceDetailsProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { checkNow, trust } = useSourceActions(source);
  const [payloadId, setPayloadId] = useState<number | null>(null);
  const words = useStateWords(source);
  const polled = source.kind !== 'manual';
  const log = useInfiniteQuery(
    queries.wire.sources.deliveries.infiniteOptions({
      input: (before: number | null) => ({ id: source.id, before }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.deliveryId ?? null) : null),
    }),
  );
  if (payloadId !== null) {
    return <PayloadDialog payloadId={payloadId} onClose={onClose} onBack={() => setPayloadId(null)} />;
  }
  const deliveries = log.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const week = log.data?.pages[0]?.lastWeek;
  const { state } = source;
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={polled ? source.name : translate('sources.manual')}
      description={words}
      footer={
        polled && (
          <>
            <Button icon={Pencil} onClick={onEdit}>
              {translate('sources.edit')}
            </Button>
            <Button
              look="primary"
              icon={RefreshCw}
              disabled={source.paused}
              busy={state.status === 'working'}
              onClick={checkNow}
            >
              {translate('sources.checkNow')}
            </Button>
          </>
        )
      }
    >
      {state.error !== null && (
        <div className={styles.advice} role="status">
          <h3>{translate('sourceHealth.what')}</h3>
          <p>{translate(`sources.error.${state.error.code}.do`, { detail: state.error.detail })}</p>
          {state.error.detail !== '' && <p className={styles.technical}>{state.error.detail}</p>}
          {trust !== null && (
            <Button size="small" icon={KeyRound} onClick={trust.run}>
              {trust.label}
            </Button>
          )}
        </div>
      )}
      {polled && <Facts source={source} />}
      {week !== undefined && <Week tally={week} />}
      <section aria-labelledby="source-deliveries">
        <h3 id="source-deliveries" className={styles.heading}>
          {translate('sourceHealth.deliveries')}
        </h3>
        {log.isPending && <Skeleton lines={5} />}
        {log.isError && (
          <p role="alert">
            {translate('sourceHealth.failed')}{' '}
            <Button size="small" onClick={() => void log.refetch()}>
              {translate('ui.retry')}
            </Button>
          </p>
        )}
        {log.isSuccess && deliveries.length === 0 && (
          <p className={styles.none}>{translate('sourceHealth.none')}</p>
        )}
        {deliveries.length > 0 && <DeliveryList deliveries={deliveries} onPayload={setPayloadId} />}
        {log.hasNextPage && (
          <div className={styles.older}>
            <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {translate('sourceHealth.older')}
            </Button>
          </div>
        )}
      </section>
    </Dialog>
  );
}

/** The state in a sentence. */
function useStateWords(source: Source): string {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const silence = source.state.error === null ? silenceOf(source, now, offsetMinutes) : null;
  const { reason } = decideSourceWords(source, now, language, offsetMinutes);
  if (silence !== null && source.state.status !== 'paused') {
    return translate('sourceHealth.silent', { time: formatRemaining(silence, language) });
  }
  return reason === null ? translate('sources.state.ok') : translate(reason.key, reason.parameters);
}

function Facts({ source: { address, state } }: { source: Source }): ReactElement {
  const translate = useTranslate();
  const never = translate('sourceHealth.never');
  return (
    <dl className={styles.facts}>
      <Fact label={translate('sourceHealth.address')}>{address}</Fact>
      <Fact label={translate('sourceHealth.lastDelivery')}>{timeOr(state.lastDeliveryAt, never)}</Fact>
      <Fact label={translate('sourceHealth.lastChecked')}>{timeOr(state.lastCheckedAt, never)}</Fact>
      {state.failingSince !== null && (
        <Fact label={translate('sourceHealth.failingSince')}>
          <RelativeTime value={state.failingSince} />
        </Fact>
      )}
      {state.nextCheckAt !== null && (
        <Fact label={translate('sourceHealth.next')}>
          <RelativeTime value={state.nextCheckAt} />
        </Fact>
      )}
    </dl>
  );
}

function timeOr(value: string | null, otherwise: string): ReactNode {
  return value === null ? otherwise : <RelativeTime value={value} />;
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Week({ tally }: { tally: SourceTally }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const figures = [
    ['deliveries', tally.deliveries],
    ['added', tally.added],
    ['updated', tally.updated],
    ['setAside', countOf(tally.setAside)],
    ['failures', tally.failures],
  ] as const;
  return (
    <section aria-labelledby="source-week">
      <h3 id="source-week" className={styles.heading}>
        {translate('sourceHealth.week')}
      </h3>
      <ul role="list" className={styles.figures}>
        {figures.map(([name, count]) => (
          <li key={name} className={classes(name === 'failures' && count > 0 && styles.bad)}>
            <strong>{formatNumber(language, count)}</strong> {translate(`sourceHealth.week.${name}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
