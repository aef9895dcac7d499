import type { Migration } from '../../migrate.ts';

/** What each source brought or failed to bring, and deliveries as they came. Versions from before have none. */
export const deliveries: Migration = {
  name: '0005-deliveries',
  run(database) {
    database.exec(`
      CREATE TABLE delivery (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        first_at INTEGER NOT NULL,
        times INTEGER NOT NULL DEFAULT 1,
        name TEXT NOT NULL,
        format TEXT,
        size INTEGER,
        added INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        set_aside TEXT NOT NULL,
        code TEXT,
        detail TEXT,
        payload_id INTEGER
      ) STRICT;
      CREATE INDEX delivery_by_source ON delivery (source_id, id);

      CREATE TABLE payload (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id TEXT NOT NULL,
        received_at INTEGER NOT NULL,
        name TEXT NOT NULL,
        content_type TEXT,
        size INTEGER NOT NULL,
        packed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX payload_by_source ON payload (source_id, id);

      CREATE TABLE payload_use (source_id TEXT PRIMARY KEY, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;

      ALTER TABLE version ADD COLUMN payload_id INTEGER;
    `);
  },
};
