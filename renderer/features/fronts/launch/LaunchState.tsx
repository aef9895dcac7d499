import { useQuery } from '@tanstack/react-query';
import { memo, type ReactElement } from 'react';
import type { Front } from '../../../../shared/contract/fronts.ts';
import type { FrontDelivery } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { frontDifferenceWords, useRetryFront } from '../../../front-delivery.ts';
import { useLocale, useTranslate, type Translate } from '../../../i18n.ts';
import { usePeople, useRefusal } from '../../../people.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { CalendarClock, CircleCheck, LoaderCircle, TriangleAlert } from '../../../ui/icons/icons.ts';
import { zonedTime } from '../board/card-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from './LaunchState.module.css';

/** When the front was launched, by whom, and whether it has arrived everywhere. */
export const LaunchState = memo(function LaunchState({
  frontId,
  lastLaunch,
  scheduled,
}: Pick<Front, 'frontId' | 'lastLaunch' | 'scheduled'>): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const { queries } = useCore();
  const { nameOf } = usePeople();
  const deliveries = useQuery(queries.publishing.fronts.deliveries.queryOptions({ input: { frontId } })).data;
  const words = { translate, language, offsetMinutes };
  const next = scheduled[0];
  return (
    <footer className={styles.state}>
      <span
        className={styles.launched}
        title={
          lastLaunch === null ? undefined : formatDateTime(Date.parse(lastLaunch.at), offsetMinutes, language)
        }
      >
        {lastLaunch === null
          ? translate('fronts.state.never')
          : translate('fronts.state.launched', {
              time: zonedTime(lastLaunch.at, words, now),
              who:
                lastLaunch.personId === null
                  ? translate('fronts.history.redaksi')
                  : nameOf(lastLaunch.personId),
            })}
      </span>
      {next !== undefined && (
        <span className={styles.item}>
          <CalendarClock size={13} />
          {translate('fronts.state.scheduled', { time: zonedTime(next.at, words, now) })}
        </span>
      )}
      <span className={styles.spring} />
      {(deliveries ?? []).map((delivery) => (
        <DeliveryState key={delivery.targetId} delivery={delivery} />
      ))}
    </footer>
  );
});

/** Why a front did not arrive, and what to do about it. */
function whyFailed({ error }: FrontDelivery, translate: Translate): string {
  if (error === null) return '';
  const key = `publishing.error.${error.code}`;
  return isMessageKey(key) ? translate(key, { detail: error.detail }) : error.detail;
}

function DeliveryState({ delivery }: { delivery: FrontDelivery }): ReactElement | null {
  const translate = useTranslate();
  const refusal = useRefusal('publish');
  const retry = useRetryFront(delivery);
  const { state, targetName: target, differences } = delivery;
  if (state === 'cancelled') return null;
  if (state === 'failed') {
    return (
      <span className={classes(styles.item, styles.failed)} role="alert">
        <TriangleAlert size={13} />
        {translate('fronts.state.failed', { target, why: whyFailed(delivery, translate) })}
        <Button
          size="small"
          busy={retry.isPending}
          disabled={refusal !== null}
          title={refusal ?? undefined}
          onClick={() => retry.mutate()}
        >
          {translate('fronts.state.again')}
        </Button>
      </span>
    );
  }
  if (state === 'live' && differences.length > 0) {
    const fields = differences.map((difference) => frontDifferenceWords(difference, translate)).join(' ');
    return (
      <span className={classes(styles.item, styles.late)}>
        <TriangleAlert size={13} />
        {translate('fronts.state.difference', { target, fields })}
      </span>
    );
  }
  if (state === 'live') {
    return (
      <span className={styles.item}>
        <CircleCheck size={13} />
        {translate('fronts.state.live', { target })}
      </span>
    );
  }
  return (
    <span className={classes(styles.item, state === 'retry' && styles.late)} role="status">
      <LoaderCircle size={13} />
      {translate(state === 'retry' ? 'fronts.state.retrying' : 'fronts.state.sending', { target })}
    </span>
  );
}
