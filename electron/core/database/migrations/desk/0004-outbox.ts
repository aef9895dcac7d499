import type { Migration } from '../../migrate.ts';

/** Lanes of jobs, who asked for a delivery, what was exchanged with a target, targets in trouble. */
export const outbox: Migration = {
  name: '0004-outbox',
  run(database) {
    database.exec(`
      ALTER TABLE job ADD COLUMN lane TEXT NOT NULL DEFAULT '';
      UPDATE job SET lane = json_extract(payload, '$.targetId') WHERE kind = 'publishing.deliver';
      CREATE INDEX job_by_lane ON job (kind, lane, run_at);

      ALTER TABLE delivery ADD COLUMN asked_by TEXT NOT NULL DEFAULT '';

      CREATE TABLE delivery_exchange (
        delivery_id TEXT NOT NULL REFERENCES delivery (id),
        attempt INTEGER NOT NULL,
        position INTEGER NOT NULL,
        at INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        method TEXT NOT NULL,
        address TEXT NOT NULL,
        sent BLOB,
        status INTEGER,
        answer BLOB,
        PRIMARY KEY (delivery_id, attempt, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE target_trouble (
        target_id TEXT PRIMARY KEY REFERENCES target (id),
        since INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        error TEXT NOT NULL,
        next_try_at INTEGER
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
