/** The notifications of the core, in words, and what a window says of those that have just come. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Notification } from '../../shared/contract/notifications.ts';
import { describeNews, type DescribedNews } from '../../shared/i18n/describe-news.ts';
import { useCore } from '../core-client/core-client.ts';
import { useLocale, useTranslate } from '../i18n.ts';
import { navigate, routeOfLink } from '../navigation.ts';
import { usePeople } from '../people.ts';
import { useFlash } from './use-flash.ts';
import { showToast } from '../ui/toast.ts';

export interface ShownNotification extends Notification {
  words: DescribedNews;
  /** Goes where it leads; it is read then. */
  follow: () => void;
}

/** Newest first; empty until they are known. */
export function useCoreNotifications(): {
  notifications: readonly ShownNotification[];
  markAllRead: () => void;
  clear: () => void;
} {
  const { client, queries } = useCore();
  const { language } = useLocale();
  const { nameOf } = usePeople();
  const list = useQuery(queries.notifications.list.queryOptions()).data ?? [];
  const [newest] = list;

  // What could not be marked stays unread, and is marked the next time.
  const quietly = (call: Promise<unknown>): void => void call.catch(() => null);

  return {
    notifications: list.map((notification) => {
      const words = describeNews(notification.news, language, nameOf);
      return {
        ...notification,
        words,
        follow() {
          const { notificationId } = notification;
          quietly(client.notifications.markRead({ notificationId }));
          const route = routeOfLink(words.link);
          if (route !== null) navigate(route);
        },
      };
    }),
    markAllRead() {
      if (newest !== undefined && list.some(({ read }) => !read)) {
        quietly(client.notifications.markAllRead({ upTo: newest.notificationId }));
      }
    },
    clear() {
      if (newest !== undefined) quietly(client.notifications.clear({ upTo: newest.notificationId }));
    },
  };
}

/**
 * Says at the lower edge what has just come, but for urgent wire stories, which the inbox offers by itself. What is
 * amiss with the data folder is said at the start too, until somebody has read it.
 */
export function useArrivals(): void {
  const translate = useTranslate();
  const { queries } = useCore();
  const { notifications } = useCoreNotifications();
  const makeKnown = useFlash();
  const known = useQuery(queries.notifications.list.queryOptions()).isSuccess;
  const lastTold = useRef<number | null>(null);

  const tell = useEffectEvent(() => {
    const before = lastTold.current;
    lastTold.current = Math.max(before ?? 0, notifications[0]?.notificationId ?? 0);
    for (const notification of notifications.toReversed()) {
      const { notificationId, news, read, words, follow } = notification;
      const isNew = before === null ? news.kind === 'notice' : notificationId > before;
      if (read || !isNew || news.kind === 'wire-urgent' || news.kind === 'wire-several') continue;
      if (news.kind === 'wire-flash') makeKnown(notification);
      // Of several headlines the first: all of them are among the notifications.
      const [body = '', ...more] = words.body.split('\n');
      showToast(body === '' ? words.title : `${words.title}: ${body}${more.length === 0 ? '' : ' …'}`, {
        tone: words.problem ? 'problem' : 'plain',
        action: { label: translate('notifications.open'), run: follow },
        kept: false,
      });
    }
  });

  const newestId = notifications[0]?.notificationId;
  useEffect(() => {
    if (known) tell();
  }, [known, newestId]);
}
