import type { Migration } from '../../migrate.ts';

/** Findings of fidelity somebody decided to leave as they are, with the reason, who and when. */
export const acceptedFindings: Migration = {
  name: '0022-accepted-findings',
  run(database) {
    database.exec(`
      CREATE TABLE accepted_finding (
        article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        note TEXT NOT NULL,
        person_id TEXT NOT NULL,
        accepted_at INTEGER NOT NULL,
        PRIMARY KEY (article_id, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
