import type { Migration } from '../../migrate.ts';

/**
 * Routing rules, what of the wire's matches they were acted on up to, and a log of what was done. A firing is written
 * before its actions begin: `outcomes` is null while they run.
 */
export const rules: Migration = {
  name: '0019-rules',
  run(database) {
    database.exec(`
      ALTER TABLE story_mark ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE story_mark ADD COLUMN section TEXT;

      CREATE TABLE rule (
        id TEXT PRIMARY KEY,
        facts TEXT NOT NULL,
        person_id TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        removed_at INTEGER,
        firings INTEGER NOT NULL DEFAULT 0,
        last_fired_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE rule_firing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        rule_id TEXT NOT NULL,
        rule_name TEXT NOT NULL,
        story_id INTEGER NOT NULL,
        headline TEXT NOT NULL,
        at INTEGER NOT NULL,
        actions TEXT NOT NULL,
        outcomes TEXT,
        drafted INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX rule_firing_by_draft ON rule_firing (at) WHERE drafted = 1;

      CREATE TABLE rule_progress (acted_up_to INTEGER NOT NULL) STRICT;
      INSERT INTO rule_progress (acted_up_to) VALUES (0);
    `);
  },
};
