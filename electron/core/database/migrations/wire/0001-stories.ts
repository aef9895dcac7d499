import type { Migration } from '../../migrate.ts';

/**
 * Stories and their versions. Version ids are in arrival order, and the inbox is ordered by the id of each story's
 * newest version, so that it needs no sort at any size.
 */
export const stories: Migration = {
  name: '0001-stories',
  run(database) {
    database.exec(`
      CREATE TABLE story (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uri TEXT NOT NULL UNIQUE,
        source_id TEXT NOT NULL,
        newest_version_id INTEGER NOT NULL UNIQUE,
        version_count INTEGER NOT NULL,
        effective_status TEXT NOT NULL,
        embargoed_until INTEGER,
        embargo_unreadable INTEGER NOT NULL,
        urgency INTEGER
      ) STRICT;
      CREATE INDEX story_by_urgency ON story (newest_version_id) WHERE urgency <= 3;

      CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL,
        source_id TEXT NOT NULL,
        version TEXT,
        content_hash TEXT NOT NULL,
        format TEXT NOT NULL,
        headline TEXT NOT NULL,
        teaser TEXT NOT NULL,
        pub_status TEXT NOT NULL,
        version_created INTEGER,
        word_count INTEGER NOT NULL,
        problems TEXT NOT NULL,
        arrived_at INTEGER NOT NULL,
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX version_by_story ON version (story_id, id);
      CREATE INDEX version_by_arrival ON version (arrived_at);

      CREATE TABLE story_source (
        source_id TEXT NOT NULL,
        story_id INTEGER NOT NULL,
        newest_version_id INTEGER NOT NULL,
        PRIMARY KEY (source_id, story_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX story_source_by_newest ON story_source (source_id, newest_version_id);
      CREATE INDEX story_source_by_story ON story_source (story_id);

      CREATE VIRTUAL TABLE search USING fts5 (
        headline, body, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
      );

      CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO counter (name, value) VALUES ('stories', 0);
    `);
  },
};
