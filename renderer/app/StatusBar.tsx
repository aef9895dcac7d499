import { useQuery } from '@tanstack/react-query';
import { CircleCheck, LoaderCircle, Pause, Send, TriangleAlert, Unplug, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandCaps, runCommand } from '../commands.ts';
import { useCore } from '../core-client/core-client.ts';
import type { ConnectionStatus } from '../core-client/event-feed.ts';
import { useConnectionStatus } from '../core-client/use-events.ts';
import { useTranslate } from '../i18n.ts';
import { routeHref } from '../navigation.ts';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { showOverlay } from './overlays.ts';
import styles from './StatusBar.module.css';

/** What is connected, what is late and what is waiting. */
export function StatusBar(): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const system = useQuery(queries.system.status.queryOptions()).data;
  const sources = useQuery(queries.wire.sources.list.queryOptions()).data?.filter(
    (source) => source.kind !== 'manual',
  );
  const counts = useQuery(queries.wire.counts.queryOptions()).data;
  const outbox = useQuery(queries.publishing.counts.queryOptions()).data;
  const failing = sources?.filter((source) => source.state.status === 'failing').length ?? 0;
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
          <Pause size={13} strokeWidth={1.75} aria-hidden />
          {translate('status.wirePaused')}
        </button>
      )}
      {failing > 0 && (
        <a className={classes(styles.item, styles.late)} href={routeHref({ screen: 'wire', storyId: null })}>
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          {translate('status.sourcesFailing', { count: failing })}
        </a>
      )}
      {outbox !== undefined && outbox.waiting > 0 && (
        <a className={styles.item} href={routeHref({ screen: 'outbox' })}>
          <Send size={13} strokeWidth={1.75} aria-hidden />
          {translate('status.deliveriesWaiting', { count: outbox.waiting })}
        </a>
      )}
      {outbox !== undefined && outbox.failed > 0 && (
        <a className={classes(styles.item, styles.failed)} href={routeHref({ screen: 'outbox' })}>
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          {translate('status.deliveriesFailed', { count: outbox.failed })}
        </a>
      )}
      <span className={styles.gap} />
      {system !== undefined && <span>{translate('status.archive', { count: system.wireStories })}</span>}
      <button
        type="button"
        className={styles.palette}
        onClick={() => showOverlay('palette')}
        aria-label={translate('status.palette')}
      >
        <Kbd caps={commandCaps('help.palette')} />
      </button>
    </footer>
  );
}

const CONNECTION_ICONS: Record<ConnectionStatus, LucideIcon> = {
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
    <span className={classes(styles.item, styles[status])} role="status" data-connection={status}>
      <Icon size={13} strokeWidth={1.75} aria-hidden />
      {translate(`status.${status}`)}
    </span>
  );
}
