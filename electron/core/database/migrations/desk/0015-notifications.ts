import type { Migration } from '../../migrate.ts';

/** What happened that somebody at this workplace should know. */
export const notifications: Migration = {
  name: '0015-notifications',
  run(database) {
    database.exec(`
      CREATE TABLE notification (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        read_at INTEGER,
        news TEXT NOT NULL
      ) STRICT;
    `);
  },
};
