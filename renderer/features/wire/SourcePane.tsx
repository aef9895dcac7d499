import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { SampleStrip } from '../../sample-newsroom/SampleStrip.tsx';
import { IconButton } from '../../ui/Button.tsx';
import {
  Archive,
  Flag,
  Hand,
  Inbox,
  MailOpen,
  Plus,
  UserCheck,
  Zap,
  type Icon,
} from '../../ui/icons/icons.ts';
import { SideAdd, SideHeading, SideItem, SidePane } from '../../ui/SidePane.tsx';
import { changeInboxView, useInboxView, type InboxView } from './inbox-view.ts';
import { FacetList } from './FacetList.tsx';
import { SavedSearches } from './ticker/SavedSearches.tsx';
import { SourceDetails } from './SourceDetails.tsx';
import { SourceItem } from './SourceItem.tsx';

interface SourcePaneProps {
  onAdd: () => void;
  onEdit: (source: Source) => void;
}

const MARKED = [
  { marked: 'mine', icon: UserCheck },
  { marked: 'claimed', icon: Hand },
  { marked: 'flagged', icon: Flag },
  { marked: 'spiked', icon: Archive },
] as const;

/** What to look at: everything, what is urgent, what is unread, or one source. */
export function SourcePane({ onAdd, onEdit }: SourcePaneProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const view = useInboxView();
  const counts = useQuery(queries.wire.counts.queryOptions()).data;
  const listed = useQuery(queries.wire.sources.list.queryOptions()).data ?? [];
  const sources = listed.toSorted(
    (one, other) => Number(one.kind === 'manual') - Number(other.kind === 'manual'),
  );
  const [detailsOf, setDetailsOf] = useState<string | null>(null);
  const detailed = sources.find((source) => source.id === detailsOf);

  const searches = useQuery(queries.wire.searches.list.queryOptions()).data ?? [];
  const isSavedSearch = searches.some(({ query }) => query === view.query.trim());

  function shows(tab: InboxView['tab']): boolean {
    return !isSavedSearch && view.sourceId === null && view.marked === 'inbox' && view.tab === tab;
  }

  return (
    <SidePane label={translate('wire.title')}>
      <SideHeading>{translate('wire.title')}</SideHeading>
      <ul role="list">
        <ViewItem
          icon={Inbox}
          label={translate('wire.view.all')}
          count={counts?.total ?? 0}
          current={shows('all')}
          onSelect={() => changeInboxView({ sourceId: null, marked: 'inbox', tab: 'all' })}
        />
        <ViewItem
          icon={Zap}
          label={translate('wire.view.urgent')}
          count={counts?.urgentUnread ?? 0}
          urgent
          current={shows('urgent')}
          onSelect={() => changeInboxView({ sourceId: null, marked: 'inbox', tab: 'urgent' })}
        />
        <ViewItem
          icon={MailOpen}
          label={translate('wire.view.unread')}
          count={counts?.unread ?? 0}
          current={shows('unread')}
          onSelect={() => changeInboxView({ sourceId: null, marked: 'inbox', tab: 'unread' })}
        />
        {MARKED.map(({ marked, icon }) => (
          <ViewItem
            key={marked}
            icon={icon}
            label={translate(`wire.view.${marked}`)}
            count={0}
            current={view.sourceId === null && view.marked === marked}
            onSelect={() => changeInboxView({ sourceId: null, marked, tab: 'all' })}
          />
        ))}
      </ul>
      <SavedSearches />
      <SideHeading
        later
        action={<IconButton icon={Plus} size="small" label={translate('sources.add')} onClick={onAdd} />}
      >
        {translate('sources.title')}
      </SideHeading>
      <ul role="list">
        {sources.map((source) => (
          <SourceItem
            key={source.id}
            source={source}
            current={view.sourceId === source.id}
            onSelect={() => changeInboxView({ sourceId: source.id, marked: 'inbox' })}
            onEdit={() => onEdit(source)}
            onDetails={() => setDetailsOf(source.id)}
          />
        ))}
      </ul>
      {sources.every((source) => source.kind === 'manual') && (
        <SideAdd onClick={onAdd}>{translate('sources.add')}</SideAdd>
      )}
      <FacetList />
      <SampleStrip />
      {detailed !== undefined && (
        <SourceDetails
          source={detailed}
          onClose={() => setDetailsOf(null)}
          onEdit={() => {
            setDetailsOf(null);
            onEdit(detailed);
          }}
        />
      )}
    </SidePane>
  );
}

interface ViewItemProps {
  icon: Icon;
  label: string;
  count: number;
  urgent?: boolean;
  current: boolean;
  onSelect: () => void;
}

function ViewItem({ icon, label, count, urgent = false, current, onSelect }: ViewItemProps): ReactElement {
  const { language } = useLocale();
  return (
    <SideItem
      icon={icon}
      current={current ? 'page' : undefined}
      aside={count > 0 && formatNumber(language, count)}
      alarm={urgent}
      onClick={onSelect}
    >
      {label}
    </SideItem>
  );
}
