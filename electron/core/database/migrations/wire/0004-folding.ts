import type { Migration } from '../../migrate.ts';

/**
 * Duplicates: a story that says what an earlier one says is folded into it. A head is never folded itself. Whoever takes
 * a head out leaves the stories under it standing by themselves. `sketch` holds 32-bit numbers, ascending, in the byte
 * order of little-endian machines; `at` is the story's own time.
 */
export const folding: Migration = {
  name: '0004-folding',
  run(database) {
    database.exec(`
      ALTER TABLE story ADD COLUMN folded_into INTEGER;
      CREATE INDEX story_by_head ON story (folded_into) WHERE folded_into IS NOT NULL;

      CREATE TABLE recent_sketch (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        sketch BLOB NOT NULL
      ) STRICT;

      CREATE TRIGGER story_unfolds AFTER DELETE ON story BEGIN
        UPDATE story SET folded_into = NULL WHERE folded_into = old.id;
      END;
    `);
  },
};
