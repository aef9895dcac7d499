import { Bell, BellRing, CircleAlert, Trash2 } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { useTranslate } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Popover } from '../ui/Popover.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import {
  clearNotifications,
  hideToasts,
  markNotificationsRead,
  runAction,
  useNotifications,
  type Notification,
} from '../ui/toast.ts';
import { showOverlay, useOverlay } from './overlays.ts';
import styles from './Notifications.module.css';

/** The bell of the status bar: what the messages of this window said, to be read again. */
export function Notifications(): ReactElement {
  const translate = useTranslate();
  const notifications = useNotifications();
  const open = useOverlay() === 'notifications';
  const unread = notifications.filter(({ read }) => !read);
  const problem = unread.some(({ tone }) => tone === 'problem');
  const Icon = unread.length > 0 ? BellRing : Bell;

  useEffect(() => {
    if (open) hideToasts();
  }, [open]);

  function onOpenChange(next: boolean): void {
    showOverlay(next ? 'notifications' : null);
    // What was new stays marked while one looks at it.
    if (!next) markNotificationsRead();
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
          className={classes(styles.bell, problem && styles.problem)}
          aria-label={
            unread.length === 0
              ? translate('ui.notifications')
              : translate('notifications.unread', { count: unread.length })
          }
        >
          <Icon size={13} strokeWidth={1.75} aria-hidden />
          {unread.length > 0 && <span aria-hidden>{unread.length}</span>}
        </button>
      }
    >
      <div className={styles.panel}>
        <header className={styles.head}>
          <h2>{translate('ui.notifications')}</h2>
          {notifications.length > 0 && (
            <Button size="small" look="ghost" icon={Trash2} onClick={clearNotifications}>
              {translate('notifications.clear')}
            </Button>
          )}
        </header>
        {notifications.length === 0 ? (
          <p className={styles.none}>{translate('notifications.none')}</p>
        ) : (
          <ul role="list" className={styles.list}>
            {notifications.map((notification) => (
              <Row key={notification.id} notification={notification} />
            ))}
          </ul>
        )}
      </div>
    </Popover>
  );
}

function Row({ notification }: { notification: Notification }): ReactElement {
  const { id, text, tone, action, at, read } = notification;
  return (
    <li className={classes(styles.row, !read && styles.unread)}>
      {tone === 'problem' ? (
        <CircleAlert size={15} strokeWidth={1.75} className={styles.problem} aria-hidden />
      ) : (
        <span className={styles.dot} aria-hidden />
      )}
      <div>
        <p>{text}</p>
        <span className={styles.time}>
          <RelativeTime value={at} />
        </span>
      </div>
      {action !== null && (
        <Button size="small" onClick={() => runAction(id)}>
          {action.label}
        </Button>
      )}
    </li>
  );
}
