import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode, type Ref } from 'react';
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { ListedDelivery } from '../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { blocksOf } from '../../delivery-reason.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { navigate } from '../../navigation.ts';
import { usePeople } from '../../people.ts';
import { DifferenceTable } from '../../site-conflict/DifferenceTable.tsx';
import { SiteConflictDialog } from '../../site-conflict/SiteConflictDialog.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import {
  CalendarClock,
  Copy,
  ExternalLink,
  FileClock,
  FileText,
  GitCompare,
  RotateCw,
  Send,
  Settings2,
  X,
} from '../../ui/icons/icons.ts';
import { PaneHeader } from '../../ui/PaneHeader.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { AttemptList } from './AttemptList.tsx';
import { deliveryWords } from './carried-words.ts';
import { decideDeliveryLook, placeOfRemedy } from './decide-delivery-look.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import { changeOutboxView } from './outbox-view.ts';
import { openTargetSettings } from './TargetPane.tsx';
import { TransferOf } from './Transfers.tsx';
import { useCountdown } from './use-countdown.ts';
import type { DeliveryHandlers } from './use-delivery-actions.ts';
import { DetailBody } from '../../ui/WorkPanes.tsx';
import styles from './DeliveryDetail.module.css';

interface DeliveryDetailProps {
  delivery: ListedDelivery;
  overtaken: ReadonlySet<string>;
  /** Its target is in trouble and left alone for now. */
  held: boolean;
  /** The other deliveries of the article to the same target, newest first. */
  others: readonly ListedDelivery[];
  handlers: DeliveryHandlers;
  ref: Ref<HTMLElement>;
}

/** One delivery: how it stands, why, and what can be done. */
export function DeliveryDetail({
  delivery,
  overtaken,
  held,
  others,
  handlers,
  ref,
}: DeliveryDetailProps): ReactElement {
  const translate = useTranslate();
  const { headline, targetName: target, error, differences, url } = delivery;
  const isOvertaken = overtaken.has(delivery.deliveryId);
  const { explanation } = decideDeliveryLook(delivery, { overtaken: isOvertaken, held });
  const { send } = handlers;
  const { queries } = useCore();
  const [comparing, setComparing] = useState(false);
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const canRead = targets?.find(({ id }) => id === delivery.targetId)?.capabilities.read === true;
  const comparable = handlers.overwrites && canRead;
  return (
    <>
      {comparing && (
        <SiteConflictDialog
          delivery={delivery}
          onOverwrite={() => {
            setComparing(false);
            handlers.onSend();
          }}
          onSettled={({ deliveryId, articleId }) => {
            setComparing(false);
            changeOutboxView({ selected: { deliveryId, articleId } });
          }}
          onClose={() => setComparing(false)}
        />
      )}
      <PaneHeader className={styles.header ?? ''}>
        {comparable && (
          <Button
            look="primary"
            icon={GitCompare}
            disabled={handlers.refusal !== null}
            aria-describedby={handlers.refusal === null ? undefined : 'delivery-refusal'}
            onClick={() => setComparing(true)}
          >
            {translate('publishing.button.compare')}
          </Button>
        )}
        {send !== null && !comparable && (
          <Button
            look={handlers.overwrites ? 'danger' : 'primary'}
            icon={handlers.sendsAnew || handlers.releases ? Send : RotateCw}
            caps={['R']}
            disabled={handlers.refusal !== null}
            aria-describedby={handlers.refusal === null ? undefined : 'delivery-refusal'}
            busy={handlers.busy}
            onClick={handlers.onSend}
          >
            {translate(send)}
          </Button>
        )}
        {handlers.cancel && (
          <Button
            icon={X}
            disabled={handlers.refusal !== null}
            aria-describedby={handlers.refusal === null ? undefined : 'delivery-refusal'}
            busy={handlers.busy}
            onClick={handlers.onCancel}
          >
            {translate('publishing.button.cancel')}
          </Button>
        )}
        {delivery.publishAt !== null && (
          <Button
            icon={CalendarClock}
            title={translate('schedule.title')}
            onClick={() => navigate({ screen: 'outbox', page: 'schedule' })}
          >
            <span className={styles.roomy}>{translate('schedule.title')}</span>
          </Button>
        )}
        <Button
          icon={FileText}
          title={translate('publishing.button.article')}
          onClick={handlers.onOpenArticle}
        >
          <span className={styles.roomy}>{translate('publishing.button.article')}</span>
        </Button>
        {delivery.state === 'live' && (
          <Button
            icon={FileClock}
            title={translate('record.title')}
            onClick={() => navigate({ screen: 'record', articleId: delivery.articleId })}
          >
            <span className={styles.roomy}>{translate('record.title')}</span>
          </Button>
        )}
        {url !== null && (
          <a
            className={styles.live}
            href={url}
            target="_blank"
            rel="noreferrer"
            title={translate('publishing.button.live')}
          >
            <ExternalLink size={16} />
            <span className={styles.roomy}>{translate('publishing.button.live')}</span>
          </a>
        )}
      </PaneHeader>
      <DetailBody ref={ref} labelledBy="delivery-headline">
        <div className={styles.marks}>
          <DeliveryBadge delivery={delivery} overtaken={isOvertaken} held={held} />
          <span>
            {target} · {deliveryWords(delivery, translate)}
          </span>
        </div>
        <h1 id="delivery-headline" className={styles.headline}>
          {headline === '' ? translate('publishing.untitled') : headline}
        </h1>
        {handlers.refusal !== null && (send !== null || handlers.cancel) && (
          <RefusalNote id="delivery-refusal">{handlers.refusal}</RefusalNote>
        )}
        {explanation !== null && <p className={styles.explanation}>{translate(explanation, { target })}</p>}
        {delivery.state === 'sending' && <TransferOf targetId={delivery.targetId} />}
        {delivery.state === 'retry' && delivery.retryAt !== null && !held && (
          <NextAttempt retryAt={delivery.retryAt} />
        )}
        {error !== null && delivery.state !== 'live' && (
          <Trouble
            code={error.code}
            detail={error.detail}
            quiet={isOvertaken || (delivery.state === 'cancelled' && error.code !== 'still-scheduled')}
            late={delivery.state === 'retry'}
            onOpenArticle={handlers.onOpenArticle}
          />
        )}
        {differences.length > 0 && <DifferenceTable differences={differences} />}
        <Facts delivery={delivery} onCopyAddress={handlers.onCopyAddress} />
        <AttemptList delivery={delivery} />
        {others.length > 0 && <History others={others} overtaken={overtaken} held={held} target={target} />}
      </DetailBody>
    </>
  );
}

function NextAttempt({ retryAt }: { retryAt: string }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const left = useCountdown(retryAt) ?? translate('publishing.retry.soon');
  return (
    <p className={styles.explanation}>
      <time dateTime={retryAt} title={formatDateTime(Date.parse(retryAt), offsetMinutes, language)}>
        {translate('publishing.retry.next', { time: left })}.
      </time>
    </p>
  );
}

interface TroubleProps {
  code: PublishErrorCode;
  detail: string;
  /** It asks for nothing any more. */
  quiet: boolean;
  /** It goes on by itself. */
  late: boolean;
  onOpenArticle: () => void;
}

/** Why it did not go through, in plain words, and what to do next. */
function Trouble({ code, detail, quiet, late, onOpenArticle }: TroubleProps): ReactElement {
  const translate = useTranslate();
  const remedy = quiet ? null : placeOfRemedy(code);
  const blocks = blocksOf({ code, detail });
  return (
    <div className={classes(styles.trouble, quiet ? styles.quiet : late && styles.late)} role="note">
      <h2>{translate('publishing.why')}</h2>
      <p className={styles.reason}>{translate(`publishing.error.${code}`)}</p>
      {blocks.length > 0 && (
        <ul className={styles.blocks}>
          {blocks.map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ul>
      )}
      {!quiet && (
        <>
          <h2>{translate('publishing.do')}</h2>
          <p>{translate(`publishing.error.${code}.do`)}</p>
        </>
      )}
      {detail !== '' && blocks.length === 0 && (
        <details className={styles.technical}>
          <summary>{translate('publishing.technical')}</summary>
          <pre>{detail}</pre>
        </details>
      )}
      {remedy !== null && (
        <div className={styles.remedy}>
          {remedy === 'target' ? (
            <Button size="small" icon={Settings2} onClick={() => openTargetSettings()}>
              {translate('publishing.targets.settings')}
            </Button>
          ) : (
            <Button size="small" icon={FileText} onClick={onOpenArticle}>
              {translate('publishing.button.article')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Facts({
  delivery,
  onCopyAddress,
}: {
  delivery: ListedDelivery;
  onCopyAddress: () => void;
}): ReactElement {
  const translate = useTranslate();
  const { nameOf } = usePeople();
  const { language, offsetMinutes } = useLocale();
  const { url, askedBy } = delivery;
  return (
    <dl className={styles.facts}>
      <Fact label={translate('publishing.fact.target')}>{delivery.targetName}</Fact>
      <Fact label={translate('publishing.fact.created')}>
        <RelativeTime value={delivery.createdAt} />
        {askedBy !== null && (
          <span className={styles.by}>{translate('publishing.fact.by', { person: nameOf(askedBy) })}</span>
        )}
      </Fact>
      {delivery.publishAt !== null && (
        <Fact label={translate('schedule.time')}>
          <time dateTime={delivery.publishAt}>
            {formatDateTime(Date.parse(delivery.publishAt), offsetMinutes, language)}
          </time>
        </Fact>
      )}
      <Fact label={translate('publishing.fact.updated')}>
        <RelativeTime value={delivery.updatedAt} />
      </Fact>
      {url !== null && (
        <Fact label={translate('publishing.fact.url')}>
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
          <IconButton
            icon={Copy}
            size="small"
            label={translate('publishing.button.copyUrl')}
            onClick={onCopyAddress}
          />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface HistoryProps {
  others: readonly ListedDelivery[];
  overtaken: ReadonlySet<string>;
  held: boolean;
  target: string;
}

function History({ others, overtaken, held, target }: HistoryProps): ReactElement {
  const translate = useTranslate();
  return (
    <section className={styles.history}>
      <h2>{translate('publishing.history', { target })}</h2>
      <ul role="list">
        {others.map((other) => (
          <li key={other.deliveryId}>
            <button
              type="button"
              onClick={() =>
                changeOutboxView({
                  selected: { deliveryId: other.deliveryId, articleId: other.articleId },
                })
              }
            >
              <DeliveryBadge delivery={other} overtaken={overtaken.has(other.deliveryId)} held={held} />
              <span>{deliveryWords(other, translate)}</span>
              <RelativeTime value={other.createdAt} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
