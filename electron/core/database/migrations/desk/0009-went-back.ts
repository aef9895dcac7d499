import type { Migration } from '../../migrate.ts';

/** When an earlier state of the desk was put in place, and what time that state was of. */
export const wentBack: Migration = {
  name: '0009-went-back',
  run(database) {
    database.exec(`
      CREATE TABLE went_back (
        at INTEGER NOT NULL,
        since INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
