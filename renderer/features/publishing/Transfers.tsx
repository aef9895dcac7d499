import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Transfer } from '../../../shared/contract/transfers.ts';
import { estimateEnd } from '../../../shared/domain/estimate-end.ts';
import { formatClock } from '../../../shared/domain/indonesian-dates.ts';
import { formatMegabytes } from '../../../shared/i18n/format-megabytes.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Upload } from '../../ui/icons/icons.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './Transfers.module.css';

function useTransfers(targetId: string | null): Transfer[] {
  const { queries } = useCore();
  const all = useQuery(queries.publishing.transfers.queryOptions()).data ?? [];
  return all.filter((transfer) => targetId === null || transfer.targetId === targetId);
}

/** Over the list: what is on its way to targets and takes long. */
export function Transfers({ targetId }: { targetId: string | null }): ReactElement[] {
  return useTransfers(targetId).map((transfer) => (
    <div key={transfer.targetId} className={styles.band}>
      <Upload size={15} />
      <TransferStatus transfer={transfer} />
    </div>
  ));
}

/** In a delivery that is under way: what is on its way to its target, where that takes long. */
export function TransferOf({ targetId }: { targetId: string }): ReactElement | null {
  const [transfer] = useTransfers(targetId);
  if (transfer === undefined) return null;
  return (
    <div className={styles.inDelivery}>
      <TransferStatus transfer={transfer} />
    </div>
  );
}

/** How far it is, how fast it goes, and when it ends. */
function TransferStatus({ transfer }: { transfer: Transfer }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { targetName, files, bytes, startedAt, at } = transfer;
  const { fraction, perSecond, endsAt } = estimateEnd({
    startedAt: Date.parse(startedAt),
    now: Date.parse(at),
    ...bytes,
  });
  const facts = [
    translate('transfer.files', { done: files.done, of: files.of }),
    ...(perSecond === null
      ? []
      : [translate('transfer.rate', { rate: formatMegabytes(perSecond, language) })]),
    ...(endsAt === null
      ? []
      : [translate('transfer.ends', { time: formatClock(endsAt, offsetMinutes, language) })]),
  ];
  const title = translate('transfer.title', { target: targetName });
  return (
    <div className={styles.status}>
      <p className={styles.title}>{title}</p>
      <ProgressBar fraction={fraction} label={title} facts={facts} />
      <p className={styles.facts}>{facts.join(' · ')}</p>
    </div>
  );
}
