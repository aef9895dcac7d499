import type { Migration } from '../../migrate.ts';

/** What the house has said in public of what it published. Rows are added, never changed or deleted. */
export const corrections: Migration = {
  name: '0023-corrections',
  run(database) {
    database.exec(`
      CREATE TABLE correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        request_id TEXT NOT NULL,
        article_id TEXT NOT NULL REFERENCES article (id),
        revision_id INTEGER NOT NULL REFERENCES revision (id),
        kind TEXT NOT NULL,
        other_article_id TEXT REFERENCES article (id),
        matter TEXT NOT NULL,
        text TEXT NOT NULL,
        person_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (request_id, article_id)
      ) STRICT;
      CREATE INDEX correction_by_article ON correction (article_id, number);
      CREATE INDEX correction_by_other ON correction (other_article_id) WHERE other_article_id IS NOT NULL;
      CREATE TRIGGER correction_never_changes BEFORE UPDATE ON correction
        BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;
      CREATE TRIGGER correction_never_goes BEFORE DELETE ON correction
        BEGIN SELECT raise(ABORT, 'corrections are never deleted'); END;
    `);
  },
};
