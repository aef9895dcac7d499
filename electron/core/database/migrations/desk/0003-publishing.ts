import type { Migration } from '../../migrate.ts';

/** Targets, what stands where, and the outbox: every delivery with its pinned revision, kept for good. */
export const publishing: Migration = {
  name: '0003-publishing',
  run(database) {
    database.exec(`
      CREATE TABLE target (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        configuration TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE target_memory (
        target_id TEXT NOT NULL REFERENCES target (id),
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (target_id, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE placement (
        article_id TEXT NOT NULL REFERENCES article (id),
        target_id TEXT NOT NULL REFERENCES target (id),
        remote TEXT,
        slug TEXT NOT NULL,
        url TEXT,
        revision_id INTEGER NOT NULL REFERENCES revision (id),
        live INTEGER NOT NULL,
        first_published_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, target_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX placement_by_target ON placement (target_id, live, first_published_at DESC);
      CREATE INDEX placement_by_slug ON placement (target_id, slug);

      CREATE TABLE delivery (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        request_id TEXT NOT NULL UNIQUE,
        article_id TEXT NOT NULL REFERENCES article (id),
        target_id TEXT NOT NULL REFERENCES target (id),
        revision_id INTEGER NOT NULL REFERENCES revision (id),
        headline TEXT NOT NULL,
        action TEXT NOT NULL,
        state TEXT NOT NULL,
        marker TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        history TEXT NOT NULL DEFAULT '[]',
        retry_at INTEGER,
        error TEXT,
        url TEXT,
        differences TEXT NOT NULL DEFAULT '[]',
        found_at_target TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX delivery_by_article ON delivery (article_id, target_id, number);
      CREATE INDEX delivery_unfinished ON delivery (state)
        WHERE state IN ('queued', 'sending', 'retry', 'conflict', 'failed');

      CREATE TABLE popular (
        position INTEGER PRIMARY KEY,
        article_id TEXT NOT NULL UNIQUE REFERENCES article (id)
      ) STRICT;
    `);
  },
};
