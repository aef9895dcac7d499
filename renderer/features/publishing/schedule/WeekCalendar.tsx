import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { formatDateTime, formatWeekday, zoneLabel } from '../../../../shared/domain/indonesian-dates.ts';
import { civilTimeAt } from '../../../../shared/domain/civil-time.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { useNow } from '../../../ui/use-now.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { DAY_MS, dayStart, layOut, minuteOfDay, type Laid } from './calendar-time.ts';
import { timeOf } from './decide-schedule-look.ts';
import { ScheduleCard, type CardPlace } from './ScheduleCard.tsx';
import { useMoving } from './use-moving.ts';
import styles from './WeekCalendar.module.css';

const PIXELS_PER_HOUR = 72;
const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);
const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Of a time that is not in the week: while a card is moved over its edge. */
const NOWHERE: CardPlace = { top: 0, left: '0', width: '0', tall: false };

/** An empty week opens at the hour a newsroom begins. */
const FIRST_HOUR_SHOWN = 6;

interface WeekCalendarProps {
  /** First instant of the week. */
  firstDay: number;
  rows: readonly Delivery[];
  busy: ReadonlySet<string>;
  /** False where who sits here may not change anything. */
  mayMove: boolean;
  onMove: (delivery: Delivery, time: number) => void;
  onOpen: (delivery: Delivery, card: HTMLElement) => void;
}

interface Shown {
  delivery: Delivery;
  /** The same for a delivery and the one that takes its place when it is moved. */
  key: string;
  time: number;
  minute: number;
}

function keyed(rows: readonly Delivery[]): { delivery: Delivery; key: string }[] {
  const seen = new Map<string, number>();
  return rows.map((delivery) => {
    const place = `${delivery.articleId} ${delivery.targetId}`;
    const number = seen.get(place) ?? 0;
    seen.set(place, number + 1);
    return { delivery, key: `${place} ${number}` };
  });
}

function placeOf({ item, lane, lanes, tall }: Laid<Shown>, day: number): CardPlace {
  return {
    top: (item.minute / 60) * PIXELS_PER_HOUR,
    left: `calc(${((day + lane / lanes) / 7) * 100}% + 2px)`,
    width: `calc(${100 / lanes / 7}% - 4px)`,
    tall,
  };
}

/** A week, Monday to Sunday, each delivery a card at its time. */
export function WeekCalendar({
  firstDay,
  rows,
  busy,
  mayMove,
  onMove,
  onOpen,
}: WeekCalendarProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const cards = useRef(new Map<string, HTMLButtonElement>());
  const focused = useRef<string | null>(null);
  const move = useMoving({ columns, firstDay, pixelsPerHour: PIXELS_PER_HOUR, onMove });
  const { moving } = move;

  // In the order the core gave: while a card is moved the page keeps its elements where they are, and the focus with them.
  const shown: Shown[] = keyed(rows).map(({ delivery, key }) => {
    const time = moving?.delivery.deliveryId === delivery.deliveryId ? moving.time : timeOf(delivery);
    return { delivery, key, time, minute: minuteOfDay(time, offsetMinutes) };
  });
  const inOrder = shown.toSorted((left, right) => left.time - right.time);
  const places = new Map(
    DAYS.flatMap((day) => {
      const from = firstDay + day * DAY_MS;
      const ofDay = inOrder.filter(({ time }) => time >= from && time < from + DAY_MS);
      return layOut(ofDay).map((laid) => [laid.item.key, placeOf(laid, day)] as const);
    }),
  );

  // A card that was moved is another delivery, drawn anew or elsewhere: the focus goes along.
  useLayoutEffect(() => {
    if (focused.current === null || document.activeElement !== document.body) return;
    cards.current.get(focused.current)?.focus({ preventScroll: true });
  });

  useEffect(() => {
    // A click beside the cards takes the focus away for good.
    const forget = (): void => {
      focused.current = null;
    };
    window.addEventListener('pointerdown', forget, true);
    return () => window.removeEventListener('pointerdown', forget, true);
  }, []);

  const earliest = shown.length === 0 ? undefined : Math.min(...shown.map(({ minute }) => minute));
  const hasRows = earliest !== undefined;
  const showFirst = useEffectEvent(() => {
    const hour = Math.min(FIRST_HOUR_SHOWN, Math.floor((earliest ?? 24 * 60) / 60));
    scroller.current?.scrollTo({ top: hour * PIXELS_PER_HOUR - 8 });
  });
  // Only when another week is shown: the page must not jump while a card is moved.
  useEffect(() => showFirst(), [firstDay, hasRows]);

  /** Without Alt the arrows walk through the cards in the order of their times. */
  function walk(event: KeyboardEvent, delivery: Delivery): void {
    if (mayMove && move.onKeyDown(event, delivery)) {
      event.preventDefault();
      return;
    }
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const index = inOrder.findIndex((one) => one.delivery.deliveryId === delivery.deliveryId);
    const next = inOrder[index + by];
    if (next !== undefined) cards.current.get(next.key)?.focus();
  }

  const today = dayStart(now, offsetMinutes);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="region"
      // What scrolls can be scrolled by keyboard, also where nothing in it takes focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={translate('schedule.look.week')}
    >
      <VisuallyHidden>
        <span id="schedule-move-help">{translate('schedule.move.help')}</span>
        <span role="status">
          {moving !== null &&
            translate('schedule.move.to', { time: formatDateTime(moving.time, offsetMinutes, language) })}
        </span>
      </VisuallyHidden>
      <div className={styles.head}>
        <span className={styles.zone}>{zoneLabel(offsetMinutes)}</span>
        {DAYS.map((day) => {
          const time = firstDay + day * DAY_MS;
          return (
            <div key={day} className={classes(styles.day, time === today && styles.today)}>
              <span>{formatWeekday(time, offsetMinutes, language)}</span>
              <span className={styles.date}>{civilTimeAt(time, offsetMinutes).day}</span>
            </div>
          );
        })}
      </div>
      <div className={styles.grid}>
        <div className={styles.hours} aria-hidden>
          {HOURS.map((hour) => (
            <span key={hour} style={{ top: hour * PIXELS_PER_HOUR }}>
              {hour === 0 ? '' : `${String(hour).padStart(2, '0')}${language === 'id' ? '.' : ':'}00`}
            </span>
          ))}
        </div>
        <div ref={columns} className={styles.columns} style={{ height: 24 * PIXELS_PER_HOUR }}>
          {DAYS.map((day) => {
            const from = firstDay + day * DAY_MS;
            const passed = Math.max(0, Math.min(1, (now - from) / DAY_MS));
            return (
              <div key={day} className={styles.column} aria-hidden>
                <div className={styles.passed} style={{ height: passed * 24 * PIXELS_PER_HOUR }} />
                {passed > 0 && passed < 1 && (
                  <div className={styles.now} style={{ top: passed * 24 * PIXELS_PER_HOUR }} />
                )}
              </div>
            );
          })}
          {shown.map(({ delivery, time, key }) => (
            <ScheduleCard
              key={key}
              ref={(element) => {
                if (element === null) cards.current.delete(key);
                else cards.current.set(key, element);
              }}
              delivery={delivery}
              time={time}
              moving={moving?.delivery.deliveryId === delivery.deliveryId}
              busy={busy.has(delivery.deliveryId)}
              place={places.get(key) ?? NOWHERE}
              onKeyDown={(event) => walk(event, delivery)}
              onFocus={() => (focused.current = key)}
              onBlur={(event) => {
                if (event.relatedTarget !== null) focused.current = null;
                move.onBlur();
              }}
              onPointerDown={(event) => mayMove && move.onPointerDown(event, delivery)}
              onClick={() => {
                const card = cards.current.get(key);
                if (!move.wasDragged() && moving === null && card !== undefined) onOpen(delivery, card);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
