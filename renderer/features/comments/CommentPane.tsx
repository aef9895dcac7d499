import { useQuery } from '@tanstack/react-query';
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
  type LucideIcon,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { CommentSite, CommentView } from '../../../shared/contract/comments.ts';
import { formatNumber } from '../../../shared/i18n/translate.ts';
import { useCore } from '../../core-client/core-client.ts';
import { useLocale, useTranslate } from '../../i18n.ts';
import { routeHref } from '../../navigation.ts';
import { classes } from '../../ui/classes.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { showComments, useShownComments } from './comments-view.ts';
import styles from './CommentPane.module.css';

const views: readonly { view: CommentView; icon: LucideIcon }[] = [
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
    <nav className={styles.pane} aria-label={translate('comments.views')}>
      <h2 className={styles.label}>{translate('comments.title')}</h2>
      <ul role="list">
        {views.map(({ view, icon: Icon }) => (
          <li key={view}>
            <button
              type="button"
              className={styles.item}
              aria-current={view === shownView ? 'true' : undefined}
              onClick={() => showComments({ view })}
            >
              <Icon size={16} strokeWidth={1.6} aria-hidden />
              <span className={styles.name}>{translate(`comments.view.${view}`)}</span>
              {view === 'complaints' && overdue > 0 ? (
                <span className={classes(styles.aside, styles.alarm)}>
                  {translate('comments.complaint.overdueCount', { count: overdue })}
                </span>
              ) : (
                count(view) > 0 && <span className={styles.aside}>{formatNumber(language, count(view))}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <h2 className={classes(styles.label, styles.later)}>{translate('comments.sites')}</h2>
      <ul role="list">
        {sites.length > 1 && (
          <li>
            <button
              type="button"
              className={styles.item}
              aria-current={targetId === null ? 'true' : undefined}
              onClick={() => showComments({ targetId: null })}
            >
              <Layers size={16} strokeWidth={1.6} aria-hidden />
              <span className={styles.name}>{translate('comments.sites.all')}</span>
            </button>
          </li>
        )}
        {sites.map((site) => (
          <SiteItem
            key={site.targetId}
            site={site}
            current={targetId === site.targetId || (sites.length === 1 && targetId === null)}
          />
        ))}
      </ul>
      <ul role="list" className={styles.later}>
        <li>
          <a className={styles.item} href={routeHref({ screen: 'settings', page: 'target' })}>
            <Settings2 size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('comments.sites.settings')}</span>
          </a>
        </li>
        <li>
          <a className={styles.item} href={routeHref({ screen: 'outbox' })}>
            <ArrowLeft size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles.name}>{translate('comments.back')}</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}

function SiteItem({ site, current }: { site: CommentSite; current: boolean }): ReactElement {
  const translate = useTranslate();
  const { targetId, name, fetchedAt, error } = site;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={current ? 'true' : undefined}
        onClick={() => showComments({ targetId })}
      >
        <Globe size={16} strokeWidth={1.6} aria-hidden />
        <span className={styles.name}>{name}</span>
        <span className={classes(styles.aside, error !== null && styles.alarm)}>
          {error !== null && translate('comments.sites.failed')}
          {error === null && fetchedAt === null && translate('comments.sites.neverFetched')}
          {error === null && fetchedAt !== null && <RelativeTime value={fetchedAt} short />}
        </span>
      </button>
    </li>
  );
}
