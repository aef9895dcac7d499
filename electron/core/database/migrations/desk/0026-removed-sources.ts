import type { Migration } from '../../migrate.ts';

/** Wire stories that were taken off an article's sources, as they stood among them: they can be put back as they were. */
export const removedSources: Migration = {
  name: '0026-removed-sources',
  run(database) {
    database.exec(`
      CREATE TABLE removed_source (
        article_id TEXT NOT NULL REFERENCES article (id),
        story_id INTEGER NOT NULL,
        version_id INTEGER NOT NULL,
        settled_version_id INTEGER NOT NULL,
        settled_status TEXT NOT NULL,
        uri TEXT NOT NULL,
        headline TEXT NOT NULL,
        source_name TEXT NOT NULL,
        credit_name TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        removed_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, story_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
