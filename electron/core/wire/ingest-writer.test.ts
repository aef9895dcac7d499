import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { emptyStory } from '../../../shared/domain/empty-story.ts';
import type { Database } from '../database/open.ts';
import { createIngestWriter, type IngestWriter } from './ingest-writer.ts';
import { parsedStoryOf, type ParsedStory } from './parsed-story.ts';
import { openTestWire, type TestWire } from './testing-wire.ts';

const sourceA = '00000000-0000-4000-8000-00000000000a';
const sourceB = '00000000-0000-4000-8000-00000000000b';

function parsed(details: Partial<WireStory> & { uri: string; bodyText?: string }): ParsedStory {
  const bodyText = details.bodyText ?? 'Harga cabai turun.';
  const story: WireStory = {
    ...emptyStory(details.uri),
    headline: 'Harga cabai turun',
    language: 'id',
    pubStatus: 'usable',
    body: buildDocument([paragraph([text(bodyText)])]),
    ...details,
    bodyText,
  };
  return parsedStoryOf(story);
}

let wire: TestWire;
let database: Database;
let writer: IngestWriter;

beforeEach(() => {
  wire = openTestWire();
  ({ database } = wire);
  writer = createIngestWriter(database);
});

afterEach(() => wire.close());

function store(sourceId: string, ...stories: ParsedStory[]) {
  return writer.store({ sourceId, format: 'rss', stories }, 1_000, async () => {});
}

function storyRow(uri: string) {
  return database
    .prepare<
      [string],
      {
        newest_version_id: number;
        version_count: number;
        effective_status: string;
        embargoed_until: number | null;
      }
    >('SELECT * FROM story WHERE uri = ?')
    .get(uri);
}

function found(words: string): number[] {
  return database
    .prepare<[string], number>('SELECT rowid FROM search_0 WHERE search_0 MATCH ? ORDER BY rowid')
    .pluck()
    .all(words);
}

describe('storing what arrived', () => {
  test('the same story from two channels is one story, listed under both', async () => {
    await store(sourceA, parsed({ uri: 'https://example.test/1' }));
    const second = await store(sourceB, parsed({ uri: 'https://example.test/1' }));
    expect(second).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    expect(database.prepare('SELECT source_id FROM story_source ORDER BY source_id').pluck().all()).toEqual([
      sourceA,
      sourceB,
    ]);
  });

  test('plain numbers as identity do not collide between sources', async () => {
    await store(sourceA, parsed({ uri: '17' }));
    expect(await store(sourceB, parsed({ uri: '17', bodyText: 'Lain sama sekali.' }))).toMatchObject({
      added: 1,
    });
  });

  test('a changed body is a new version: it surfaces, and search knows only it', async () => {
    await store(sourceA, parsed({ uri: 'urn:1', bodyText: 'Ada dua korban.' }));
    await store(sourceA, parsed({ uri: 'urn:2', bodyText: 'Lain.' }));
    await store(sourceA, parsed({ uri: 'urn:1', bodyText: 'Ada tiga korban.' }));
    expect(storyRow('urn:1')).toMatchObject({ version_count: 2, newest_version_id: 3 });
    expect(found('dua')).toEqual([]);
    expect(found('tiga')).toEqual([3]);
  });

  test('a version that comes late but is older does not replace the newer one', async () => {
    await store(
      sourceA,
      parsed({ uri: 'urn:1', bodyText: 'Baru.', versionCreated: '2026-01-02T10:00:00+07:00' }),
    );
    await store(
      sourceA,
      parsed({ uri: 'urn:1', bodyText: 'Lama.', versionCreated: '2026-01-02T09:00:00+07:00' }),
    );
    expect(storyRow('urn:1')).toMatchObject({ version_count: 2, newest_version_id: 1 });
    expect(found('baru')).toEqual([1]);
  });

  test('a cancel wins in both orders of arrival', async () => {
    const cancel = {
      pubStatus: 'canceled',
      bodyText: 'Ditarik.',
      versionCreated: '2026-01-02T10:00:00Z',
    } as const;
    const update = { bodyText: 'Pembaruan.', versionCreated: '2026-01-02T11:00:00Z' };
    await store(sourceA, parsed({ uri: 'urn:1', ...cancel }), parsed({ uri: 'urn:1', ...update }));
    await store(sourceA, parsed({ uri: 'urn:2', ...update }), parsed({ uri: 'urn:2', ...cancel }));
    expect(storyRow('urn:1')?.effective_status).toBe('canceled');
    expect(storyRow('urn:2')?.effective_status).toBe('canceled');
  });

  test('a withdrawal that only names the story is listed under its headline, with the reason', async () => {
    const withdrawal = {
      headline: null,
      bodyText: '',
      pubStatus: 'canceled',
      edNote: 'Identitas keliru.',
    } as const;
    await store(sourceA, parsed({ uri: 'urn:1', versionCreated: '2026-01-02T10:00:00Z' }));
    await store(sourceA, parsed({ uri: 'urn:1', ...withdrawal, versionCreated: '2026-01-02T11:00:00Z' }));
    const listed = database
      .prepare('SELECT headline, teaser FROM version WHERE id = ?')
      .get(storyRow('urn:1')?.newest_version_id);
    expect(listed).toEqual({ headline: 'Harga cabai turun', teaser: 'Identitas keliru.' });
    expect(found('cabai')).toEqual([2]);
  });

  test('a withdrawal that came before the story it names takes the story’s headline, and is told once it stands', async () => {
    const withdrawal = { headline: null, bodyText: '', pubStatus: 'canceled', edNote: 'Keliru.' } as const;
    const first = await store(
      sourceA,
      parsed({ uri: 'urn:1', ...withdrawal, versionCreated: '2026-01-02T11:00:00Z' }),
    );
    const second = await store(sourceA, parsed({ uri: 'urn:1', versionCreated: '2026-01-02T10:00:00Z' }));
    expect([first.withdrawn, second.withdrawn]).toEqual([[1], [1]]);
    const listed = database
      .prepare("SELECT headline, content ->> '$.headline' AS told FROM version WHERE id = ?")
      .get(storyRow('urn:1')?.newest_version_id);
    expect(listed).toEqual({ headline: 'Harga cabai turun', told: 'Harga cabai turun' });
    expect(found('cabai')).toEqual([1]);
  });

  test('a lifted embargo is lifted by the newer version', async () => {
    await store(
      sourceA,
      parsed({
        uri: 'urn:1',
        embargoed: '2026-01-03T09:00:00+07:00',
        versionCreated: '2026-01-02T09:00:00Z',
      }),
    );
    expect(storyRow('urn:1')?.embargoed_until).toBe(Date.parse('2026-01-03T09:00:00+07:00'));
    await store(sourceA, parsed({ uri: 'urn:1', versionCreated: '2026-01-02T10:00:00Z' }));
    expect(storyRow('urn:1')?.embargoed_until).toBeNull();
  });

  test('a delivery of hundreds goes in parts, and every story counts', async () => {
    const told: number[] = [];
    const stories = Array.from({ length: 250 }, (_, index) => parsed({ uri: `urn:${index}` }));
    const result = await writer.store({ sourceId: sourceA, format: 'rss', stories }, 1, async (stored) => {
      told.push(stored);
    });
    expect(result.added).toBe(250);
    expect(told).toEqual([0, 100, 200, 250]);
    expect(database.prepare("SELECT value FROM counter WHERE name = 'stories'").pluck().get()).toBe(250);
  });

  test('a delivery that is stopped between two parts leaves what was stored', async () => {
    const stories = Array.from({ length: 250 }, (_, index) => parsed({ uri: `urn:${index}` }));
    const goOn = async (stored: number) => stored < 100;
    const result = await writer.store({ sourceId: sourceA, format: 'rss', stories }, 1, goOn);
    expect(result).toMatchObject({ added: 100 });
    expect(database.prepare('SELECT count(*) FROM story').pluck().get()).toBe(100);
  });
});
