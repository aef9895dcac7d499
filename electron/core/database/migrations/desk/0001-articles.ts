import type { Migration } from '../../migrate.ts';

/** Articles with their working copy, revisions, sources, the answers to saves already made, pictures, what was read. */
export const articles: Migration = {
  name: '0001-articles',
  run(database) {
    database.exec(`
      CREATE TABLE article (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL,
        base INTEGER NOT NULL,
        fields TEXT NOT NULL,
        document TEXT NOT NULL,
        headline TEXT NOT NULL,
        section TEXT NOT NULL,
        byline TEXT NOT NULL,
        teaser TEXT NOT NULL,
        word_count INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        trashed_at INTEGER
      ) STRICT;
      CREATE INDEX article_by_update ON article (updated_at DESC, number DESC);
      CREATE INDEX article_by_state ON article (state, updated_at DESC, number DESC);

      CREATE VIRTUAL TABLE article_search USING fts5 (
        headline, body, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
      );

      CREATE TABLE mutation (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES article (id),
        base INTEGER NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mutation_by_time ON mutation (saved_at);

      CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id TEXT NOT NULL REFERENCES article (id),
        created_at INTEGER NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        person_code TEXT NOT NULL,
        base INTEGER NOT NULL,
        fields TEXT NOT NULL,
        document TEXT NOT NULL,
        word_count INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX revision_by_article ON revision (article_id, id DESC);

      CREATE TABLE article_source (
        article_id TEXT NOT NULL REFERENCES article (id),
        story_id INTEGER NOT NULL,
        version_id INTEGER NOT NULL,
        uri TEXT NOT NULL,
        headline TEXT NOT NULL,
        source_name TEXT NOT NULL,
        credit_name TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, story_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_source_by_story ON article_source (story_id);

      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        mime_type TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
