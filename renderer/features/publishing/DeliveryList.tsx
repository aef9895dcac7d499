import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { useTranslate } from '../../i18n.ts';
import { DeliveryRow, deliveryRowId } from './DeliveryRow.tsx';
import type { Deliveries } from './use-deliveries.ts';
import styles from './DeliveryList.module.css';

interface DeliveryListProps {
  deliveries: Deliveries;
  /** Targets in trouble. */
  heldTargets: ReadonlySet<string>;
  selectedId: string | null;
  onSelect: (delivery: Delivery) => void;
  /** Enter: into the delivery. */
  onRead: () => void;
  ref: Ref<HTMLDivElement>;
}

const ROW_HEIGHT = 68;
const PAGE_STEP = 8;
const FETCH_AHEAD_ROWS = 30;

/** The virtualised list of deliveries: a listbox whose active option is the delivery in the detail pane. */
export function DeliveryList({
  deliveries,
  heldTargets,
  selectedId,
  onSelect,
  onRead,
  ref,
}: DeliveryListProps): ReactElement {
  const translate = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, overtaken, more, fetchMore } = deliveries;
  const selectedIndex = rows.findIndex(({ deliveryId }) => deliveryId === selectedId);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.deliveryId ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && lastShown >= rows.length - FETCH_AHEAD_ROWS) fetchMore();
  }, [more, lastShown, rows.length, fetchMore]);

  const showSelected = useEffectEvent(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  });
  useEffect(() => showSelected(), [selectedId]);

  function moveTo(index: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) onSelect(row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => moveTo(selectedIndex + 1),
      ArrowUp: () => moveTo(selectedIndex - 1),
      PageDown: () => moveTo(Math.max(0, selectedIndex) + PAGE_STEP),
      PageUp: () => moveTo(selectedIndex - PAGE_STEP),
      Home: () => moveTo(0),
      End: () => moveTo(rows.length - 1),
      Enter: onRead,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  }

  const activeShown = items.some((item) => item.index === selectedIndex);
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null && ref !== undefined) ref.current = element;
      }}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={translate('publishing.list')}
      aria-activedescendant={activeShown && selectedId !== null ? deliveryRowId(selectedId) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <DeliveryRow
              key={item.key}
              ref={virtualizer.measureElement}
              delivery={row}
              overtaken={overtaken.has(row.deliveryId)}
              held={heldTargets.has(row.targetId)}
              index={item.index}
              start={item.start}
              selected={row.deliveryId === selectedId}
              onSelect={onSelect}
            />
          );
        })}
      </div>
      {more && <p className={styles.end}>{translate('publishing.list.more')}</p>}
    </div>
  );
}
