import type { ReactElement } from 'react';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { formatClock, formatDateTime, formatNewsDay } from '../../../shared/domain/indonesian-dates.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import {
  Ban,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  GitCompareArrows,
  Hourglass,
  OctagonX,
  RotateCw,
  Send,
  type Icon,
} from '../../ui/icons/icons.ts';
import { decideDeliveryLook, type DeliverySign, type DeliverySurroundings } from './decide-delivery-look.ts';
import { useCountdown } from './use-countdown.ts';

const ICONS: Record<DeliverySign, Icon> = {
  clock: CircleDashed,
  held: Hourglass,
  scheduled: CalendarClock,
  sending: Send,
  check: CircleCheck,
  differs: CircleAlert,
  down: CircleMinus,
  again: RotateCw,
  conflict: GitCompareArrows,
  failed: OctagonX,
  crossed: Ban,
};

interface DeliveryBadgeProps extends DeliverySurroundings {
  delivery: Delivery;
}

/** The state of a delivery by colour, sign and words. */
export function DeliveryBadge({ delivery, overtaken, held }: DeliveryBadgeProps): ReactElement {
  const translate = useTranslate();
  const { tone, sign, state } = decideDeliveryLook(delivery, { overtaken, held });
  return (
    <Badge tone={tone} icon={ICONS[sign]}>
      {sign === 'again' && delivery.retryAt !== null ? (
        <RetryTime retryAt={delivery.retryAt} />
      ) : (
        translate(state)
      )}
      {delivery.state === 'scheduled' && delivery.publishAt !== null && (
        <ScheduledTime publishAt={delivery.publishAt} />
      )}
    </Badge>
  );
}

function RetryTime({ retryAt }: { retryAt: string }): ReactElement {
  const translate = useTranslate();
  const left = useCountdown(retryAt);
  return <>{translate('publishing.state.retryIn', { time: left ?? translate('publishing.retry.soon') })}</>;
}

function ScheduledTime({ publishAt }: { publishAt: string }): ReactElement {
  const { language, offsetMinutes } = useLocale();
  const time = Date.parse(publishAt);
  return (
    <time dateTime={publishAt} title={formatDateTime(time, offsetMinutes, language)}>
      {formatNewsDay(time, offsetMinutes, language)} {formatClock(time, offsetMinutes, language)}
    </time>
  );
}
