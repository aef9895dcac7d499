import { useQuery } from '@tanstack/react-query';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Delivery, Target } from '../../../../shared/contract/publishing.ts';
import {
  formatClock,
  formatDate,
  formatWeekday,
  zoneLabel,
} from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useSiteTime } from '../../../site-time.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { dayStart } from './calendar-time.ts';
import { decideScheduleLook, timeOf, type ScheduleLook } from './decide-schedule-look.ts';
import styles from './ScheduleList.module.css';

const TONES: Record<ScheduleLook['tone'], Tone> = {
  waiting: 'amber',
  kept: 'accent',
  out: 'green',
  missed: 'alarm',
};

interface ScheduleListProps {
  rows: readonly Delivery[];
  busy: ReadonlySet<string>;
  onOpen: (delivery: Delivery, row: HTMLElement) => void;
}

/** The same as the calendar, day by day down the page, each with the site's own time beside ours. */
export function ScheduleList({ rows, busy, onOpen }: ScheduleListProps): ReactElement {
  const { queries } = useCore();
  const { language, offsetMinutes } = useLocale();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const list = useRef<HTMLDivElement>(null);
  const days = Map.groupBy(rows, (delivery) => dayStart(timeOf(delivery), offsetMinutes));

  function walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.findIndex((button) => button === document.activeElement) + by];
    event.preventDefault();
    next?.focus();
  }

  return (
    // The rows are buttons; the arrows are a short cut between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} className={styles.scroller} onKeyDown={walk}>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`schedule-day-${day}`}>
          <h2 id={`schedule-day-${day}`} className={styles.day}>
            {formatWeekday(day, offsetMinutes, language)}, {formatDate(day, offsetMinutes, language)}
          </h2>
          <ul role="list" className={styles.rows}>
            {ofDay.map((delivery) => (
              <li key={delivery.deliveryId}>
                <Row
                  delivery={delivery}
                  target={targets?.find(({ id }) => id === delivery.targetId)}
                  clock={`${formatClock(timeOf(delivery), offsetMinutes, language)} ${zoneLabel(offsetMinutes)}`}
                  busy={busy.has(delivery.deliveryId)}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface RowProps {
  delivery: Delivery;
  target: Target | undefined;
  clock: string;
  busy: boolean;
  onOpen: (delivery: Delivery, row: HTMLElement) => void;
}

function Row({ delivery, target, clock, busy, onOpen }: RowProps): ReactElement {
  const translate = useTranslate();
  const siteTime = useSiteTime(target, { quietWhereSame: true });
  const { tone, words } = decideScheduleLook(delivery);
  return (
    <button
      type="button"
      className={styles.row}
      aria-busy={busy || undefined}
      onClick={(event) => onOpen(delivery, event.currentTarget)}
    >
      <time dateTime={new Date(timeOf(delivery)).toISOString()} className={styles.time}>
        {clock}
      </time>
      <span className={styles.words}>
        <span className={styles.headline}>
          {delivery.headline === '' ? translate('publishing.untitled') : delivery.headline}
        </span>
        <span className={styles.meta}>
          <span className={styles.target}>{delivery.targetName}</span>
          <Badge tone={TONES[tone]}>{translate(words)}</Badge>
          <span>{siteTime(timeOf(delivery))}</span>
        </span>
      </span>
    </button>
  );
}
