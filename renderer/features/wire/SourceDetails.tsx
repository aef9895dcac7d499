import { Pencil, RefreshCw } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Source } from '../../../shared/contract/wire.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useNow } from '../../ui/use-now.ts';
import { decideSourceWords } from './source-words.ts';
import { useSourceActions } from './use-source-actions.ts';
import styles from './SourceDetails.module.css';

interface SourceDetailsProps {
  source: Source;
  onClose: () => void;
  onEdit: () => void;
}

/** How a source fares, in plain words, and what can be done about it. */
export function SourceDetails({ source, onClose, onEdit }: SourceDetailsProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { reason } = decideSourceWords(source, useNow(), language);
  const { checkNow } = useSourceActions(source);
  const { state } = source;
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={source.name}
      description={reason === null ? translate('sources.state.ok') : translate(reason.key, reason.parameters)}
      footer={
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
      }
    >
      {state.error !== null && (
        <div className={styles.advice} role="status">
          <h3>{translate('sources.detail.what')}</h3>
          <p>{translate(`sources.error.${state.error.code}.do`, { detail: state.error.detail })}</p>
          {state.error.detail !== '' && <p className={styles.technical}>{state.error.detail}</p>}
        </div>
      )}
      <dl className={styles.facts}>
        <Fact label={translate('sources.detail.address')}>{source.address}</Fact>
        <Fact label={translate('sources.detail.lastChecked')}>
          {timeOr(state.lastCheckedAt, translate('sources.detail.never'))}
        </Fact>
        <Fact label={translate('sources.detail.lastDelivery')}>
          {timeOr(state.lastDeliveryAt, translate('sources.detail.never'))}
        </Fact>
        {state.failingSince !== null && (
          <Fact label={translate('sources.detail.failingSince')}>
            <RelativeTime value={state.failingSince} />
          </Fact>
        )}
        {state.nextCheckAt !== null && (
          <Fact label={translate('sources.detail.next')}>
            <RelativeTime value={state.nextCheckAt} />
          </Fact>
        )}
      </dl>
    </Dialog>
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
