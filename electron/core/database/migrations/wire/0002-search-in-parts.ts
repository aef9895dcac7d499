import type { Migration } from '../../migrate.ts';
import { createSearchParts, firstVersionOf, partOf, partTable } from '../../search-parts.ts';

/** One full-text index over the archive becomes one for every 32,768 versions: see search-parts.ts. */
export const searchInParts: Migration = {
  name: '0002-search-in-parts',
  run(database) {
    const newest = database.prepare('SELECT coalesce(max(id), 0) FROM version').pluck().get() as number;
    createSearchParts(database, newest);
    for (let part = 0; part <= partOf(newest); part += 1) {
      database.exec(
        `INSERT INTO ${partTable(part)} (rowid, headline, body)
         SELECT version.id, version.headline, version.content ->> '$.bodyText'
         FROM story JOIN version ON version.id = story.newest_version_id
         WHERE version.id >= ${firstVersionOf(part)} AND version.id < ${firstVersionOf(part + 1)}`,
      );
    }
    database.exec('DROP TABLE search');
  },
};
