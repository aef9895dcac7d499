import type { Migration } from '../../migrate.ts';

/** The people of the house, who sits at this workplace, and under whom words, revisions and deliveries are recorded. */
export const people: Migration = {
  name: '0005-people',
  run(database) {
    database.exec(`
      CREATE TABLE person (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        code TEXT NOT NULL,
        role TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        left_at INTEGER
      ) STRICT;

      CREATE TABLE workplace (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        person_id TEXT NOT NULL REFERENCES person (id)
      ) STRICT;

      ALTER TABLE article ADD COLUMN edited_by TEXT REFERENCES person (id);
      ALTER TABLE revision ADD COLUMN person_id TEXT REFERENCES person (id);
      ALTER TABLE delivery DROP COLUMN asked_by;
      ALTER TABLE delivery ADD COLUMN asked_by TEXT REFERENCES person (id);
    `);
  },
};
