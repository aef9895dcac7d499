import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { wireMigrations } from './migrations/wire/index.ts';

test('the one index of earlier versions becomes one in parts, with every newest version in its part', () => {
  const database = new SqliteDatabase(':memory:');
  migrate(database, wireMigrations.slice(0, 1));
  const insertVersion = database.prepare(
    `INSERT INTO version (id, story_id, source_id, content_hash, format, headline, teaser, pub_status, word_count,
       problems, arrived_at, content)
     VALUES (@id, @storyId, 'a', '', 'rss', @headline, '', 'usable', 1, '[]', 0, @content)`,
  );
  const insertStory = database.prepare(
    `INSERT INTO story (uri, source_id, newest_version_id, version_count, effective_status, embargo_unreadable)
     VALUES (?, 'a', ?, 1, 'usable', 0)`,
  );
  const version = (id: number, storyId: number, headline: string, bodyText: string) =>
    insertVersion.run({ id, storyId, headline, content: JSON.stringify({ bodyText }) });
  version(1, 1, 'Gempa', 'Dua korban.');
  version(32_767, 1, 'Gempa', 'Tiga korban.');
  version(32_768, 2, 'Banjir', 'Tidak ada korban.');
  insertStory.run('urn:1', 32_767);
  insertStory.run('urn:2', 32_768);

  migrate(database, wireMigrations);

  const found = (part: number, match: string) =>
    database
      .prepare(`SELECT rowid FROM search_${part} WHERE search_${part} MATCH ? ORDER BY rowid`)
      .pluck()
      .all(match);
  expect(found(0, 'korban')).toEqual([32_767]);
  expect(found(0, 'gempa AND tiga')).toEqual([32_767]);
  expect(found(1, 'headline : banjir')).toEqual([32_768]);
  expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search'").get()).toBeUndefined();
  database.close();
});
