import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactElement, type Ref } from 'react';
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
  onSelect: (row: Row) => void;
  /** Enter: into the row in hand. */
  onRead: () => void;
  /** Several rows can be chosen at once. */
  multiselectable?: boolean;
  /** True while there are rows that have not been fetched; `moreLabel` says so at the end. */
  more: boolean;
  moreLabel: string;
  fetchMore: () => void;
  /** Renders a `role="option"` at `start` pixels from the top; `ref` measures it. */
  renderRow: (row: Row, place: { index: number; start: number; ref: Ref<HTMLDivElement> }) => ReactElement;
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
  multiselectable = false,
  more,
  moreLabel,
  fetchMore,
  renderRow,
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
        else if (ref !== null) ref.current = element;
      }}
      className={styles.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={multiselectable || undefined}
      aria-activedescendant={activeShown && selected !== undefined ? elementIdOf(selected) : undefined}
      onKeyDown={onKeyDown}
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
      {more && <p className={styles.end}>{moreLabel}</p>}
    </div>
  );
}
