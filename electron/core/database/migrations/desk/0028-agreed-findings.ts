import type { Migration } from '../../migrate.ts';

/** What whoever published a revision said yes to: it is not asked again when that revision is moved, released or sent again. */
export const agreedFindings: Migration = {
  name: '0028-agreed-findings',
  run(database) {
    database.exec(`
      CREATE TABLE agreed_finding (
        revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        PRIMARY KEY (revision_id, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
