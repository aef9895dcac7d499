import type { Migration } from '../../migrate.ts';

/**
 * What sources repeat, told from what is new. `said`: the versions (ids, separated by commas) a source said of a story the
 * last time it said anything of it; null where that was not noted. `said_again`: the latest time, by the source's own clock, at
 * which it said the same once more. `left_story`: what left by retention (see wire/left-stories.ts).
 */
export const saidAndLeft: Migration = {
  name: '0007-said-and-left',
  run(database) {
    database.exec(`
      ALTER TABLE story_source ADD COLUMN said TEXT;
      ALTER TABLE version ADD COLUMN said_again INTEGER;

      CREATE TABLE left_story (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        mark BLOB NOT NULL UNIQUE
      ) STRICT;
    `);
  },
};
