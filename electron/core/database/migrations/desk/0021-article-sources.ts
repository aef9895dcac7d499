import type { Migration } from '../../migrate.ts';

/**
 * Up to which version and status of a source somebody has decided what it means for the article (what came after is told),
 * and sources that are no wire stories: pages and files, kept as they were read.
 */
export const articleSources: Migration = {
  name: '0021-article-sources',
  run(database) {
    database.exec(`
      ALTER TABLE article_source ADD COLUMN settled_version_id INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE article_source ADD COLUMN settled_status TEXT NOT NULL DEFAULT 'usable';
      UPDATE article_source SET settled_version_id = version_id;

      CREATE TABLE article_reference (
        id TEXT PRIMARY KEY,
        article_id TEXT NOT NULL REFERENCES article (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        address TEXT,
        credit_name TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        document TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        added_by TEXT NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_reference_by_article ON article_reference (article_id, added_at);
    `);
  },
};
