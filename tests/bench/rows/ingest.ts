/** Ingest: bytes to stored and indexed, through the router, workers and all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { parseFeed } from 'feedsmith';
import { openTestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { median } from '../statistics.ts';
import { createWriter, rssDelivery } from '../synthetic.ts';

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

export const group: RowGroup = {
  rows: [
    {
      name: 'ingest',
      what: 'ingest, bytes → stored and indexed ÷ feedsmith + insert + FTS5 on one thread',
      unit: 'stories/s',
      budget: { least: 0.6 },
    },
  ],
  how: `six RSS deliveries of 1,000 items handed over at once, workers warm, against feedsmith, one insert and the same
FTS5 settings on one thread; the two take turns, medians.`,
  async measure({ short }) {
    const writer = createWriter(7);
    const deliveries = Array.from({ length: 6 }, (_none, index) =>
      rssDelivery(writer, DELIVERY_ITEMS, index * DELIVERY_ITEMS),
    );
    const stories = deliveries.length * DELIVERY_ITEMS;
    const ours: number[] = [];
    const base: number[] = [];
    for (let round = 0; round < (short ? 1 : 5); round += 1) {
      base.push(stories / (plainIngest(deliveries) / 1000));
      ours.push(stories / ((await ourIngest(deliveries)) / 1000));
    }
    return { ingest: { ours: median(ours), base: median(base) } };
  },
};
