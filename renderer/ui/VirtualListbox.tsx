import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import type { RowPlace } from './ListOption.tsx';
import styles from './VirtualListbox.module.css';

interface VirtualListboxProps<Row> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** The id of a row's element in the page, for `aria-activedescendant`. */
  elementIdOf: (row: Row) => string;
  /** Height of a row in pixels before it has been measured. */
  rowHeight: number;
  /** Index of the row in hand, -1 for none. */
  selectedIndex: number;
  /** By key; `range`: with Shift, from the row in hand up to this one. */
  onSelect: (row: Row, how: { range: boolean }) => void;
  /** Enter: into the row in hand. */
  onRead: () => void;
  /** Keys of one's own; what they prevent is done. */
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Several rows can be chosen at once. */
  multiselectable?: boolean;
  /** True while there are rows that have not been fetched; `moreLabel` says so at the end, `endLabel` that this is all. */
  more: boolean;
  moreLabel: string;
  endLabel?: string;
  fetchMore: () => void;
  /** Renders a `ListOption`. */
  renderRow: (row: Row, place: RowPlace) => ReactElement;
  /** Pixels from the top at which it is shown first. */
  initialOffset?: number;
  /** The element that scrolls and takes the keys. */
  ref: Ref<HTMLDivElement>;
}

const PAGE_STEP = 8;
const FETCH_AHEAD_ROWS = 30;

/** A long list worked by keyboard: a listbox whose active option is the row in hand; only what is seen is rendered. */
export function VirtualListbox<Row>({
  label,
  rows,
  keyOf,
  elementIdOf,
  rowHeight,
  selectedIndex,
  onSelect,
  onRead,
  onKeyDown,
  multiselectable = false,
  more,
  moreLabel,
  endLabel,
  fetchMore,
  renderRow,
  initialOffset = 0,
  ref,
}: VirtualListboxProps<Row>): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 8,
    initialOffset,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && lastShown >= rows.length - FETCH_AHEAD_ROWS) fetchMore();
  }, [more, lastShown, rows.length, fetchMore]);

  const selected = rows[selectedIndex];
  const selectedKey = selected === undefined ? null : keyOf(selected);
  const showSelected = useEffectEvent(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  });
  useEffect(() => showSelected(), [selectedKey]);

  function handleKey(event: KeyboardEvent): void {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = {
      ArrowDown: selectedIndex + 1,
      ArrowUp: selectedIndex - 1,
      PageDown: Math.max(0, selectedIndex) + PAGE_STEP,
      PageUp: selectedIndex - PAGE_STEP,
      Home: 0,
      End: rows.length - 1,
    };
    const index = steps[event.key];
    if (event.key !== 'Enter' && index === undefined) return;
    event.preventDefault();
    if (index === undefined) return onRead();
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) onSelect(row, { range: event.shiftKey });
  }

  const activeShown = items.some((item) => item.index === selectedIndex);
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={multiselectable || undefined}
      aria-activedescendant={activeShown && selected !== undefined ? elementIdOf(selected) : undefined}
      onKeyDown={handleKey}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return renderRow(row, {
            index: item.index,
            start: item.start,
            ref: virtualizer.measureElement,
          });
        })}
      </div>
      {(more || endLabel !== undefined) && <p className={styles.end}>{more ? moreLabel : endLabel}</p>}
    </div>
  );
}
