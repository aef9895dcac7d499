import type { Migration } from '../../migrate.ts';

/** Findings of the checks that a person has decided to leave as they are, in one article. */
export const ignoredFindings: Migration = {
  name: '0011-ignored-findings',
  run(database) {
    database.exec(`
      CREATE TABLE ignored_finding (
        article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        ignored_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
