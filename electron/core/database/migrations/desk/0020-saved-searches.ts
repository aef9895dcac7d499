import type { Migration } from '../../migrate.ts';

/** Searches of the wire that are kept, in the order in which they were saved. */
export const savedSearches: Migration = {
  name: '0020-saved-searches',
  run(database) {
    database.exec(`
      CREATE TABLE saved_search (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        query TEXT NOT NULL
      ) STRICT;
    `);
  },
};
