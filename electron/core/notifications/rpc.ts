import { implement } from '@orpc/server';
import { notificationsContract } from '../../../shared/contract/notifications.ts';
import type { NotificationsService } from './service.ts';

const procedures = implement(notificationsContract);

/** The notifications behind the contract. */
export function notificationsRouter(notifications: NotificationsService) {
  return {
    list: procedures.list.handler(() => notifications.list()),
    markRead: procedures.markRead.handler(({ input }) => notifications.markRead(input.notificationId)),
    markAllRead: procedures.markAllRead.handler(({ input }) => notifications.markAllRead(input.upTo)),
    clear: procedures.clear.handler(({ input }) => notifications.clear(input.upTo)),
  };
}
