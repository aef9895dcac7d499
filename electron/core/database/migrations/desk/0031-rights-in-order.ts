import type { Migration } from '../../migrate.ts';

/**
 * The ledger's pages are read along an index: every picture has its line, in the order in which it is shown. `ends_at` of a
 * licence without an end is the last instant there is; `age` is the time it came in, negative, so that the newest come first.
 */
export const rightsInOrder: Migration = {
  name: '0031-rights-in-order',
  run(database) {
    database.exec(`
      DROP INDEX picture_right_by_end;
      ALTER TABLE picture_right RENAME TO picture_right_before;
      CREATE TABLE picture_right (
        media_id TEXT PRIMARY KEY REFERENCES media (id),
        credit TEXT NOT NULL,
        ends_at INTEGER NOT NULL,
        uses TEXT NOT NULL,
        notice TEXT NOT NULL,
        said_by TEXT NOT NULL,
        person_id TEXT,
        at INTEGER NOT NULL,
        age INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO picture_right
        SELECT media.id, coalesce(credit, ''), coalesce(expires_at, 8640000000000000), coalesce(uses, 'open'),
          coalesce(notice, ''), coalesce(said_by, 'nobody'), person_id, coalesce(at, created_at), -created_at
        FROM media LEFT JOIN picture_right_before ON media_id = media.id;
      DROP TABLE picture_right_before;
      CREATE INDEX picture_right_in_order ON picture_right (ends_at, age, media_id);
    `);
  },
};
