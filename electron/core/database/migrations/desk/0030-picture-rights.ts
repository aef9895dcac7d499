import type { Migration } from '../../migrate.ts';

/** What may be done with a picture, as its file or the desk says. */
export const pictureRights: Migration = {
  name: '0030-picture-rights',
  run(database) {
    database.exec(`
      CREATE TABLE picture_right (
        media_id TEXT PRIMARY KEY REFERENCES media (id),
        credit TEXT NOT NULL,
        expires_at INTEGER,
        uses TEXT NOT NULL,
        notice TEXT NOT NULL,
        said_by TEXT NOT NULL,
        person_id TEXT,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX picture_right_by_end ON picture_right (expires_at) WHERE expires_at IS NOT NULL;
    `);
  },
};
