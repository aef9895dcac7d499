import type { Migration } from '../../migrate.ts';

/**
 * What changes of sources mean for articles: one row for each article and story, one of which may be open. `progress` says up to
 * which version of the wire changes were looked at; NULL before the first look.
 */
export const impact: Migration = {
  name: '0024-impact',
  run(database) {
    database.exec(`
      CREATE TABLE impact (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        story_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        kinds TEXT NOT NULL,
        rank INTEGER NOT NULL,
        base_version_id INTEGER NOT NULL,
        base_status TEXT NOT NULL,
        version_id INTEGER NOT NULL,
        status TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        closed_at INTEGER,
        closed_by TEXT,
        reason TEXT NOT NULL DEFAULT '',
        mended TEXT NOT NULL DEFAULT '[]'
      ) STRICT;
      CREATE UNIQUE INDEX impact_open ON impact (story_id, article_id) WHERE state = 'open';
      CREATE INDEX impact_by_closing ON impact (closed_at DESC, id DESC) WHERE state <> 'open';
      CREATE INDEX impact_by_article ON impact (article_id);

      CREATE TABLE impact_progress (looked_up_to INTEGER) STRICT;
      INSERT INTO impact_progress (looked_up_to) VALUES (NULL);
    `);
  },
};
