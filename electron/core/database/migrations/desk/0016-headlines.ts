import type { Migration } from '../../migrate.ts';

/** Headlines and slugs are asked for as a person writes: is there one like it? */
export const headlines: Migration = {
  name: '0016-headlines',
  run(database) {
    database.exec(`
      CREATE INDEX article_by_headline ON article (headline COLLATE NOCASE, number DESC);
      CREATE INDEX article_by_slug ON article (json_extract(fields, '$.slug'), number DESC);
    `);
  },
};
