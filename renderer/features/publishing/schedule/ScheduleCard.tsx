import { useQuery } from '@tanstack/react-query';
import type { FocusEvent, KeyboardEvent, PointerEvent, ReactElement, Ref } from 'react';
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import { formatClock, formatDateTime } from '../../../../shared/domain/indonesian-dates.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { useSiteTime } from '../../../site-time.ts';
import { classes } from '../../../ui/classes.ts';
import { CalendarClock, CircleCheck, Clock, OctagonX, type Icon } from '../../../ui/icons/icons.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { decideScheduleLook, type ScheduleLook } from './decide-schedule-look.ts';
import styles from './WeekCalendar.module.css';

const ICONS: Record<ScheduleLook['tone'], Icon> = {
  waiting: Clock,
  kept: CalendarClock,
  out: CircleCheck,
  missed: OctagonX,
};

export interface CardPlace {
  /** Pixels from the top of the day. */
  top: number;
  left: string;
  width: string;
  /** Two lines instead of one. */
  tall: boolean;
}

interface ScheduleCardProps {
  delivery: Delivery;
  /** Where it stands now: while it is moved, where it would be put. */
  time: number;
  /** It is being moved and not let go yet. */
  moving: boolean;
  busy: boolean;
  place: CardPlace;
  ref?: Ref<HTMLButtonElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  onPointerDown?: (event: PointerEvent<HTMLButtonElement>) => void;
  onClick?: () => void;
  onFocus?: () => void;
  onBlur?: (event: FocusEvent) => void;
}

/** One delivery on the calendar: a button that opens what can be done with it, and that can be dragged. */
export function ScheduleCard({
  delivery,
  time,
  moving,
  busy,
  place,
  ...handlers
}: ScheduleCardProps): ReactElement {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  const { tone, words, movable } = decideScheduleLook(delivery);
  const Icon = ICONS[tone];
  const headline = delivery.headline === '' ? translate('publishing.untitled') : delivery.headline;
  const { queries } = useCore();
  const targets = useQuery(queries.publishing.targets.list.queryOptions()).data;
  const target = targets?.find(({ id }) => id === delivery.targetId);
  const atSite = useSiteTime(target, { quietWhereSame: true })(time);
  const here = formatDateTime(time, offsetMinutes, language);
  const when = atSite === null ? here : `${here} (${atSite})`;
  return (
    <button
      type="button"
      {...handlers}
      className={classes(
        styles.card,
        styles[tone],
        place.tall && styles.tall,
        movable && styles.movable,
        moving && styles.moving,
        busy && styles.busy,
      )}
      style={{ top: place.top, left: place.left, width: place.width }}
      aria-busy={busy || undefined}
      aria-describedby={movable ? 'schedule-move-help' : undefined}
      title={`${headline}\n${delivery.targetName} · ${when}\n${translate(words)}`}
      data-delivery={delivery.deliveryId}
    >
      <span className={styles.cardTime} aria-hidden>
        <Icon size={12} />
        {formatClock(time, offsetMinutes, language)}
        {place.tall && <span className={styles.cardTarget}>{atSite ?? delivery.targetName}</span>}
      </span>
      <span className={styles.cardHeadline}>{headline}</span>
      <VisuallyHidden>{`, ${delivery.targetName}, ${when}, ${translate(words)}`}</VisuallyHidden>
    </button>
  );
}
