import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Delivery, DeliveryAttempt } from '../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Skeleton } from '../../ui/Loading.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { decideAttemptLook, formatDuration } from './decide-attempt-look.ts';
import { readable } from './readable-payload.ts';
import styles from './AttemptList.module.css';

/** Every attempt that is remembered: when, how long it took, what came of it, what was sent and what came back. */
export function AttemptList({ delivery }: { delivery: Delivery }): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const { deliveryId, attempts } = delivery;
  const known = useQuery(
    queries.publishing.attempts.queryOptions({ input: { deliveryId }, enabled: attempts > 0 }),
  );
  if (attempts === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="delivery-attempts">
      <h2 id="delivery-attempts">{translate('publishing.attemptList', { count: attempts })}</h2>
      {known.data === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <ol className={styles.attempts} role="list">
          {known.data.map((attempt) => (
            <Attempt
              key={attempt.number}
              attempt={attempt}
              underWay={delivery.state === 'sending' && attempt.number === attempts}
            />
          ))}
        </ol>
      )}
      {known.data !== undefined && known.data.length < attempts && (
        <p className={styles.forgotten}>
          {translate('publishing.attemptList.forgotten', { count: attempts - known.data.length })}
        </p>
      )}
    </section>
  );
}

function Attempt({ attempt, underWay }: { attempt: DeliveryAttempt; underWay: boolean }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { number, startedAt, endedAt, result, error, exchanges } = attempt;
  const { words, tone } = decideAttemptLook(attempt, underWay);
  const took = endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
  const summary = (
    <>
      <span className={styles.number}>{number}</span>
      <span className={styles[tone]}>
        {error === null ? translate(words) : translate(`publishing.error.${error.code}`)}
      </span>
      <span className={styles.aside}>
        {took !== null && result !== 'sending' && <span>{formatDuration(took, language)}</span>}
        <RelativeTime value={startedAt} />
      </span>
    </>
  );
  if (exchanges.length === 0) return <li className={styles.attempt}>{summary}</li>;
  return (
    <li>
      <details>
        <summary className={styles.attempt}>{summary}</summary>
        <ul className={styles.exchanges} role="list">
          {exchanges.map((exchange, index) => (
            <ExchangeItem key={index} exchange={exchange} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function ExchangeItem({ exchange }: { exchange: DeliveryAttempt['exchanges'][number] }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { method, address, status, milliseconds, sent, answer, at } = exchange;
  const line = (
    <>
      <code className={styles.method}>{method}</code>
      <code className={styles.address} title={address}>
        {address}
      </code>
      {status !== null && <code className={status < 400 ? styles.fine : styles.stopped}>{status}</code>}
      <time dateTime={at} title={formatDateTime(Date.parse(at), offsetMinutes, language)}>
        {formatDuration(milliseconds, language)}
      </time>
    </>
  );
  if (sent === null && answer === null) return <li className={styles.exchange}>{line}</li>;
  return (
    <li>
      <details>
        <summary className={styles.exchange}>{line}</summary>
        {sent !== null && <Payload title={translate('publishing.exchange.sent')} text={sent} />}
        {answer !== null && <Payload title={translate('publishing.exchange.answer')} text={answer} />}
      </details>
    </li>
  );
}

function Payload({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <figure className={styles.payload}>
      <figcaption>{title}</figcaption>
      {/* Scrolled with the keyboard as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>{readable(text)}</pre>
    </figure>
  );
}
