import { useEffect, useRef, useState, type ReactElement, type Ref } from 'react';
import { useLocale, useTranslate } from '../../i18n.ts';
import { ArrowUp, Search, X } from '../../ui/icons/icons.ts';
import { takeWireSearch, useAskedWireSearch } from '../../wire-search.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { readWireQuery } from '../../../shared/domain/wire-query.ts';
import { changeInboxView, useInboxView } from './inbox-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { SearchHelp } from './SearchHelp.tsx';
import styles from './ListHead.module.css';

interface ListHeadProps {
  newer: number;
  onBringIn: () => void;
  /** Down from the search field: into the list. */
  onLeave: () => void;
  searchRef: Ref<HTMLInputElement>;
}

const SEARCH_AFTER_MS = 160;
const MOST_COUNTED = 1000;

/** Search field, filter and "N baru" above the list. */
export function ListHead({ newer, onBringIn, onLeave, searchRef }: ListHeadProps): ReactElement {
  const translate = useTranslate();
  const { offsetMinutes } = useLocale();
  const view = useInboxView();
  const { misread, fields, statuses, hours } = readWireQuery(view.query, useNow(), offsetMinutes);
  return (
    <div className={styles.head}>
      <SearchField onLeave={onLeave} searchRef={searchRef} />
      {misread.length > 0 && (
        <p className={styles.misread} role="status">
          {translate('wire.search.misread', { conditions: misread.join(', ') })}
        </p>
      )}
      {(fields.length + statuses.length > 0 || hours !== null) && (
        <p className={styles.bound} role="status">
          {translate('condition.bound')}
        </p>
      )}
      <div className={styles.line}>
        <Tabs
          label={translate('wire.tab.label')}
          look="pill"
          value={view.tab}
          onChange={(tab) => changeInboxView({ tab })}
          items={[
            { value: 'all', label: translate('wire.tab.all') },
            { value: 'urgent', label: translate('wire.tab.urgent') },
            { value: 'unread', label: translate('wire.tab.unread') },
          ]}
        />
        <span className={styles.live} aria-live="polite">
          {newer > 0 && (
            <button
              type="button"
              className={styles.newer}
              aria-label={translate('wire.newer.label', { count: newer })}
              onClick={onBringIn}
            >
              <ArrowUp size={13} />
              {translate(newer >= MOST_COUNTED ? 'wire.newer.many' : 'wire.newer', { count: newer })}
            </button>
          )}
        </span>
      </div>
    </div>
  );
}

function SearchField({ onLeave, searchRef }: Pick<ListHeadProps, 'onLeave' | 'searchRef'>): ReactElement {
  const translate = useTranslate();
  const { query } = useInboxView();
  const [typed, setTyped] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useAskedWireSearch();

  function search(words: string, later: boolean): void {
    clearTimeout(timer.current);
    setTyped(words);
    if (later) timer.current = setTimeout(() => changeInboxView({ query: words }), SEARCH_AFTER_MS);
    else changeInboxView({ query: words });
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  // The palette, or a button elsewhere, has changed the search.
  const [shownQuery, setShownQuery] = useState(query);
  if (query !== shownQuery) {
    setShownQuery(query);
    if (query.trim() !== typed.trim()) setTyped(query);
  }
  useEffect(() => {
    if (asked === null) return;
    takeWireSearch();
    changeInboxView({ sourceId: null, marked: 'inbox', tab: 'all', query: asked });
  }, [asked]);

  return (
    <div className={styles.search}>
      <Search size={16} />
      <input
        ref={searchRef}
        type="text"
        role="searchbox"
        className={styles.field}
        value={typed}
        placeholder={translate('wire.search.placeholder')}
        aria-label={translate('wire.search')}
        aria-keyshortcuts="/"
        spellCheck={false}
        onChange={(event) => search(event.target.value, true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            if (typed === '') onLeave();
            else search('', false);
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            search(typed, false);
            onLeave();
          }
        }}
      />
      {typed === '' ? (
        <>
          <Kbd caps={['/']} />
          <SearchHelp />
        </>
      ) : (
        <IconButton
          icon={X}
          size="small"
          label={translate('wire.search.clear')}
          onClick={() => search('', false)}
        />
      )}
    </div>
  );
}
