import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyStory } from '../../../shared/domain/empty-story.ts';
import { fullTextMatch } from '../database/full-text.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createInboxList } from './inbox-list.ts';
import { EVERYTHING, type ListFilter } from './list-filter.ts';
import { createIngestWriter } from './ingest-writer.ts';
import { parsedStoryOf } from './parsed-story.ts';

const sourceId = '00000000-0000-4000-8000-00000000000a';

let folder: string;
let wire: Database;
let desk: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-inbox-'));
  wire = openWireDatabase(folder);
  desk = openDeskDatabase(folder);
});

afterEach(() => {
  desk.close();
  wire.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The next version gets this id. */
function goOnFrom(versionId: number): void {
  wire.prepare("DELETE FROM sqlite_sequence WHERE name = 'version'").run();
  wire.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('version', ?)").run(versionId - 1);
}

async function arrive(...headlines: string[]): Promise<void> {
  const stories = headlines.map((headline) =>
    parsedStoryOf({ ...emptyStory(`urn:${headline}`), headline, bodyText: 'Isi berita.' }),
  );
  await createIngestWriter(wire).store({ sourceId, format: 'rss', stories }, 1, async () => {});
}

function filter(query: string, others: Partial<ListFilter> = {}): ListFilter {
  return { ...EVERYTHING, match: fullTextMatch(query), ...others };
}

function headlines(wanted: ListFilter, before: number | null = null, limit = 10): string[] {
  return createInboxList(desk)
    .list(wanted, before, limit)
    .map(({ headline }) => headline);
}

describe('a search over an archive in several parts', () => {
  beforeEach(async () => {
    goOnFrom(32_766);
    await arrive('Gempa satu', 'Gempa dua', 'Gempa tiga', 'Banjir', 'Gempa empat');
    goOnFrom(70_000);
    await arrive('Gempa lima');
  });

  test('finds in all of them, newest first', () => {
    expect(headlines(filter('gempa'))).toEqual([
      'Gempa lima',
      'Gempa empat',
      'Gempa tiga',
      'Gempa dua',
      'Gempa satu',
    ]);
  });

  test('goes on below where the page before ended', () => {
    const page = createInboxList(desk).list(filter('gempa'), null, 2);
    expect(page.map(({ headline }) => headline)).toEqual(['Gempa lima', 'Gempa empat']);
    const last = page.at(-1)?.newestVersionId ?? 0;
    expect(headlines(filter('gempa'), last, 2)).toEqual(['Gempa tiga', 'Gempa dua']);
  });

  test('keeps to one source, and to what is unread among the newest arrivals', () => {
    expect(headlines(filter('gempa', { sourceIds: [sourceId] }))).toHaveLength(5);
    expect(headlines(filter('gempa', { sourceIds: ['another'] }))).toEqual([]);
    expect(headlines(filter('gempa', { unreadOnly: true }))).toEqual(['Gempa lima']);
  });

  test('counts what is newer in every part above', () => {
    const list = createInboxList(desk);
    expect(list.countNewer(filter('gempa'), 32_767)).toBe(3);
    expect(list.countNewer(filter('gempa'), 69_999)).toBe(1);
    expect(list.countNewer(filter('gempa'), 70_000)).toBe(0);
  });

  test('a correction that lands in a newer part leaves the older one', async () => {
    const stories = [
      parsedStoryOf({ ...emptyStory('urn:Gempa satu'), headline: 'Gempa satu, ralat', bodyText: 'Ralat.' }),
    ];
    await createIngestWriter(wire).store({ sourceId, format: 'rss', stories }, 2, async () => {});
    expect(headlines(filter('"gempa satu"'))).toEqual(['Gempa satu, ralat']);
  });
});

test('an empty archive has nothing to list, search or count', () => {
  expect(headlines(filter('gempa'))).toEqual([]);
  expect(headlines(filter(''))).toEqual([]);
  expect(createInboxList(desk).countNewer(filter('gempa'), 0)).toBe(0);
});
