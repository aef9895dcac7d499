import type { Migration } from '../../migrate.ts';

/** The persisted job queue, the wire sources as the house set them up, and what was read. */
export const jobsAndSources: Migration = {
  name: '0002-jobs-and-sources',
  run(database) {
    database.exec(`
      CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        payload TEXT NOT NULL,
        run_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        leased_until INTEGER,
        last_error TEXT,
        created_at INTEGER NOT NULL,
        UNIQUE (kind, key)
      ) STRICT;
      CREATE INDEX job_by_due_time ON job (run_at);

      CREATE TABLE source (
        id TEXT PRIMARY KEY,
        configuration TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE source_state (
        source_id TEXT PRIMARY KEY REFERENCES source (id),
        last_checked_at INTEGER,
        last_delivery_at INTEGER,
        failing_since INTEGER,
        failures INTEGER NOT NULL DEFAULT 0,
        error_code TEXT,
        error_detail TEXT,
        etag TEXT,
        last_modified TEXT,
        body_hash TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE folder_file (
        source_id TEXT NOT NULL REFERENCES source (id),
        path TEXT NOT NULL,
        stamp TEXT NOT NULL,
        PRIMARY KEY (source_id, path)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE story_read (
        story_id INTEGER PRIMARY KEY,
        read_at INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
