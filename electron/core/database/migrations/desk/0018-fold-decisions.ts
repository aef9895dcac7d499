import type { Migration } from '../../migrate.ts';

/**
 * What people decided about duplicates: under which head a story stands, or (null) that it stands by itself. It goes
 * before what the ingest worker folded. A head named here stands under no other.
 */
export const foldDecisions: Migration = {
  name: '0018-fold-decisions',
  run(database) {
    database.exec(`
      CREATE TABLE fold_decision (
        story_id INTEGER PRIMARY KEY,
        head_id INTEGER,
        decided_by TEXT NOT NULL,
        decided_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX fold_decision_by_head ON fold_decision (head_id) WHERE head_id IS NOT NULL;
    `);
  },
};
