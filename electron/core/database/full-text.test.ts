import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullTextMatch } from './full-text.ts';

describe('what a person types becomes a search', () => {
  test.each([
    ['kerja', '"kerja" *'],
    ['kerja sama', '"kerja" AND "sama" *'],
    ['“kerja sama” asean', '"kerja sama" AND "asean" *'],
    ['timnas -olahraga', '("timnas") NOT ("olahraga" *)'],
    ['e-commerce', '"e commerce" *'],
    ['kerja ', '"kerja" *'],
    ['   ', null],
    ['-olahraga', null],
    ['"', null],
  ])('%s', (query, expected) => {
    expect(fullTextMatch(query)).toBe(expected);
  });

  test.each([
    ['c', ['vitamin c', 'vitamin cair', 'cuaca', 'c4']],
    ['vitamin C', ['vitamin c', 'vitamin cair']],
    ['cuaca -v', ['cuaca']],
  ])('a single letter begins a word: %s', (query, expected) => {
    const database = new SqliteDatabase(':memory:');
    database.exec("CREATE VIRTUAL TABLE search USING fts5 (body, prefix='2 3')");
    const insert = database.prepare('INSERT INTO search (body) VALUES (?)');
    for (const body of ['vitamin c', 'vitamin cair', 'cuaca', 'c4', 'acar', 'vitamin d']) insert.run(body);
    const found = database.prepare('SELECT body FROM search WHERE search MATCH ? ORDER BY rowid').pluck();
    expect(found.all(fullTextMatch(query))).toEqual(expected);
    database.close();
  });

  test('no input at all makes SQLite refuse the expression', () => {
    const database = new SqliteDatabase(':memory:');
    database.exec("CREATE VIRTUAL TABLE search USING fts5 (body, prefix='2 3')");
    const run = database.prepare('SELECT rowid FROM search WHERE search MATCH ?');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const match = fullTextMatch(query);
        if (match !== null) run.all(match);
      }),
      { numRuns: 1000 },
    );
    database.close();
  });
});
