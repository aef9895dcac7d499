import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { SavedSearch } from '../../../../shared/contract/wire-searches.ts';
import { formatNumber } from '../../../../shared/i18n/translate.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../../i18n.ts';
import { navigate } from '../../../navigation.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { AppWindow, BookmarkPlus, Columns3, Pencil, Search, Trash2 } from '../../../ui/icons/icons.ts';
import { SideHeading, SideItem } from '../../../ui/SidePane.tsx';
import { showToast } from '../../../ui/toast.ts';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { changeInboxView, useInboxView } from '../inbox-view.ts';
import { useTellError } from '../use-tell.ts';
import { SearchDialog } from './SearchDialog.tsx';
import { openTickerWindow } from './open-ticker-window.ts';
import { useUnreadOf } from './use-unread-of.ts';

/** The saved searches beside the sources: each with what of it is unread, and the way to its ticker. */
export function SavedSearches(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const searches = useQuery(queries.wire.searches.list.queryOptions()).data ?? [];
  const { query } = useInboxView();
  const [edited, setEdited] = useState<SavedSearch | 'new' | null>(null);
  const isSaved = searches.some((search) => search.query === query.trim());
  const canSave = query.trim() !== '' && !isSaved;
  if (searches.length === 0 && !canSave) return <></>;
  return (
    <>
      <SideHeading
        later
        action={
          <>
            {searches.length > 0 && (
              <IconButton
                icon={Columns3}
                size="small"
                label={translate('ticker.open')}
                onClick={() => navigate({ screen: 'ticker', searchId: null })}
              />
            )}
            <IconButton
              icon={BookmarkPlus}
              size="small"
              disabled={!canSave}
              label={translate(canSave ? 'searches.save' : 'searches.save.first')}
              onClick={() => setEdited('new')}
            />
          </>
        }
      >
        {translate('searches.title')}
      </SideHeading>
      <ul role="list">
        {searches.map((search) => (
          <SearchItem
            key={search.searchId}
            search={search}
            current={query.trim() === search.query}
            onEdit={() => setEdited(search)}
          />
        ))}
      </ul>
      {edited !== null && (
        <SearchDialog
          search={edited === 'new' ? { searchId: null, name: '', query: query.trim() } : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

interface SearchItemProps {
  search: SavedSearch;
  current: boolean;
  onEdit: () => void;
}

function SearchItem({ search, current, onEdit }: SearchItemProps): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { client } = useCore();
  const tellError = useTellError();
  const unread = useUnreadOf(search);
  const { searchId, name, query } = search;

  function remove(): void {
    client.wire.searches.remove({ searchId }).then(() => {
      showToast(translate('searches.removed', { name }), {
        action: {
          label: translate('ui.undo'),
          run: () => void client.wire.searches.save({ name, query }).catch(tellError),
        },
      });
    }, tellError);
  }

  return (
    <SideItem
      icon={Search}
      current={current ? 'page' : undefined}
      title={query}
      aside={
        unread > 0 && (
          <>
            <span aria-hidden>{formatNumber(language, unread)}</span>
            <VisuallyHidden>{translate('searches.unread', { count: unread })}</VisuallyHidden>
          </>
        )
      }
      menu={{
        label: translate('searches.more', { name }),
        entries: [
          {
            label: translate('ticker.open'),
            icon: Columns3,
            onSelect: () => navigate({ screen: 'ticker', searchId: null }),
          },
          {
            label: translate('ticker.window'),
            icon: AppWindow,
            onSelect: () => openTickerWindow(searchId),
          },
          { label: translate('searches.edit'), icon: Pencil, onSelect: onEdit },
          'separator',
          { label: translate('searches.remove'), icon: Trash2, tone: 'danger', onSelect: remove },
        ],
      }}
      onClick={() => changeInboxView({ sourceId: null, marked: 'inbox', tab: 'all', query })}
    >
      {name}
    </SideItem>
  );
}
