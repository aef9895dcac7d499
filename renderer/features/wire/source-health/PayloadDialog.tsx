import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ArrowLeft, Copy, FileX } from '../../../ui/icons/icons.ts';
import { Skeleton } from '../../../ui/Loading.tsx';
import { showToast } from '../../../ui/toast.ts';
import { formatSize } from './format-size.ts';
import styles from './SourceHealth.module.css';

interface PayloadDialogProps {
  payloadId: number;
  onClose: () => void;
  /** Where one came from, if that is a page one goes back to. */
  onBack?: () => void;
}

/** A delivery exactly as it came, to look at: text only, nothing of it is carried out. */
export function PayloadDialog({ payloadId, onClose, onBack }: PayloadDialogProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { queries } = useCore();
  const query = useQuery({
    ...queries.wire.sources.payload.queryOptions({ input: { payloadId } }),
    staleTime: Infinity,
  });
  const payload = query.data;
  const facts =
    payload === undefined
      ? undefined
      : [
          translate('payload.facts', {
            source: payload.sourceName,
            name: payload.name === '' ? translate('sourceHealth.unnamed') : payload.name,
            size: formatSize(payload.size, language),
          }),
          translate('payload.received', {
            time: formatDateTime(Date.parse(payload.receivedAt), offsetMinutes, language),
          }),
        ].join(' · ');
  return (
    <Dialog
      open
      size="wide"
      title={translate('payload.title')}
      {...(facts === undefined ? {} : { description: facts })}
      onClose={onClose}
      footer={
        <>
          {onBack !== undefined && (
            <Button icon={ArrowLeft} onClick={onBack}>
              {translate('payload.back')}
            </Button>
          )}
          <Button
            look="primary"
            icon={Copy}
            disabled={payload === undefined}
            onClick={() => {
              void navigator.clipboard
                .writeText(payload?.text ?? '')
                .then(() => showToast(translate('payload.copied')));
            }}
          >
            {translate('payload.copy')}
          </Button>
        </>
      }
    >
      {query.isPending && <Skeleton lines={10} />}
      {query.isError && (
        <EmptyState
          icon={FileX}
          title={
            typedCoreError(query.error)?.code === 'NOT_FOUND'
              ? translate('payload.gone')
              : translate(errorMessage(query.error).key, errorMessage(query.error).parameters)
          }
        >
          {null}
        </EmptyState>
      )}
      {payload !== undefined && (
        <>
          {!payload.whole && <p className={styles.cut}>{translate('payload.cut')}</p>}
          <pre
            className={styles.payload}
            // It scrolls: the keyboard has to reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            aria-label={translate('payload.title')}
          >
            {payload.text}
          </pre>
        </>
      )}
    </Dialog>
  );
}
