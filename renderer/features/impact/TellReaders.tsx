import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ImpactDetail } from '../../../shared/contract/impact.ts';
import { proposeCorrection } from '../../../shared/domain/correction-text.ts';
import { CorrectionDialog } from '../../corrections/CorrectionDialog.tsx';
import { StillWaiting } from '../../corrections/StillWaiting.tsx';
import { useCorrectionsOf } from '../../corrections/use-filing.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useTranslate } from '../../i18n.ts';
import { useTellOpenFindings } from '../../open-findings.ts';
import { useRefusal } from '../../people.ts';
import { Button } from '../../ui/Button.tsx';
import { FilePen, Send } from '../../ui/icons/icons.ts';
import { showToast } from '../../ui/toast.ts';
import styles from './ImpactDetail.module.css';

interface TellReadersProps {
  entry: ImpactDetail;
  /** It has just been applied here: the Ralat is the next step. */
  fresh: boolean;
  onError: (error: unknown) => void;
}

/**
 * Readers see the old copy until the mended one is sent: with a Ralat that says what was wrong, or, where nothing was, as an
 * update alone. Nothing is offered once they have it; a Ralat that has not reached them everywhere is told.
 */
export function TellReaders({ entry, fresh, onError }: TellReadersProps): ReactElement | null {
  const translate = useTranslate();
  const { client } = useCore();
  const { articleId, liveTargets, mended, closed } = entry;
  const refusal = useRefusal('publish');
  const facts = useCorrectionsOf(articleId).data;
  const hadWrongWords = mended.some(({ before }) => before !== '');
  const [writing, setWriting] = useState(fresh && hadWrongWords && refusal === null);
  const [sent, setSent] = useState(false);
  const tellOpenFindings = useTellOpenFindings();
  // Sending again after one of the places was refused asks the others for nothing twice.
  const [requestIds] = useState(
    () => new Map(liveTargets.map(({ targetId }) => [targetId, crypto.randomUUID()])),
  );
  const send = useMutation({
    mutationFn: async (despiteFindings: boolean) => {
      for (const [targetId, requestId] of requestIds) {
        await client.publishing.publish({ articleId, targetId, requestId, despiteFindings });
      }
    },
    onSuccess() {
      setSent(true);
      showToast(translate('impact.update.sent', { count: liveTargets.length }));
    },
    onError(error) {
      if (!tellOpenFindings(error, () => send.mutate(true))) onError(error);
    },
  });
  const [only] = liveTargets;
  const isFiled = facts?.entries.some(({ at }) => closed !== null && at >= closed.at) === true;
  if (isFiled) {
    return (
      <div className={styles.closed}>
        <StillWaiting articleId={articleId} />
      </div>
    );
  }
  if (sent || only === undefined || facts === undefined || facts.changed.length === 0) return null;
  return (
    <>
      <p className={styles.closed}>{translate('impact.update.text')}</p>
      <div className={styles.actions}>
        <Button look="primary" icon={FilePen} onClick={() => setWriting(true)}>
          {translate('impact.correct')}
        </Button>
        <Button icon={Send} busy={send.isPending} onClick={() => send.mutate(false)}>
          {liveTargets.length === 1
            ? translate('impact.update', { target: only.name })
            : translate('impact.updateAll', { count: liveTargets.length })}
        </Button>
      </div>
      {writing && (
        <CorrectionDialog
          articleId={articleId}
          proposed={proposeCorrection(mended)}
          onFiled={() => setSent(true)}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  );
}
