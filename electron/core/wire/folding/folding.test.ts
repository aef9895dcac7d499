import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { buildDocument, paragraph, text } from '../../../../shared/document/build.ts';
import { emptyStory } from '../../../../shared/domain/empty-story.ts';
import { openWireDatabase, type Database } from '../../database/open.ts';
import { createIngestWriter } from '../ingest-writer.ts';
import { parsedStoryOf } from '../parsed-story.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-02-20T00:00:00Z');

const FIRE = `Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.
Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang.
Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.`;
const [, ...REST] = FIRE.split('\n');

let folder: string;
let database: Database;

function open(): void {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-folding-'));
  database = openWireDatabase(folder);
}
function close(): void {
  database.close();
  rmSync(folder, { recursive: true, force: true });
}
beforeEach(open);
afterEach(close);

function story(id: string, change: Partial<WireStory> = {}): WireStory {
  return {
    ...emptyStory(`urn:test:${id}`),
    headline: 'Pasar terbakar',
    provider: `Kantor ${id}`,
    versionCreated: new Date(START).toISOString(),
    body: buildDocument([paragraph([text(FIRE)])]),
    bodyText: FIRE,
    ...change,
  };
}

/** Each of its own source, in this order. */
async function arrive(...stories: WireStory[]): Promise<void> {
  const writer = createIngestWriter(database);
  for (const one of stories) {
    await writer.store(
      { sourceId: one.uri, format: 'test', stories: [parsedStoryOf(one)] },
      START,
      async () => {},
    );
  }
}

/** The last part of every story's uri, those of one entry together, the head first. */
function entries(): string[][] {
  const rows = database
    .prepare<[], { id: number; uri: string; head: number | null }>(
      'SELECT id, uri, folded_into AS head FROM story ORDER BY id',
    )
    .all();
  const name = (uri: string) => uri.split(':').at(-1) ?? '';
  return rows
    .filter(({ head }) => head === null)
    .map(({ id, uri }) => [name(uri), ...rows.filter(({ head }) => head === id).map((row) => name(row.uri))]);
}

describe('stories that arrive', () => {
  test('are folded under the earliest that says the same', async () => {
    await arrive(story('a'), story('b'), story('c', { headline: 'Lain judul' }));
    expect(entries()).toEqual([['a', 'b', 'c']]);
  });

  test('stand by themselves where a figure is another', async () => {
    await arrive(story('a'), story('b', { bodyText: FIRE.replace('86', '92') }));
    expect(entries()).toEqual([['a'], ['b']]);
  });

  test('stand by themselves where more than two days lie between', async () => {
    const later = (hours: number) => ({ versionCreated: new Date(START + hours * HOUR).toISOString() });
    await arrive(story('a'), story('b', later(47)), story('c', later(49)));
    expect(entries()).toEqual([['a', 'b'], ['c']]);
  });

  test.each<[string, Partial<WireStory>]>([
    ['withdrawn', { pubStatus: 'canceled' }],
    ['withheld', { pubStatus: 'withheld' }],
    ['of unknown status', { pubStatus: 'unknown' }],
    ['under embargo', { embargoed: '2026-03-01T00:00:00Z' }],
    ['under an embargo nobody can read', { problems: ['embargo-unreadable'] }],
  ])('stand by themselves where one is %s', async (_what, change) => {
    await arrive(story('a'), story('b', change), story('c', change), story('d'));
    expect(entries()).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  test('are folded after a restart as before it', async () => {
    await arrive(story('a'));
    database.close();
    database = openWireDatabase(folder);
    await arrive(story('b'));
    expect(entries()).toEqual([['a', 'b']]);
  });

  test('leave one sketch each behind', async () => {
    await arrive(story('a'), story('b'));
    expect(database.prepare('SELECT count(*) FROM recent_sketch').pluck().get()).toBe(2);
  });
});

describe('a new version', () => {
  const correction = { version: '2', versionCreated: new Date(START + HOUR).toISOString() };

  test('that still says the same stays where it is', async () => {
    await arrive(story('a'), story('b'), story('b', { ...correction, headline: 'Judul baru' }));
    expect(entries()).toEqual([['a', 'b']]);
  });

  test('with another figure leaves its head', async () => {
    await arrive(story('a'), story('b'), story('b', { ...correction, bodyText: FIRE.replace('86', '92') }));
    expect(entries()).toEqual([['a'], ['b']]);
  });

  test('of the head leaves the others with the earliest of them', async () => {
    await arrive(
      story('a'),
      story('b'),
      story('c'),
      story('a', { ...correction, bodyText: FIRE.replace('86', '92') }),
    );
    expect(entries()).toEqual([['a'], ['b', 'c']]);
  });

  test('that withdraws a folded story shows it', async () => {
    await arrive(story('a'), story('b'), story('b', { ...correction, pubStatus: 'canceled' }));
    expect(entries()).toEqual([['a'], ['b']]);
  });

  test('never folds what stood by itself', async () => {
    const alone = story('b', { bodyText: FIRE.replace('86', '92') });
    await arrive(story('a'), alone, story('b', correction));
    expect(entries()).toEqual([['a'], ['b']]);
  });

  test('is what later stories are compared with', async () => {
    const corrected = FIRE.replace('86', '92');
    await arrive(
      story('a'),
      story('a', { ...correction, bodyText: corrected }),
      story('b', { bodyText: corrected }),
    );
    expect(entries()).toEqual([['a', 'b']]);
  });
});

describe('copies of one source', () => {
  const own = (id: string, change: Partial<WireStory> = {}): WireStory =>
    story(id, { provider: 'Kantor Kita', ...change });
  const withBody = (copy: string): Partial<WireStory> => ({
    body: buildDocument(copy.split('\n').map((part) => paragraph([text(part)]))),
    bodyText: copy,
  });

  test('are folded where it sent the same copy again, whole or cut, under another identity', async () => {
    const cut = FIRE.split('\n').slice(0, 2).join('\n');
    await arrive(own('politik'), own('terkini'), own('ringkas', withBody(cut)));
    expect(entries()).toEqual([['politik', 'terkini', 'ringkas']]);
  });

  test('stand by themselves where it says that one is a correction, an update or the next take', async () => {
    await arrive(
      own('pertama'),
      own('koreksi', { headline: 'KOREKSI: Pasar terbakar' }),
      own('pembaruan', { signals: ['sig:update'] }),
      own('lanjutan', { headline: 'Pasar terbakar (Take 2)' }),
      own('koreksi-lagi', { headline: 'KOREKSI: Pasar terbakar' }),
    );
    expect(entries()).toEqual([['pertama'], ['koreksi', 'koreksi-lagi'], ['pembaruan'], ['lanjutan']]);
  });
});

test('when a head is taken out for good, those under it stand by themselves', async () => {
  await arrive(story('a'), story('b'));
  database.prepare("DELETE FROM story WHERE uri LIKE '%:a'").run();
  expect(entries()).toEqual([['b']]);
});

test('the same entries come of any order of arrival, where every two copies of an entry agree', async () => {
  const bodies = [
    FIRE,
    FIRE.replace('86', '92'),
    `${REST.join('\n')}\nPedagang pindah.`,
    FIRE.replace('Palu', 'Poso'),
  ];
  const stories = bodies.flatMap((bodyText, index) =>
    ['x', 'y', 'z'].map((agency) => story(`${agency}${index}`, { bodyText })),
  );
  const sorted = () =>
    entries()
      .map((entry) => entry.toSorted().join(' '))
      .toSorted();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(stories, { minLength: stories.length }), async (order) => {
      close();
      open();
      await arrive(...order);
      expect(sorted()).toEqual(['x0 y0 z0', 'x1 y1 z1', 'x2 y2 z2', 'x3 y3 z3']);
    }),
    { numRuns: 12 },
  );
});
