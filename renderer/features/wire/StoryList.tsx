import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { useTranslate } from '../../i18n.ts';
import { classes } from '../../ui/classes.ts';
import { rowId, StoryRow } from './StoryRow.tsx';
import type { Inbox } from './use-inbox.ts';
import styles from './StoryList.module.css';

export interface StoryListHandle {
  focus: () => void;
  scrollToTop: () => void;
}

interface StoryListProps {
  inbox: Inbox;
  /** Names the filter: each keeps its own place in the list. */
  name: string;
  selectedId: number | null;
  /** Stories chosen to be worked on at once. */
  chosen: ReadonlySet<number>;
  onChoose: (storyIds: ReadonlySet<number>) => void;
  /** What is searched for, to be marked in the rows. */
  hits: RegExp | null;
  onSelect: (storyId: number) => void;
  /** Enter: into the story. */
  onRead: () => void;
  ref: Ref<StoryListHandle>;
}

const ROW_HEIGHT = 98;
const PAGE_STEP = 8;
const FETCH_AHEAD_ROWS = 30;

const places = new Map<string, number>();

/** The virtualised list of stories: a listbox whose active option is the story that is open. */
export function StoryList({
  inbox,
  name,
  selectedId,
  chosen,
  onChoose,
  hits,
  onSelect,
  onRead,
  ref,
}: StoryListProps): ReactElement {
  const translate = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, more, fetchMore } = inbox;
  const selectedIndex = selectedId === null ? -1 : rows.findIndex((row) => row.storyId === selectedId);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.storyId ?? index,
    overscan: 8,
    initialOffset: () => places.get(name) ?? 0,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more && lastShown >= rows.length - FETCH_AHEAD_ROWS) fetchMore();
  }, [more, lastShown, rows.length, fetchMore]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const keep = (): void => void places.set(name, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [name]);

  const showSelected = useEffectEvent(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  });
  useEffect(() => showSelected(), [selectedId]);

  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    scrollToTop: () => virtualizer.scrollToOffset(0),
  }));

  function moveTo(index: number, range = false): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    if (range) chooseUpTo(row.storyId);
    onSelect(row.storyId);
  }

  /** The open story and everything from it to that one, with what was chosen before. */
  function chooseUpTo(storyId: number): void {
    const to = rows.findIndex((row) => row.storyId === storyId);
    const from = selectedIndex < 0 ? to : selectedIndex;
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    onChoose(new Set([...chosen, ...range.map((row) => row.storyId)]));
  }

  function pick(storyId: number, { toggle, range }: { toggle: boolean; range: boolean }): void {
    if (range) {
      chooseUpTo(storyId);
    } else if (toggle) {
      const next = new Set(chosen.size === 0 && selectedId !== null ? [selectedId] : chosen);
      if (!next.delete(storyId)) next.add(storyId);
      onChoose(next);
    } else {
      if (chosen.size > 0) onChoose(new Set());
      onSelect(storyId);
    }
  }
  // Rows are drawn anew only when what they show has changed.
  const latestPick = useRef(pick);
  useLayoutEffect(() => {
    latestPick.current = pick;
  });
  const pickRow = useCallback<typeof pick>((storyId, how) => latestPick.current(storyId, how), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      onChoose(new Set(rows.map((row) => row.storyId)));
      return;
    }
    if (event.key === 'Escape' && chosen.size > 0) {
      event.preventDefault();
      onChoose(new Set());
      return;
    }
    const range = event.shiftKey;
    const steps: Record<string, () => void> = {
      ArrowDown: () => moveTo(selectedIndex + 1, range),
      ArrowUp: () => moveTo(selectedIndex < 0 ? 0 : selectedIndex - 1, range),
      PageDown: () => moveTo(Math.max(0, selectedIndex) + PAGE_STEP),
      PageUp: () => moveTo(Math.max(0, selectedIndex) - PAGE_STEP),
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
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      aria-label={translate('wire.list')}
      aria-activedescendant={activeShown && selectedId !== null ? rowId(selectedId) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <StoryRow
              key={item.key}
              ref={virtualizer.measureElement}
              item={row}
              index={item.index}
              start={item.start}
              selected={row.storyId === selectedId}
              chosen={chosen.has(row.storyId)}
              hits={hits}
              onSelect={pickRow}
            />
          );
        })}
      </div>
      <p className={classes(styles.end, more && styles.loadingMore)}>
        {translate(more ? 'wire.list.more' : 'wire.list.end')}
      </p>
    </div>
  );
}
