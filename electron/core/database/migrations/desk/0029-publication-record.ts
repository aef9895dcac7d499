import type { Migration } from '../../migrate.ts';

/**
 * What was published, from which sources and on whose word, kept for good. `publication_record` is a chain: each line holds the
 * hash of the one before. Rows are added, never changed, deleted or put in each other's place: SQLite fires no trigger
 * for the rows that REPLACE takes away, so a row that is there already is passed over before it comes to that.
 * What stood behind a revision goes with the revision: entries take over what they need of it. The `exercise_` tables hold
 * what went to the site of the sample newsroom, which leaves no trace.
 */
export const publicationRecord: Migration = {
  name: '0029-publication-record',
  run(database) {
    for (const exercise of ['', 'exercise_']) {
      database.exec(`
        CREATE TABLE ${exercise}record_text (
          hash TEXT PRIMARY KEY,
          text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ${exercise}publication_record (
          number INTEGER PRIMARY KEY ${exercise === '' ? 'AUTOINCREMENT' : ''},
          id TEXT NOT NULL UNIQUE,
          article_id TEXT NOT NULL,
          target_id TEXT NOT NULL,
          delivery_id TEXT NOT NULL,
          content TEXT NOT NULL,
          previous_hash TEXT NOT NULL,
          hash TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE INDEX ${exercise}publication_record_by_article ON ${exercise}publication_record (article_id, number);
        CREATE TRIGGER ${exercise}record_text_stays BEFORE INSERT ON ${exercise}record_text
          WHEN EXISTS (SELECT 1 FROM ${exercise}record_text WHERE hash = NEW.hash)
          BEGIN SELECT raise(IGNORE); END;
        CREATE TRIGGER ${exercise}publication_record_stays BEFORE INSERT ON ${exercise}publication_record
          WHEN EXISTS (
            SELECT 1 FROM ${exercise}publication_record WHERE number = NEW.number OR id = NEW.id OR hash = NEW.hash
          )
          BEGIN SELECT raise(IGNORE); END;
      `);
    }
    for (const table of ['record_text', 'publication_record']) {
      database.exec(`
        CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table}
          BEGIN SELECT raise(ABORT, 'the record of publications is never changed'); END;
        CREATE TRIGGER ${table}_never_goes BEFORE DELETE ON ${table}
          BEGIN SELECT raise(ABORT, 'the record of publications is never deleted'); END;
      `);
    }
    database.exec(`
      CREATE TABLE pinned_evidence (
        revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
        content TEXT NOT NULL
      ) STRICT;
      ALTER TABLE ignored_finding ADD COLUMN person_id TEXT;
    `);
  },
};
