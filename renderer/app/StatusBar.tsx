import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { MANUAL_SOURCE_ID } from '../../shared/contract/wire-sources.ts';
import { commandCaps, runCommand } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import type { ConnectionStatus } from '../core-client/event-feed.ts';
import { useConnectionStatus } from '../core-client/use-events.ts';
import { useTranslate } from '../i18n.ts';
import { routeHref } from '../navigation.ts';
import { useLateThings } from '../health/use-late-things.ts';
import { classes } from '../ui/classes.ts';
import {
  CircleCheck,
  GitPullRequestArrow,
  LoaderCircle,
  Pause,
  Send,
  TriangleAlert,
  Unplug,
  type Icon,
} from '../ui/icons/icons.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Notifications } from './Notifications.tsx';
import { showOverlay } from './overlays.ts';
import styles from './StatusBar.module.css';

/** What is connected, what is late and what is waiting. */
export function StatusBar(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const system = useQuery(queries.system.status.queryOptions()).data;
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data?.filter(
    (source) => source.id !== MANUAL_SOURCE_ID,
  );
  const counts = useQuery(queries.wire.counts.queryOptions()).data;
  const outbox = useQuery(queries.publishing.counts.queryOptions()).data;
  const paletteCaps = commandCaps('help.palette');
  return (
    <footer className={styles.bar} aria-label={translate('status.label')}>
      <Connection />
      {sources !== undefined && counts !== undefined && (
        <span>{translate('status.sources', { sources: sources.length, today: counts.today })}</span>
      )}
      {system?.intakePaused === true && (
        <button
          type="button"
          className={classes(styles.item, styles.late, styles.resume)}
          onClick={() => runCommand('wire.resumeAll')}
        >
          <Pause size={13} />
          {translate('status.wirePaused')}
        </button>
      )}
      <Behind />
      <OpenImpact />
      {outbox !== undefined && outbox.waiting > 0 && (
        <a className={styles.item} href={routeHref({ screen: 'outbox' })}>
          <Send size={13} />
          {translate('status.deliveriesWaiting', { count: outbox.waiting })}
        </a>
      )}
      <span className={styles.gap} />
      {system !== undefined && <span>{translate('status.archive', { count: system.wireStories })}</span>}
      <Notifications />
      <button
        type="button"
        className={styles.palette}
        onClick={() => showOverlay('palette')}
        aria-label={`${translate('status.palette')}, ${paletteCaps.join(' ')}`}
      >
        <Kbd caps={paletteCaps} />
      </button>
    </footer>
  );
}

/** What is behind, by name where it is one thing; the page of it says since when and why. */
function Behind(): ReactElement | null {
  const translate = useTranslate();
  const things = useLateThings();
  const [first] = things;
  if (first === undefined) return null;
  const name = first.name === '' ? translate('articles.untitled') : first.name;
  const reason = translate(first.reason.key, first.reason.parameters);
  return (
    <a
      className={classes(styles.item, styles.behind, first.tone === 'red' ? styles.failed : styles.late)}
      href={routeHref({ screen: 'status' })}
    >
      <TriangleAlert size={13} />
      <span>
        {things.length === 1
          ? translate('health.lateOne', { name, reason })
          : translate('health.late', { count: things.length })}
      </span>
      {things.length === 1 && first.since !== null && (
        <span className={styles.since}>
          <RelativeTime value={first.since} />
        </span>
      )}
    </a>
  );
}

/** Articles whose source has changed and nobody has decided: readers see some of them, or the oldest waits since then. */
function OpenImpact(): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const counts = useQuery(queries.impact.counts.queryOptions()).data;
  if (counts === undefined || counts.open === 0) return null;
  const { open, live, oldestAt } = counts;
  return (
    <a
      className={classes(styles.item, styles.behind, live > 0 ? styles.failed : styles.late)}
      href={routeHref({ screen: 'impact' })}
    >
      <GitPullRequestArrow size={13} />
      <span>
        {live > 0
          ? translate('impact.status.live', { count: live })
          : translate('impact.status', { count: open })}
      </span>
      {oldestAt !== null && (
        <span className={styles.since}>
          <RelativeTime value={oldestAt} />
        </span>
      )}
    </a>
  );
}

const CONNECTION_ICONS: Record<ConnectionStatus, Icon> = {
  connecting: LoaderCircle,
  connected: CircleCheck,
  reconnecting: LoaderCircle,
  ended: Unplug,
};

function Connection(): ReactElement {
  const translate = useTranslate();
  const status = useConnectionStatus();
  const Icon = CONNECTION_ICONS[status];
  return (
    <a
      className={classes(styles.item, styles[status])}
      href={routeHref({ screen: 'status' })}
      title={translate('health.title')}
    >
      <Icon size={13} />
      <span role="status" data-connection={status}>
        {translate(`status.${status}`)}
      </span>
    </a>
  );
}
