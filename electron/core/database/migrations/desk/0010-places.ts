import type { Migration } from '../../migrate.ts';

/** What was on screen last, and where one was in each article. Not part of any article: it goes with it. */
export const places: Migration = {
  name: '0010-places',
  run(database) {
    database.exec(`
      CREATE TABLE last_screen (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        screen TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE article_place (
        article_id TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        place TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
