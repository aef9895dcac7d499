import { articleAddress } from '../../../../../shared/domain/slug.ts';
import type { Migration } from '../../migrate.ts';

/** The last part of an article's address, whether its slug was typed or follows from the headline: is there one like it? */
export const addresses: Migration = {
  name: '0033-addresses',
  run(database) {
    database.exec(`ALTER TABLE article ADD COLUMN address TEXT NOT NULL DEFAULT ''`);
    const articles = database
      .prepare<[], { number: number; headline: string; slug: string | null }>(
        `SELECT number, headline, json_extract(fields, '$.slug') AS slug FROM article`,
      )
      .all();
    const set = database.prepare<[string, number]>('UPDATE article SET address = ? WHERE number = ?');
    for (const { number, headline, slug } of articles) {
      set.run(articleAddress({ headline, slug: slug ?? '' }), number);
    }
    database.exec(`
      DROP INDEX article_by_slug;
      CREATE INDEX article_by_address ON article (address, number DESC);
    `);
  },
};
