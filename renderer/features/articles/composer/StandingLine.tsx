import type { ReactElement } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import {
  CalendarClock,
  CircleCheck,
  CircleX,
  Clock,
  LoaderCircle,
  TriangleAlert,
} from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { Standing } from './standing.ts';
import styles from './publish.module.css';

/** What came down from a site is told apart from what went up. */
function stateOf({ state, action }: Delivery): Delivery['state'] | 'gone' | 'removed' {
  if (state !== 'live') return state;
  if (action === 'unpublish') return 'gone';
  return action === 'remove' ? 'removed' : 'live';
}

function failureWords(delivery: Delivery, translate: Translate): string {
  const { code, detail } = delivery.error ?? { code: '', detail: '' };
  const key = `publishing.error.${code}`;
  if (isMessageKey(key)) return translate(key, { detail });
  return detail === '' ? code : detail;
}

/** How the article stands at a target, in a line. */
export function StandingLine({ standing }: { standing: Standing }): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { newest, live, scheduled } = standing;
  if (newest === null) return <p className={styles.line}>{translate('publish.never')}</p>;
  const failed = newest.state === 'failed' || newest.state === 'retry' || newest.state === 'conflict';
  const state = stateOf(newest);
  const Icon = {
    queued: Clock,
    scheduled: CalendarClock,
    removed: CircleX,
    sending: LoaderCircle,
    live: CircleCheck,
    gone: CircleX,
    retry: Clock,
    conflict: TriangleAlert,
    failed: CircleX,
    cancelled: CircleX,
  }[state];
  return (
    <div
      className={classes(styles.line, state === 'live' && styles.live, failed && styles.problem)}
      role="status"
      data-delivery={newest.deliveryId}
      data-state={newest.state}
    >
      <Icon size={14} className={state === 'sending' ? styles.spin : undefined} />
      <span>
        {translate(`publish.state.${state}`)}
        {failed && live && ` · ${translate('publish.state.live')}`}
      </span>
      {state === 'scheduled' && newest.publishAt !== null ? (
        <time dateTime={newest.publishAt}>
          {formatDateTime(Date.parse(newest.publishAt), offsetMinutes, language)}
        </time>
      ) : (
        <RelativeTime
          value={state === 'retry' && newest.retryAt !== null ? newest.retryAt : newest.updatedAt}
        />
      )}
      {scheduled !== null && scheduled.publishAt !== null && state !== 'scheduled' && (
        <span className={styles.failure}>
          {translate('publish.state.scheduled')}:{' '}
          {formatDateTime(Date.parse(scheduled.publishAt), offsetMinutes, language)}
        </span>
      )}
      {failed && newest.error !== null && (
        <span className={styles.failure}>{failureWords(newest, translate)}</span>
      )}
    </div>
  );
}
