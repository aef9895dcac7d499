import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { listed } from '../../../../shared/page/commands.ts';
import { formatDate, formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCommands } from '../../../commands.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import {
  CalendarClock,
  ChevronLeft,
  ChevronRight,
  OctagonX,
  Send,
  TriangleAlert,
} from '../../../ui/icons/icons.ts';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { PaneHeader } from '../../../ui/PaneHeader.tsx';
import { ResizablePanes } from '../../../ui/ResizablePanes.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useOutboxView } from '../outbox-view.ts';
import { TargetPane } from '../TargetPane.tsx';
import { TargetTroubles } from '../TargetTroubles.tsx';
import { WEEK_MS, weekStart } from './calendar-time.ts';
import { isMissed, timeOf } from './decide-schedule-look.ts';
import { ScheduleList } from './ScheduleList.tsx';
import { ScheduleMenu } from './ScheduleMenu.tsx';
import { useCalendar, useScheduleActions, type ScheduleHandlers } from './use-schedule.ts';
import { WeekCalendar } from './WeekCalendar.tsx';
import styles from './ScheduleScreen.module.css';

type Look = 'week' | 'list';

/** What goes out when: a week on a calendar, or as a list. */
export function ScheduleScreen(): ReactElement {
  return (
    <ResizablePanes
      name="schedule"
      panes={[
        {
          id: 'targets',
          width: { wide: 224, narrow: 196 },
          minWidth: 150,
          maxWidth: 340,
          children: <TargetPane />,
        },
        { id: 'calendar', minWidth: 480, children: <Week /> },
      ]}
    />
  );
}

function Week(): ReactElement {
  const translate = useTranslate();
  const { offsetMinutes } = useLocale();
  const { targetId } = useOutboxView();
  const now = useNow();
  const [look, setLook] = useState<Look>('week');
  const [chosenWeek, setChosenWeek] = useState<number | null>(null);
  const [opened, setOpened] = useState<{ deliveryId: string; anchor: HTMLElement } | null>(null);
  const thisWeek = weekStart(now, offsetMinutes);
  const firstDay = chosenWeek ?? thisWeek;
  const calendar = useCalendar(firstDay, firstDay + WEEK_MS, targetId);
  const handlers = useScheduleActions();
  const { rows } = calendar;
  const shown = rows.find(({ deliveryId }) => deliveryId === opened?.deliveryId);

  function step(weeks: number): void {
    setChosenWeek(firstDay + weeks * WEEK_MS);
  }

  useCommands([
    {
      ...listed('schedule.previousWeek'),
      icon: ChevronLeft,
      run: () => step(-1),
    },
    {
      ...listed('schedule.nextWeek'),
      icon: ChevronRight,
      run: () => step(1),
    },
    {
      ...listed('schedule.thisWeek'),
      icon: CalendarClock,
      run: () => setChosenWeek(null),
    },
  ]);

  const open = (delivery: Delivery, anchor: HTMLElement): void =>
    setOpened({ deliveryId: delivery.deliveryId, anchor });

  return (
    <section className={styles.screen} aria-label={translate('schedule.title')}>
      <PaneHeader className={styles.header ?? ''}>
        <IconButton icon={ChevronLeft} label={translate('schedule.previousWeek')} onClick={() => step(-1)} />
        <IconButton icon={ChevronRight} label={translate('schedule.nextWeek')} onClick={() => step(1)} />
        <h1 className={styles.title}>
          <WeekTitle firstDay={firstDay} />
        </h1>
        {firstDay !== thisWeek && (
          <Button size="small" onClick={() => setChosenWeek(null)}>
            {translate('schedule.thisWeek')}
          </Button>
        )}
        <div className={styles.looks}>
          <Tabs
            label={translate('schedule.look')}
            look="pill"
            value={look}
            onChange={setLook}
            items={[
              { value: 'week', label: translate('schedule.look.week') },
              { value: 'list', label: translate('schedule.look.list') },
            ]}
          />
        </div>
      </PaneHeader>
      <TargetTroubles targetId={targetId} />
      <Missed rows={rows} handlers={handlers} />
      {calendar.isPending && <LoadingPane />}
      {calendar.isError && rows.length === 0 && (
        <div className={styles.placeholder}>
          <EmptyState
            icon={TriangleAlert}
            tone="problem"
            title={translate('schedule.failed')}
            actions={<Button onClick={() => void calendar.refetch()}>{translate('ui.retry')}</Button>}
          />
        </div>
      )}
      {calendar.data !== undefined && look === 'week' && (
        <>
          {rows.length === 0 && <p className={styles.hint}>{translate('schedule.empty.hint')}</p>}
          <WeekCalendar
            firstDay={firstDay}
            rows={rows}
            busy={handlers.busy}
            mayMove={handlers.refusal === null}
            onMove={handlers.move}
            onOpen={open}
          />
        </>
      )}
      {calendar.data !== undefined && look === 'list' && rows.length > 0 && (
        <ScheduleList rows={rows} busy={handlers.busy} onOpen={open} />
      )}
      {calendar.data !== undefined && look === 'list' && rows.length === 0 && <NothingPlanned />}
      {opened !== null && shown !== undefined && (
        <ScheduleMenu
          key={shown.deliveryId}
          delivery={shown}
          anchor={opened.anchor}
          handlers={handlers}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function WeekTitle({ firstDay }: { firstDay: number }): ReactElement {
  const { language, offsetMinutes } = useLocale();
  const first = formatDate(firstDay, offsetMinutes, language);
  const last = formatDate(firstDay + WEEK_MS - 1, offsetMinutes, language);
  const [day = '', month, year] = first.split(' ');
  const [, lastMonth, lastYear] = last.split(' ');
  const from = year !== lastYear ? first : month !== lastMonth ? `${day} ${month}` : day;
  return (
    <>
      {from} – {last}
    </>
  );
}

/** The alarm: what a site should have let out and did not, each with the one click that does. */
function Missed({
  rows,
  handlers,
}: {
  rows: readonly Delivery[];
  handlers: ScheduleHandlers;
}): ReactElement | null {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { queries } = useCore();
  const { targetId } = useOutboxView();
  // What stopped in another week is an alarm in this one as well.
  const stopped = useQuery(
    queries.publishing.deliveries.queryOptions({ input: { view: 'stopped', limit: 200 } }),
  ).data;
  const missed = (stopped?.rows ?? rows).filter(
    (row) => isMissed(row) && (targetId === null || row.targetId === targetId),
  );
  if (missed.length === 0) return null;
  return (
    <ul className={styles.missed} role="alert">
      {missed.map((delivery) => (
        <li key={delivery.deliveryId}>
          <OctagonX size={15} />
          <span>
            {translate('schedule.missed', {
              headline: delivery.headline,
              target: delivery.targetName,
              time: formatDateTime(timeOf(delivery), offsetMinutes, language),
            })}
          </span>
          <Button
            size="small"
            look="primary"
            icon={Send}
            disabled={handlers.refusal !== null}
            title={handlers.refusal ?? undefined}
            busy={handlers.busy.has(delivery.deliveryId)}
            onClick={() => handlers.release(delivery)}
          >
            {translate('schedule.release')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function NothingPlanned(): ReactElement {
  const translate = useTranslate();
  return (
    <div className={styles.placeholder}>
      <EmptyState
        icon={CalendarClock}
        title={translate('schedule.empty.title')}
        actions={
          <Button onClick={() => navigate({ screen: 'articles', articleId: null })}>
            {translate('publishing.empty.all.do')}
          </Button>
        }
      >
        {translate('schedule.empty.text')}
      </EmptyState>
    </div>
  );
}
