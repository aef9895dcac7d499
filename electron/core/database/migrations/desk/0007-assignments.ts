import type { Migration } from '../../migrate.ts';

/** Whom articles lie with, who has opened what was sent, and the trail of every article. */
export const assignments: Migration = {
  name: '0007-assignments',
  run(database) {
    database.exec(`
      CREATE TABLE assignment (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES article (id),
        from_person TEXT NOT NULL REFERENCES person (id),
        to_person TEXT REFERENCES person (id),
        to_role TEXT,
        note TEXT NOT NULL,
        sent_at INTEGER NOT NULL,
        state_before TEXT NOT NULL,
        state_after TEXT NOT NULL,
        previous TEXT REFERENCES assignment (id),
        ended_at INTEGER,
        outcome TEXT,
        CHECK ((to_person IS NULL) <> (to_role IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX assignment_open ON assignment (article_id) WHERE ended_at IS NULL;

      CREATE TABLE assignment_opened (
        assignment_id TEXT NOT NULL REFERENCES assignment (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        opened_at INTEGER NOT NULL,
        PRIMARY KEY (assignment_id, person_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE activity (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id TEXT NOT NULL REFERENCES article (id),
        at INTEGER NOT NULL,
        person_id TEXT REFERENCES person (id),
        entry TEXT NOT NULL,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX activity_by_article ON activity (article_id, number DESC);

      INSERT INTO activity (article_id, at, entry, note)
        SELECT id, created_at, '{"kind":"created"}', '' FROM article ORDER BY number;
    `);
  },
};
