import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/open.ts';
import { createLeftStories } from './left-stories.ts';
import { eventually, feedOf, openSourceDesk, type SourceDesk } from './testing-sources.ts';
import { openTestWire, type TestWire } from './testing-wire.ts';

const DAY_MS = 86_400_000;

describe('a story that left by retention', () => {
  let open: SourceDesk;
  beforeEach(async () => {
    open = await openSourceDesk();
  });
  afterEach(() => open.close());

  async function nothingNew(id: string): Promise<void> {
    const { rows } = await open.deliveries(id);
    expect(rows[0]).toMatchObject({ added: 0, unchanged: 2 });
  }

  test('is not brought in again by the feed that still lists it, until it says something else', async () => {
    open.answer = (_request, response) => response.end(feedOf(['Satu', 'Dua']));
    const { id } = await open.add({ keepStoriesDays: 7 });
    await open.settled(id);
    open.desk.advance(8 * DAY_MS);
    await eventually(async () => expect(await open.headlines()).toEqual([]));

    open.answer = (_request, response) => response.end(`${feedOf(['Satu', 'Dua'])}\n`);
    await open.checkAgain(id);
    await nothingNew(id);
    expect(await open.headlines()).toEqual([]);

    open.answer = (_request, response) => response.end(feedOf(['Satu', 'Dua, diperbarui', 'Tiga']));
    await open.checkAgain(id);
    expect((await open.headlines()).sort()).toEqual(['Dua, diperbarui', 'Tiga']);

    // Another source's copy is another matter.
    open.answer = (_request, response) => response.end(feedOf(['Satu']));
    const other = await open.add();
    await open.settled(other.id);
    expect(await open.headlines()).toContain('Satu');
  });
});

describe('what is remembered', () => {
  let wire: TestWire;
  let database: Database;
  beforeEach(() => {
    wire = openTestWire();
    ({ database } = wire);
  });
  afterEach(() => wire.close());

  function store(id: number): void {
    database
      .prepare(
        `INSERT INTO story (id, uri, source_id, newest_version_id, version_count, effective_status, embargo_unreadable)
         VALUES (@id, @uri, 's', @id, 1, 'usable', 0)`,
      )
      .run({ id, uri: `urn:${id}` });
    database
      .prepare(
        `INSERT INTO version (id, story_id, source_id, content_hash, format, headline, teaser, pub_status, word_count,
           problems, arrived_at, content) VALUES (@id, @id, 's', 'hash', 'rss', '', '', 'usable', 1, '[]', 1, '{}')`,
      )
      .run({ id, uri: `urn:${id}` });
  }
  const version = (id: number) => ({ uri: `urn:${id}`, contentHash: 'hash' });

  test('is bounded: the oldest go, but not what is still listed', () => {
    const left = createLeftStories(database, 4);
    for (let id = 1; id <= 4; id += 1) {
      store(id);
      left.leave('s', [id]);
    }
    // Still listed, so it moves to the end.
    expect(left.hasLeft('s', version(1))).toBe(true);
    store(5);
    left.leave('s', [5]);
    const remembered = [1, 2, 3, 4, 5].filter((id) => left.hasLeft('s', version(id)));
    expect(remembered).toEqual([1, 3, 4, 5]);
    expect(database.prepare('SELECT count(*) FROM left_story').pluck().get()).toBeLessThanOrEqual(4);
    expect(left.hasLeft('other', version(5))).toBe(false);
  });
});
