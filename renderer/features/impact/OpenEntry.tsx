import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import { mendCopy, mendedSentences, plainDecisions, type Mend } from '../../../shared/provenance/mend.ts';
import { listed } from '../../../shared/page/commands.ts';
import { commandCaps, useCommands } from '../../commands.ts';
import { WithdrawalDialog } from '../../corrections/WithdrawalDialog.tsx';
import { useCore } from '../../core-client/core-client.ts';
import { errorMessage } from '../../core-client/core-error.ts';
import { useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FileX } from '../../ui/icons/icons.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { showToast } from '../../ui/toast.ts';
import { DismissDialog } from './DismissDialog.tsx';
import { MendRow } from './MendRow.tsx';
import { useMends } from './use-mends.ts';
import styles from './ImpactDetail.module.css';

interface OpenEntryProps {
  entry: ImpactDetail;
  onApplied: () => void;
}

/** An entry that waits for somebody's decision: each change of the source beside our own sentence. */
export function OpenEntry({ entry, onApplied }: OpenEntryProps): ReactElement {
  const translate = useTranslate();
  const mends = useMends(entry);
  return (
    <>
      <h3 className={styles.caption}>{translate('impact.changes')}</h3>
      {entry.base === null && <p className={styles.quiet}>{translate('impact.changes.baseGone')}</p>}
      {entry.base !== null && mends === null && (
        <p className={styles.quiet}>{translate('impact.changes.failed')}</p>
      )}
      {mends === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Decisions entry={entry} mends={mends ?? []} onApplied={onApplied} />
      )}
    </>
  );
}

function Decisions({ entry, mends, onApplied }: OpenEntryProps & { mends: readonly Mend[] }): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const [decisions, setDecisions] = useState(() => plainDecisions(mends));
  const [dismissing, setDismissing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const { impactId, newest, article, effectiveStatus, liveTargets } = entry;
  const isLiveWithdrawn = effectiveStatus === 'canceled' && liveTargets.length > 0;

  function tell(error: unknown): void {
    const { key, parameters } = errorMessage(error);
    showToast(translate(key, parameters), { tone: 'problem' });
  }

  const apply = useMutation(
    queries.impact.apply.mutationOptions({
      onSuccess() {
        // Where readers have the old copy the Ralat comes up, which says as much.
        if (liveTargets.length === 0) showToast(translate('impact.applied'));
        onApplied();
      },
      onError: tell,
    }),
  );

  function decide(at: number, words: string | null): void {
    const next = new Map(decisions);
    if (words === null) next.delete(at);
    else next.set(at, words);
    setDecisions(next);
  }

  function applyNow(): void {
    if (apply.isPending) return;
    const ours = { fields: article.fields, document: article.document };
    apply.mutate({
      impactId,
      versionId: newest.versionId,
      base: article.base,
      ...mendCopy(ours, mends, decisions),
      mended: mendedSentences(mends, decisions),
    });
  }

  useCommands([
    { ...listed('impact.apply'), enabled: !apply.isPending, run: applyNow },
    { ...listed('impact.dismiss'), run: () => setDismissing(true) },
  ]);

  return (
    <>
      {mends.length === 0 && entry.base !== null && (
        <p className={styles.quiet}>{translate('impact.changes.none')}</p>
      )}
      {mends.length > 0 && (
        <div className={styles.sides} aria-hidden>
          <span>{translate('impact.side.source')}</span>
          <span>{translate('impact.side.ours')}</span>
        </div>
      )}
      <ol className={styles.mends}>
        {mends.map((mend, at) => (
          <MendRow
            key={at}
            mend={mend}
            number={at + 1}
            decision={decisions.get(at) ?? null}
            onDecide={(words) => decide(at, words)}
          />
        ))}
      </ol>
      <div className={styles.actions}>
        <Button look="primary" busy={apply.isPending} caps={commandCaps('impact.apply')} onClick={applyNow}>
          {decisions.size === 0
            ? translate('impact.apply.none')
            : translate('impact.apply', { count: decisions.size })}
        </Button>
        <Button onClick={() => setDismissing(true)}>{translate('impact.dismiss')}</Button>
        {isLiveWithdrawn && (
          <Button look="danger" icon={FileX} onClick={() => setWithdrawing(true)}>
            {translate('command.article.withdraw')}
          </Button>
        )}
      </div>
      {withdrawing && (
        <WithdrawalDialog
          articleId={entry.articleId}
          headline={entry.articleHeadline}
          proposed="source"
          onClose={() => setWithdrawing(false)}
        />
      )}
      {dismissing && (
        <DismissDialog
          impactId={impactId}
          versionId={newest.versionId}
          onError={tell}
          onClose={() => setDismissing(false)}
        />
      )}
    </>
  );
}
