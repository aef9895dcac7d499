import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { commandCaps } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import { useTranslate } from '../i18n.ts';
import { routeHref, useCurrentScreen, type Route, type Screen } from '../navigation.ts';
import type { MessageKey } from '../../shared/i18n/translate.ts';
import type { ListedCommandId } from '../../shared/page/commands.ts';
import { CountBadge } from '../ui/Badge.tsx';
import { FileText, LayoutDashboard, Radio, Search, Send, Settings, type Icon } from '../ui/icons/icons.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { PersonSwitcher } from './PersonSwitcher.tsx';
import { showOverlay } from './overlays.ts';
import styles from './Rail.module.css';

interface RailEntry {
  screen: Screen;
  label: MessageKey;
  icon: Icon;
  to: Route;
  command: ListedCommandId;
}

const entries: readonly RailEntry[] = [
  {
    screen: 'wire',
    label: 'shell.wire',
    icon: Radio,
    to: { screen: 'wire', storyId: null },
    command: 'go.wire',
  },
  {
    screen: 'articles',
    label: 'shell.articles',
    icon: FileText,
    to: { screen: 'articles', articleId: null },
    command: 'go.articles',
  },
  {
    screen: 'fronts',
    label: 'shell.fronts',
    icon: LayoutDashboard,
    to: { screen: 'fronts' },
    command: 'go.fronts',
  },
  { screen: 'outbox', label: 'shell.outbox', icon: Send, to: { screen: 'outbox' }, command: 'go.outbox' },
];

/** Screens without an entry of their own in the rail, and where they belong. */
const BELONGS_TO: Partial<Record<Screen, Screen>> = {
  comments: 'outbox',
  impact: 'articles',
  record: 'articles',
};

/** The four screens, search, settings and who sits here. */
export function Rail(): ReactElement {
  const translate = useTranslate();
  const screen = useCurrentScreen();
  const badges = useBadges();
  return (
    <nav className={styles.rail} aria-label={translate('shell.rail')}>
      <span className={styles.logo} aria-hidden>
        R
      </span>
      {entries.map((entry) => (
        <RailLink
          key={entry.screen}
          entry={entry}
          current={entry.screen === (BELONGS_TO[screen] ?? screen)}
          badge={badges[entry.screen]}
        />
      ))}
      <span className={styles.gap} />
      <Tooltip label={translate('command.palette')} caps={commandCaps('help.palette')} side="right">
        <button type="button" className={styles.item} onClick={() => showOverlay('palette')}>
          <Search size={20} />
          {translate('shell.search')}
        </button>
      </Tooltip>
      <RailLink
        entry={{
          screen: 'settings',
          label: 'shell.settings',
          icon: Settings,
          to: { screen: 'settings', page: '' },
          command: 'go.settings',
        }}
        current={screen === 'settings'}
      />
      <PersonSwitcher />
    </nav>
  );
}

interface RailBadge {
  count: number;
  words: string;
}

interface RailLinkProps {
  entry: RailEntry;
  current: boolean;
  badge?: RailBadge | undefined;
}

function RailLink({ entry, current, badge }: RailLinkProps): ReactElement {
  const translate = useTranslate();
  const { icon: Icon } = entry;
  return (
    <Tooltip label={translate(entry.label)} caps={commandCaps(entry.command)} side="right">
      <a className={styles.item} href={routeHref(entry.to)} aria-current={current ? 'page' : undefined}>
        <span className={styles.icon}>
          <Icon size={20} />
          {badge !== undefined && badge.count > 0 && (
            <span className={styles.badge}>
              <span aria-hidden>
                <CountBadge count={badge.count} />
              </span>
              <VisuallyHidden>{badge.words}</VisuallyHidden>
            </span>
          )}
        </span>
        {translate(entry.label)}
      </a>
    </Tooltip>
  );
}

function useBadges(): Partial<Record<Screen, RailBadge>> {
  const { queries } = useCore();
  const translate = useTranslate();
  const wire = useQuery(queries.wire.counts.queryOptions()).data;
  const assigned = useQuery(queries.articles.assignments.counts.queryOptions()).data?.unread ?? 0;
  const outbox = useQuery(queries.publishing.counts.queryOptions()).data;
  const unread = wire?.unread ?? 0;
  const waiting = (outbox?.waiting ?? 0) + (outbox?.failed ?? 0);
  return {
    wire: { count: unread, words: translate('shell.badge.wire', { count: unread }) },
    articles: { count: assigned, words: translate('shell.badge.articles', { count: assigned }) },
    outbox: { count: waiting, words: translate('shell.badge.outbox', { count: waiting }) },
  };
}
