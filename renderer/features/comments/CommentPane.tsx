import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CommentSite, CommentView } from '../../../shared/contract/comments.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import {
  ArrowLeft,
  CircleCheck,
  Globe,
  Hand,
  Layers,
  Megaphone,
  Settings2,
  ShieldAlert,
  Trash2,
  type Icon,
} from '../../ui/icons/icons.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SideHeading, SideItem, SidePane } from '../../ui/SidePane.tsx';
import { showComments, useShownComments } from './comments-view.ts';

const views: readonly { view: CommentView; icon: Icon }[] = [
  { view: 'hold', icon: Hand },
  { view: 'complaints', icon: Megaphone },
  { view: 'approved', icon: CircleCheck },
  { view: 'spam', icon: ShieldAlert },
  { view: 'trash', icon: Trash2 },
];

/** What to look at: the queue and its neighbours, and the sites the comments come from. */
export function CommentPane({ sites }: { sites: readonly CommentSite[] }): ReactElement {
  const translate = useTranslate();
  const { language } = useLocale();
  const { queries } = useCore();
  const { view: shownView, targetId } = useShownComments();
  const counts = useQuery(queries.comments.counts.queryOptions()).data;
  const count = (view: CommentView): number =>
    view === 'hold' ? (counts?.hold ?? 0) : view === 'complaints' ? (counts?.complaints ?? 0) : 0;
  const overdue = counts?.overdue ?? 0;

  return (
    <SidePane label={translate('comments.views')}>
      <SideHeading>{translate('comments.title')}</SideHeading>
      <ul role="list">
        {views.map(({ view, icon }) => {
          const late = view === 'complaints' && overdue > 0;
          const waits = count(view) > 0 && formatNumber(language, count(view));
          return (
            <SideItem
              key={view}
              icon={icon}
              current={view === shownView ? 'page' : undefined}
              aside={late ? translate('comments.complaint.overdueCount', { count: overdue }) : waits}
              alarm={late}
              onClick={() => showComments({ view })}
            >
              {translate(`comments.view.${view}`)}
            </SideItem>
          );
        })}
      </ul>
      <SideHeading later>{translate('comments.sites')}</SideHeading>
      <ul role="list">
        {sites.length > 1 && (
          <SideItem
            icon={Layers}
            current={targetId === null ? 'true' : undefined}
            onClick={() => showComments({ targetId: null })}
          >
            {translate('comments.sites.all')}
          </SideItem>
        )}
        {sites.map((site) => (
          <SiteItem
            key={site.targetId}
            site={site}
            current={targetId === site.targetId || (sites.length === 1 && targetId === null)}
          />
        ))}
      </ul>
      <SideHeading later>{translate('publishing.title')}</SideHeading>
      <ul role="list">
        <SideItem icon={Settings2} href={routeHref({ screen: 'settings', page: 'target' })}>
          {translate('comments.sites.settings')}
        </SideItem>
        <SideItem icon={ArrowLeft} href={routeHref({ screen: 'outbox' })}>
          {translate('comments.back')}
        </SideItem>
      </ul>
    </SidePane>
  );
}

function SiteItem({ site, current }: { site: CommentSite; current: boolean }): ReactElement {
  const translate = useTranslate();
  const { targetId, name, fetchedAt, error } = site;
  return (
    <SideItem
      icon={Globe}
      current={current ? 'true' : undefined}
      aside={
        <>
          {error !== null && translate('comments.sites.failed')}
          {error === null && fetchedAt === null && translate('comments.sites.neverFetched')}
          {error === null && fetchedAt !== null && <RelativeTime value={fetchedAt} short />}
        </>
      }
      alarm={error !== null}
      onClick={() => showComments({ targetId })}
    >
      {name}
    </SideItem>
  );
}
