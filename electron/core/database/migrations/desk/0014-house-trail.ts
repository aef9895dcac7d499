import type { Migration } from '../../migrate.ts';

/** Who did what that belongs to no one article. */
export const houseTrail: Migration = {
  name: '0014-house-trail',
  run(database) {
    database.exec(`
      CREATE TABLE house_trail (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        person_id TEXT REFERENCES person (id),
        entry TEXT NOT NULL
      ) STRICT;
    `);
  },
};
