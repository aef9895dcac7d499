import { memo, type ReactElement } from 'react';
import type { ListedDelivery } from '../../../shared/contract/publishing.ts';
import { reasonOf } from '../../delivery-reason.ts';
import { useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import { ListOption, type RowPlace } from '../../ui/ListOption.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { carriedWords } from './carried-words.ts';
import { decideDeliveryLook, type DeliverySurroundings } from './decide-delivery-look.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import row from '../../ui/list-row.module.css';
import styles from './DeliveryRow.module.css';

interface DeliveryRowProps extends DeliverySurroundings, RowPlace {
  delivery: ListedDelivery;
  selected: boolean;
  onSelect: (delivery: ListedDelivery) => void;
}

/** The id of a delivery's row in the page. */
export function deliveryRowId(deliveryId: string): string {
  return `delivery-${deliveryId}`;
}

/** One delivery of the outbox. */
export const DeliveryRow = memo(function DeliveryRow({
  delivery,
  overtaken,
  held,
  index,
  start,
  selected,
  onSelect,
  ref,
}: DeliveryRowProps): ReactElement {
  const translate = useTranslate();
  const { bar } = decideDeliveryLook(delivery, { overtaken, held });
  const { state, attempts, error } = delivery;
  const stopped = (state === 'failed' || state === 'conflict' || (state === 'retry' && !held)) && !overtaken;
  return (
    <ListOption
      ref={ref}
      id={deliveryRowId(delivery.deliveryId)}
      index={index}
      start={start}
      selected={selected}
      className={classes(row.row, styles.row, state === 'cancelled' && styles.cancelled)}
      onClick={() => onSelect(delivery)}
    >
      {bar !== null && <span className={classes(row.bar, row[bar])} aria-hidden />}
      <div className={classes(row.headline, styles.headline)}>
        {delivery.headline === '' ? translate('publishing.untitled') : delivery.headline}
      </div>
      {stopped && error !== null && (
        <div className={classes(row.beneath, styles.reason)}>{translate(reasonOf(error))}</div>
      )}
      <div className={row.meta}>
        <div className={styles.facts}>
          <span className={styles.standing}>
            <span className={styles.target}>{delivery.targetName}</span>
            <DeliveryBadge delivery={delivery} overtaken={overtaken} held={held} />
          </span>
          {carriedWords(delivery, translate).map((words) => (
            <span key={words} className={styles.carries}>
              {words}
            </span>
          ))}
          <span className={styles.action}>{translate(`publishing.action.${delivery.action}`)}</span>
          {attempts > 1 && (
            <span className={styles.action}>· {translate('publishing.attempts', { count: attempts })}</span>
          )}
        </div>
        {/* Of what is scheduled the badge says the time that matters. */}
        {state !== 'scheduled' && (
          <span className={row.time}>
            <RelativeTime value={delivery.createdAt} short />
          </span>
        )}
      </div>
    </ListOption>
  );
});
