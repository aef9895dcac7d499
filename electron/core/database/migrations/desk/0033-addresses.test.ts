import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../migrate.ts';
import { deskMigrations } from './index.ts';

test('articles from before have the address their slug or their headline leads to', () => {
  const database = new BetterSqlite(':memory:');
  const before = deskMigrations.findIndex(({ name }) => name === '0033-addresses');
  migrate(database, deskMigrations.slice(0, before));
  const insert = database.prepare(
    `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
     VALUES (?, 'draft', 1, ?, '{}', ?, '', '', '', 0, 1, 1)`,
  );
  insert.run('a', '{"slug":"bocor"}', 'Bocor atau tidak');
  insert.run('b', '{"slug":""}', 'Bocor, atau tidak?');
  insert.run('c', '{}', '');
  migrate(database, deskMigrations);
  const rows = database.prepare('SELECT id, address FROM article ORDER BY id').raw().all();
  database.close();
  expect(rows).toEqual([
    ['a', 'bocor'],
    ['b', 'bocor-atau-tidak'],
    ['c', ''],
  ]);
});
