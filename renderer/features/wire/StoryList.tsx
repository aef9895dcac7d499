import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { useTranslate } from '../../i18n.ts';
import { useSectionName } from '../../section-name.ts';
import { VirtualListbox } from '../../ui/VirtualListbox.tsx';
import { rowId, StoryRow } from './StoryRow.tsx';
import type { Inbox } from './use-inbox.ts';

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

const places = new Map<string, number>();

/** The list of stories, the open one in hand; several are chosen with Ctrl (⌘), Shift or all at once. */
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
  const sectionName = useSectionName();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, more, fetchMore } = inbox;
  const selectedIndex = selectedId === null ? -1 : rows.findIndex((row) => row.storyId === selectedId);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const keep = (): void => void places.set(name, element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [name]);

  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    scrollToTop: () => scroller.current?.scrollTo({ top: 0 }),
  }));

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
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
    if (isAll) onChoose(new Set(rows.map((row) => row.storyId)));
    else if (event.key === 'Escape' && chosen.size > 0) onChoose(new Set());
    else return;
    event.preventDefault();
  }

  return (
    <VirtualListbox
      ref={scroller}
      label={translate('wire.list')}
      rows={rows}
      keyOf={(row) => row.storyId}
      elementIdOf={(row) => rowId(row.storyId)}
      rowHeight={ROW_HEIGHT}
      initialOffset={places.get(name) ?? 0}
      selectedIndex={selectedIndex}
      onSelect={({ storyId }, { range }) => {
        if (range) chooseUpTo(storyId);
        onSelect(storyId);
      }}
      onRead={onRead}
      onKeyDown={onKeyDown}
      multiselectable
      more={more}
      moreLabel={translate('wire.list.more')}
      endLabel={translate('wire.list.end')}
      fetchMore={fetchMore}
      renderRow={(row, place) => (
        <StoryRow
          key={row.storyId}
          {...place}
          item={row}
          selected={row.storyId === selectedId}
          chosen={chosen.has(row.storyId)}
          hits={hits}
          sectionName={sectionName}
          onSelect={pickRow}
        />
      )}
    />
  );
}
