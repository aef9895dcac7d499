/** Ingest: bytes to stored, indexed and folded, through the router, workers and all. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { parseFeed } from 'feedsmith';
import { openTestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { median, timed } from '../statistics.ts';
import { createWriter, rssDelivery } from '../synthetic.ts';

const DELIVERIES = 6;
const DELIVERY_ITEMS = 1_000;

type Bring = (deliveries: readonly Uint8Array[]) => Promise<void>;

/** What a plain reader does on one thread: feedsmith, one row per item, the same full-text index. */
function plainReader(folder: string): { bring: Bring; close(): void } {
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
  return {
    async bring(deliveries) {
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
    },
    close: () => void database.close(),
  };
}

export const group: RowGroup = {
  rows: [
    {
      name: 'ingest',
      what: 'ingest, bytes → stored, indexed and folded ÷ feedsmith + insert + FTS5 on one thread',
      unit: 'stories/s',
      budget: { least: 0.6 },
    },
  ],
  how: `six RSS deliveries of 1,000 new items handed over at once, against feedsmith, one insert and an FTS5 table with
the same tokenizer and prefixes on one thread. Both stay open and take the same deliveries in turns, the first round is
not counted; medians.`,
  async measure({ folders, short }) {
    const writer = createWriter(7);
    const plain = plainReader(await folders.ownWithStories(0));
    const { client, core } = await openTestCore({}, await folders.ownWithStories(0));
    const bring: Bring = async (deliveries) => {
      const results = await Promise.all(
        deliveries.map((bytes, index) => {
          const name = `${index}.xml`;
          return client.wire.importFile({ file: new File([new Uint8Array(bytes)], name), name });
        }),
      );
      const added = results.reduce((sum, result) => sum + result.added, 0);
      if (added !== DELIVERIES * DELIVERY_ITEMS) throw new Error(`${added} stories were stored`);
    };
    const ours: number[] = [];
    const base: number[] = [];
    for (let round = 0; round <= (short ? 3 : 9); round += 1) {
      const deliveries = Array.from({ length: DELIVERIES }, (_none, index) =>
        rssDelivery(writer, DELIVERY_ITEMS, (round * DELIVERIES + index) * DELIVERY_ITEMS),
      );
      const rate = (taken: number) => (DELIVERIES * DELIVERY_ITEMS) / (taken / 1000);
      const plainRate = rate(await timed(() => plain.bring(deliveries)));
      const ourRate = rate(await timed(() => bring(deliveries)));
      if (round === 0) continue;
      base.push(plainRate);
      ours.push(ourRate);
    }
    plain.close();
    await core.stop();
    return { ingest: { ours: median(ours), base: median(base) } };
  },
};
