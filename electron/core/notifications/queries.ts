/** All SQL of the notifications; rows are mapped here and nowhere else. */
import { newsSchema, type News, type Notification } from '../../../shared/contract/notifications.ts';
import type { Database } from '../database/open.ts';

/** More than a person looks back through. */
const mostKept = 200;

interface Row {
  id: number;
  at: number;
  read_at: number | null;
  news: string;
}

export function notificationQueries(database: Database) {
  const statements = {
    list: database.prepare<[], Row>('SELECT * FROM notification ORDER BY id DESC'),
    add: database.prepare<[number, string], { id: number }>(
      'INSERT INTO notification (at, news) VALUES (?, ?) RETURNING id',
    ),
    thinOut: database.prepare(
      `DELETE FROM notification WHERE id <= (SELECT id FROM notification ORDER BY id DESC LIMIT 1 OFFSET ${mostKept})`,
    ),
    markRead: database.prepare('UPDATE notification SET read_at = ? WHERE id = ? AND read_at IS NULL'),
    remove: database.prepare('DELETE FROM notification WHERE id = ?'),
  };

  return {
    /** Newest first. */
    list: (): Notification[] =>
      statements.list.all().map(({ id, at, read_at: readAt, news }) => ({
        notificationId: id,
        at: new Date(at).toISOString(),
        read: readAt !== null,
        news: newsSchema.parse(JSON.parse(news)),
      })),
    /** Adds one and lets the oldest go; answers its id. Call it inside a transaction. */
    add(news: News, now: number): number {
      const id = statements.add.get(now, JSON.stringify(news))?.id ?? 0;
      statements.thinOut.run();
      return id;
    },
    markRead: (notificationId: number, now: number): boolean =>
      statements.markRead.run(now, notificationId).changes > 0,
    remove(notificationId: number): void {
      statements.remove.run(notificationId);
    },
  };
}
