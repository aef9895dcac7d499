import { useEffect, type ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Bell, BellRing, CircleAlert, Trash2 } from '../ui/icons/icons.ts';
import { Popover } from '../ui/Popover.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import {
  clearKeptMessages,
  hideToasts,
  markKeptMessagesRead,
  runAction,
  useKeptMessages,
  type KeptMessage,
} from '../ui/toast.ts';
import { showOverlay, useOverlay } from './overlays.ts';
import { useCoreNotifications, type ShownNotification } from './use-notifications.ts';
import styles from './Notifications.module.css';

/** A row of the list: of the core, the same in every window, or a message of this window with what can still be done. */
interface Row {
  key: string;
  at: string;
  read: boolean;
  problem: boolean;
  title: string;
  body: string;
  action: { label: string; run: () => void } | null;
}

/** The bell of the status bar: what happened, and what the messages of this window said, to be read again. */
export function Notifications(): ReactElement {
  const translate = useTranslate();
  const { notifications, markAllRead, clear } = useCoreNotifications();
  const messages = useKeptMessages();
  const open = useOverlay() === 'notifications';
  const rows = [
    ...notifications.map((one) => coreRow(one, translate('notifications.open'))),
    ...messages.map(windowRow),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const unread = rows.filter(({ read }) => !read);
  const isProblem = unread.some(({ problem }) => problem);
  const Icon = unread.length > 0 ? BellRing : Bell;

  useEffect(() => {
    if (open) hideToasts();
  }, [open]);

  function onOpenChange(next: boolean): void {
    showOverlay(next ? 'notifications' : null);
    // What was new stays marked while one looks at it.
    if (next) return;
    markKeptMessagesRead();
    markAllRead();
  }

  function clearAll(): void {
    clearKeptMessages();
    clear();
  }

  return (
    <Popover
      label={translate('ui.notifications')}
      side="top"
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          className={classes(styles.bell, isProblem && styles.problem)}
          aria-label={
            unread.length === 0
              ? translate('ui.notifications')
              : translate('notifications.unread', { count: unread.length })
          }
        >
          <Icon size={13} />
          {unread.length > 0 && <span aria-hidden>{unread.length}</span>}
        </button>
      }
    >
      <div className={styles.panel}>
        <header className={styles.head}>
          <h2>{translate('ui.notifications')}</h2>
          {rows.length > 0 && (
            <Button size="small" look="ghost" icon={Trash2} onClick={clearAll}>
              {translate('notifications.clear')}
            </Button>
          )}
        </header>
        {rows.length === 0 ? (
          <p className={styles.none}>
            <strong>{translate('notifications.none')}</strong> {translate('notifications.none.text')}
          </p>
        ) : (
          <ul role="list" className={styles.list}>
            {rows.map((row) => (
              <NotificationRow key={row.key} row={row} />
            ))}
          </ul>
        )}
      </div>
    </Popover>
  );
}

function coreRow({ notificationId, at, read, words, follow }: ShownNotification, label: string): Row {
  const { title, body, problem } = words;
  function run(): void {
    showOverlay(null);
    follow();
  }
  return { key: `core ${notificationId}`, at, read, problem, title, body, action: { label, run } };
}

function windowRow({ id, text, tone, action, at, read }: KeptMessage): Row {
  return {
    key: `window ${id}`,
    at,
    read,
    problem: tone === 'problem',
    title: text,
    body: '',
    action: action && { label: action.label, run: () => runAction(id) },
  };
}

function NotificationRow({ row }: { row: Row }): ReactElement {
  const { title, body, problem, action, at, read } = row;
  return (
    <li className={classes(styles.row, !read && styles.unread)}>
      {problem ? (
        <CircleAlert size={15} className={styles.problem} />
      ) : (
        <span className={styles.dot} aria-hidden />
      )}
      <div>
        <p className={styles.title}>{title}</p>
        {body !== '' && <p className={styles.body}>{body}</p>}
        <span className={styles.time}>
          <RelativeTime value={at} />
        </span>
      </div>
      {action !== null && (
        <Button size="small" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </li>
  );
}
