import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  GitCompareArrows,
  OctagonX,
  RotateCw,
  Send,
  type LucideIcon,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import { decideDeliveryLook, type DeliverySign } from './decide-delivery-look.ts';
import { useCountdown } from './use-countdown.ts';

const ICONS: Record<DeliverySign, LucideIcon> = {
  clock: CircleDashed,
  sending: Send,
  check: CircleCheck,
  differs: CircleAlert,
  down: CircleMinus,
  again: RotateCw,
  conflict: GitCompareArrows,
  failed: OctagonX,
  crossed: Ban,
};

interface DeliveryBadgeProps {
  delivery: Delivery;
  overtaken: boolean;
}

/** The state of a delivery by colour, sign and words. */
export function DeliveryBadge({ delivery, overtaken }: DeliveryBadgeProps): ReactElement {
  const translate = useTranslate();
  const { tone, sign, state } = decideDeliveryLook(delivery, overtaken);
  return (
    <Badge tone={tone} icon={ICONS[sign]}>
      {delivery.state === 'retry' && delivery.retryAt !== null ? (
        <RetryTime retryAt={delivery.retryAt} />
      ) : (
        translate(state)
      )}
    </Badge>
  );
}

function RetryTime({ retryAt }: { retryAt: string }): ReactElement {
  const translate = useTranslate();
  const left = useCountdown(retryAt);
  return <>{translate('publishing.state.retryIn', { time: left ?? translate('publishing.retry.soon') })}</>;
}
