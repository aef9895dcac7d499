import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { SavedSearch } from '../../../../shared/contract/wire-searches.ts';
import { formatNumber } from '../../../../shared/i18n/translate.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import {
  AppWindow,
  ArrowUp,
  CheckCheck,
  CircleOff,
  Inbox as InboxIcon,
  Radio,
} from '../../../ui/icons/icons.ts';
import { searchWireFor } from '../../../wire-search.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LoadingPane } from '../../../ui/Loading.tsx';
import { VirtualListbox } from '../../../ui/VirtualListbox.tsx';
import { useInbox, useMarkRead } from '../use-inbox.ts';
import { useTellError } from '../use-tell.ts';
import { openTickerWindow } from './open-ticker-window.ts';
import { TickerRow } from './TickerRow.tsx';
import { filterOfSearch, useUnreadOf } from './use-unread-of.ts';
import styles from './ticker.module.css';

const ROW_HEIGHT = 58;

interface TickerPaneProps {
  search: SavedSearch;
  /** It has the window to itself. */
  alone: boolean;
}

/**
 * What a saved search finds, newest first. What is new comes in by itself while nobody is in the list and its top is
 * seen; otherwise it waits behind a button, so that nothing moves under the reader's eyes.
 */
export function TickerPane({ search, alone }: TickerPaneProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const inbox = useInbox(filterOfSearch(search));
  const unread = useUnreadOf(search);
  const markRead = useMarkRead(useTellError());
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const [selectedId, setSelectedId] = useState<number | null>(null);
  const { rows, newer, bringIn } = inbox;

  function isLookedAt(): boolean {
    const inside = pane.current?.matches(':hover') === true || pane.current?.contains(document.activeElement);
    return inside === true || (list.current?.scrollTop ?? 0) > 0;
  }
  useEffect(() => {
    if (newer > 0 && !isLookedAt()) bringIn();
  });

  function bringInHere(): void {
    bringIn();
    list.current?.scrollTo({ top: 0 });
    list.current?.focus({ preventScroll: true });
  }

  const selectedIndex = rows.findIndex(({ storyId }) => storyId === selectedId);
  const unreadIds = rows.filter(({ read }) => !read).map(({ storyId }) => storyId);
  return (
    <section ref={pane} className={styles.pane} aria-label={translate('ticker.list', { name: search.name })}>
      <header className={styles.head}>
        <h2 className={styles.name} title={search.query}>
          {search.name}
        </h2>
        {unread > 0 && (
          <span className={styles.unread} title={translate('searches.unread', { count: unread })}>
            {formatNumber(language, unread)}
          </span>
        )}
        <span className={styles.live} aria-live="polite">
          {newer > 0 && (
            <button type="button" className={styles.newer} onClick={bringInHere}>
              <ArrowUp size={13} />
              {translate('ticker.newer', { count: newer })}
            </button>
          )}
        </span>
        <IconButton
          icon={CheckCheck}
          size="small"
          disabled={unreadIds.length === 0}
          label={translate('ticker.markRead')}
          onClick={() => markRead(unreadIds.slice(0, 1000), true)}
        />
        {!alone && (
          <>
            <IconButton
              icon={InboxIcon}
              size="small"
              label={translate('ticker.inInbox')}
              onClick={() => {
                searchWireFor(search.query);
                navigate({ screen: 'wire', storyId: null });
              }}
            />
            <IconButton
              icon={AppWindow}
              size="small"
              label={translate('ticker.window')}
              onClick={() => openTickerWindow(search.searchId)}
            />
          </>
        )}
      </header>
      {inbox.status === 'loading' && <LoadingPane />}
      {inbox.status === 'failed' && (
        <EmptyState
          icon={CircleOff}
          tone="problem"
          title={translate('ticker.failed')}
          actions={<Button onClick={inbox.retry}>{translate('ui.retry')}</Button>}
        />
      )}
      {inbox.status === 'ready' && rows.length === 0 && (
        <EmptyState icon={Radio} title={translate('ticker.empty')}>
          {translate('ticker.empty.text')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <VirtualListbox
          ref={list}
          label={translate('ticker.list', { name: search.name })}
          rows={rows}
          keyOf={({ storyId }) => storyId}
          elementIdOf={({ storyId }) => `ticker-${search.searchId}-${storyId}`}
          rowHeight={ROW_HEIGHT}
          selectedIndex={selectedIndex}
          onSelect={({ storyId }) => setSelectedId(storyId)}
          onRead={() => selectedId !== null && navigate({ screen: 'wire', storyId: selectedId })}
          more={inbox.more}
          moreLabel={translate('ticker.more')}
          fetchMore={inbox.fetchMore}
          renderRow={(row, place) => (
            <TickerRow
              key={row.storyId}
              id={`ticker-${search.searchId}-${row.storyId}`}
              item={row}
              index={place.index}
              start={place.start}
              ref={place.ref}
              selected={row.storyId === selectedId}
              onSelect={() => setSelectedId(row.storyId)}
              onRead={() => navigate({ screen: 'wire', storyId: row.storyId })}
            />
          )}
        />
      )}
    </section>
  );
}
