import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { useSiteTime } from '../../../site-time.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateTimeField } from '../../../ui/DateTimeField.tsx';
import { CalendarClock, FileText, ListTree, Send, X } from '../../../ui/icons/icons.ts';
import { layers } from '../../../ui/layers.ts';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { changeOutboxView } from '../outbox-view.ts';
import { decideScheduleLook, isMissed, timeOf } from './decide-schedule-look.ts';
import type { ScheduleHandlers } from './use-schedule.ts';
import styles from './ScheduleMenu.module.css';

interface ScheduleMenuProps {
  delivery: Delivery;
  /** What it hangs on. */
  anchor: HTMLElement;
  handlers: ScheduleHandlers;
  onClose: () => void;
}

/** Beside a card: when it goes out here and at the site, and what can be done about it. */
export function ScheduleMenu({ delivery, anchor, handlers, onClose }: ScheduleMenuProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const now = useNow();
  const { language, offsetMinutes } = useLocale();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const siteTime = useSiteTime(targets?.find(({ id }) => id === delivery.targetId));
  const [time, setTime] = useState<number | null>(timeOf(delivery));
  const { words, movable } = decideScheduleLook(delivery);
  const refused = handlers.refusal !== null;
  const busy = handlers.busy.has(delivery.deliveryId);
  const { articleId, deliveryId, headline, targetName } = delivery;
  const isPast = time !== null && time <= now;

  function act(work: () => void): void {
    onClose();
    work();
  }

  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Portal container={layers()}>
        <Popover.Content
          className={styles.menu}
          side="right"
          sideOffset={6}
          collisionPadding={8}
          aria-label={headline}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.focus();
          }}
        >
          <p className={styles.state}>
            {targetName} · {translate(words)}
          </p>
          <h2 className={styles.headline}>{headline === '' ? translate('publishing.untitled') : headline}</h2>
          <p className={styles.when}>
            <time dateTime={new Date(timeOf(delivery)).toISOString()}>
              {formatDateTime(timeOf(delivery), offsetMinutes, language)}
            </time>
            {!movable && siteTime(timeOf(delivery)) !== null && <span>{siteTime(timeOf(delivery))}</span>}
          </p>
          {isMissed(delivery) && (
            <p className={styles.missed}>{translate('publishing.error.schedule-missed.do')}</p>
          )}
          {movable && (
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault();
                if (time !== null && !isPast && !refused) act(() => handlers.move(delivery, time));
              }}
            >
              <DateTimeField
                label={translate('schedule.time')}
                value={time}
                onChange={setTime}
                earliest={now}
                hint={time === null ? null : siteTime(time)}
                error={isPast && time !== timeOf(delivery) ? translate('error.invalid.time-past') : null}
              />
              {handlers.refusal !== null && (
                <RefusalNote id="schedule-refusal">{handlers.refusal}</RefusalNote>
              )}
              <div className={styles.buttons}>
                <Button
                  type="submit"
                  size="small"
                  look={isMissed(delivery) ? 'plain' : 'primary'}
                  icon={CalendarClock}
                  disabled={refused || time === null || isPast || time === timeOf(delivery)}
                  aria-describedby={refused ? 'schedule-refusal' : undefined}
                  busy={busy}
                >
                  {translate('schedule.move')}
                </Button>
                <Button
                  size="small"
                  look={isMissed(delivery) ? 'primary' : 'plain'}
                  icon={Send}
                  disabled={refused}
                  aria-describedby={refused ? 'schedule-refusal' : undefined}
                  busy={busy}
                  onClick={() => act(() => handlers.release(delivery))}
                >
                  {translate('schedule.release')}
                </Button>
                {!isMissed(delivery) && delivery.state !== 'failed' && delivery.state !== 'conflict' && (
                  <Button
                    size="small"
                    look="danger"
                    icon={X}
                    disabled={refused}
                    aria-describedby={refused ? 'schedule-refusal' : undefined}
                    busy={busy}
                    onClick={() => act(() => handlers.withdraw(delivery))}
                  >
                    {translate('schedule.withdraw')}
                  </Button>
                )}
              </div>
            </form>
          )}
          <div className={styles.links}>
            <Button
              size="small"
              look="ghost"
              icon={FileText}
              onClick={() => navigate({ screen: 'articles', articleId })}
            >
              {translate('publishing.button.article')}
            </Button>
            <Button
              size="small"
              look="ghost"
              icon={ListTree}
              onClick={() => {
                changeOutboxView({ view: 'all', targetId: null, selected: { deliveryId, articleId } });
                navigate({ screen: 'outbox' });
              }}
            >
              {translate('schedule.showDelivery')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
