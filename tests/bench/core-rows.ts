/** Rows measured in the core's own process: search, the inbox list, ingest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { parseFeed } from 'feedsmith';
import { fullTextMatch } from '../../electron/core/database/full-text.ts';
import { wireFile } from '../../electron/core/database/open.ts';
import { openTestCore, type TestCore } from '../../electron/core/testing.ts';
import { median, percentile, timed, type Row } from './measure.ts';
import { createWriter, rssDelivery } from './synthetic.ts';

const QUERIES = [
  'presiden',
  'jakarta',
  'yang',
  'harga beras',
  'gempa aceh',
  'timnas indonesia',
  'menteri ekonomi',
  'korupsi vonis penjara',
  '"harga beras"',
  'ban',
  'eksp',
  'bali -wisata',
  'gunung erupsi',
  'pemilu gubernur jawa',
];

/** Search, newest first: the whole call through the router against the bare index query for the same rows. */
export async function searchRow({ client, dataFolder }: TestCore, samples: number): Promise<Row> {
  const database = new SqliteDatabase(wireFile(dataFolder), { readonly: true });
  const raw = database.prepare('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 101');
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = -2; round < samples; round += 1) {
    for (const query of QUERIES) {
      const direct = await timed(async () => raw.all(fullTextMatch(query)));
      const call = await timed(() => client.wire.list({ filter: { query }, limit: 100 }));
      if (round < 0) continue;
      base.push(direct);
      ours.push(call);
    }
  }
  database.close();
  const [p95, rawP95] = [percentile(ours, 95), percentile(base, 95)];
  return {
    name: 'search',
    what: 'search, newest first, 100 rows, p95 of a call ÷ raw FTS5 query p95',
    ours: p95,
    base: rawP95,
    unit: 'ms',
    ratio: p95 / rawP95,
    budget: { most: 1.5 },
  };
}

/** One page of the inbox deep in the archive against the first page. */
export async function listRow({ client }: TestCore, samples: number): Promise<Row> {
  const first = await client.wire.list({ limit: 100 });
  const top = first.rows[0]?.newestVersionId ?? 1;
  const page = (before: number | null) => timed(() => client.wire.list({ before, limit: 100 }));
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = -5; round < samples * 5; round += 1) {
    const atTop = await page(null);
    const deep = await page(Math.max(200, Math.floor(top * 0.02)));
    if (round < 0) continue;
    base.push(atTop);
    ours.push(deep);
  }
  return {
    name: 'list',
    what: 'inbox page of 100 at 98 % depth ÷ first page, median',
    ours: median(ours),
    base: median(base),
    unit: 'ms',
    ratio: median(ours) / median(base),
    budget: { most: 1.2 },
  };
}

const DELIVERY_ITEMS = 1_000;

/** What a plain reader does on one thread: feedsmith, one row per item, the same full-text index. */
function plainIngest(deliveries: readonly Uint8Array[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-bench-plain-'));
  const database = new SqliteDatabase(join(folder, 'plain.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(`CREATE TABLE item (id INTEGER PRIMARY KEY, guid TEXT UNIQUE, title TEXT, body TEXT) STRICT;
    CREATE VIRTUAL TABLE search USING fts5 (title, body, content='', contentless_delete=1, prefix='2 3',
      tokenize='unicode61 remove_diacritics 2')`);
  const insert = database.prepare('INSERT INTO item (guid, title, body) VALUES (?, ?, ?)');
  const index = database.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)');
  const store = database.transaction((items: readonly { guid: string; title: string; body: string }[]) => {
    for (const { guid, title, body } of items)
      index.run(insert.run(guid, title, body).lastInsertRowid, title, body);
  });
  const started = performance.now();
  for (const bytes of deliveries) {
    const read = parseFeed(new TextDecoder().decode(bytes));
    if (read.format !== 'rss') throw new Error('the bench writes RSS');
    const items = (read.feed.items ?? []).map((item) => ({
      guid: item.guid?.value ?? item.link ?? '',
      title: item.title ?? '',
      body: item.description ?? '',
    }));
    for (let start = 0; start < items.length; start += 100) store(items.slice(start, start + 100));
  }
  const taken = performance.now() - started;
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return taken;
}

async function ourIngest(deliveries: readonly Uint8Array[]): Promise<number> {
  const opened = await openTestCore();
  try {
    // The workers are started before the clock is.
    await opened.client.wire.importText({
      text: 'Satu berita\n\nJakarta (ANTARA) - Kalimat pembuka berita.',
    });
    const bring = (bytes: Uint8Array, index: number) =>
      opened.client.wire.importFile({
        file: new File([new Uint8Array(bytes)], `${index}.xml`),
        name: `${index}.xml`,
      });
    const started = performance.now();
    const results = await Promise.all(deliveries.map(bring));
    const taken = performance.now() - started;
    const added = results.reduce((sum, result) => sum + result.added, 0);
    if (added !== deliveries.length * DELIVERY_ITEMS) throw new Error(`${added} stories were stored`);
    return taken;
  } finally {
    await opened.close();
  }
}

/** Bytes to stored and indexed: stories a second, through the router, workers and all. */
export async function ingestRow(samples: number): Promise<Row> {
  const writer = createWriter(7);
  const deliveries = Array.from({ length: 6 }, (_none, index) =>
    rssDelivery(writer, DELIVERY_ITEMS, index * DELIVERY_ITEMS),
  );
  const stories = deliveries.length * DELIVERY_ITEMS;
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = 0; round < Math.min(samples, 3); round += 1) {
    base.push(stories / (plainIngest(deliveries) / 1000));
    ours.push(stories / ((await ourIngest(deliveries)) / 1000));
  }
  return {
    name: 'ingest',
    what: 'ingest, bytes → stored and indexed ÷ feedsmith + insert + FTS5 on one thread',
    ours: median(ours),
    base: median(base),
    unit: 'stories/s',
    ratio: median(ours) / median(base),
    budget: { least: 0.6 },
  };
}
