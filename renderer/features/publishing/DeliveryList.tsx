import type { ReactElement, Ref } from 'react';
import type { ListedDelivery } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { VirtualListbox } from '../../ui/VirtualListbox.tsx';
import { DeliveryRow, deliveryRowId } from './DeliveryRow.tsx';
import type { Deliveries } from './use-deliveries.ts';

interface DeliveryListProps {
  deliveries: Deliveries;
  /** Targets in trouble. */
  heldTargets: ReadonlySet<string>;
  selectedId: string | null;
  onSelect: (delivery: ListedDelivery) => void;
  /** Enter: into the delivery. */
  onRead: () => void;
  ref: Ref<HTMLDivElement>;
}

const ROW_HEIGHT = 68;

/** The list of deliveries: its active option is the delivery in the detail pane. */
export function DeliveryList({
  deliveries,
  heldTargets,
  selectedId,
  onSelect,
  onRead,
  ref,
}: DeliveryListProps): ReactElement {
  const translate = useTranslate();
  const { rows, overtaken, more, fetchMore } = deliveries;
  return (
    <VirtualListbox
      ref={ref}
      label={translate('publishing.list')}
      rows={rows}
      keyOf={({ deliveryId }) => deliveryId}
      elementIdOf={({ deliveryId }) => deliveryRowId(deliveryId)}
      rowHeight={ROW_HEIGHT}
      selectedIndex={rows.findIndex(({ deliveryId }) => deliveryId === selectedId)}
      onSelect={onSelect}
      onRead={onRead}
      more={more}
      moreLabel={translate('publishing.list.more')}
      fetchMore={fetchMore}
      renderRow={(delivery, place) => (
        <DeliveryRow
          key={delivery.deliveryId}
          {...place}
          delivery={delivery}
          overtaken={overtaken.has(delivery.deliveryId)}
          held={heldTargets.has(delivery.targetId)}
          selected={delivery.deliveryId === selectedId}
          onSelect={onSelect}
        />
      )}
    />
  );
}
