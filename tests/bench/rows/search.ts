/** Search over the archive, newest first: the whole call through the router against the bare index query. */
import SqliteDatabase from 'better-sqlite3';
import { fullTextMatch } from '../../../electron/core/database/full-text.ts';
import { wireFile } from '../../../electron/core/database/open.ts';
import { openTestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { percentile, timed } from '../statistics.ts';

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

export const group: RowGroup = {
  rows: [
    {
      name: 'search',
      what: 'search, newest first, 100 rows, p95 of a call ÷ raw FTS5 query p95',
      unit: 'ms',
      budget: { most: 1.5 },
    },
  ],
  how: `rounds of fourteen queries (common, rare, phrases, prefixes, exclusion), the whole call through the router
against \`SELECT rowid … MATCH … ORDER BY rowid DESC LIMIT 101\` on the same file; p95 over all.`,
  async measure({ folders, stories, samples }) {
    const { client, dataFolder, close } = await openTestCore({}, await folders.withStories(stories));
    const database = new SqliteDatabase(wireFile(dataFolder), { readonly: true });
    const raw = database.prepare(
      'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 101',
    );
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
    await close();
    return { search: { ours: percentile(ours, 95), base: percentile(base, 95) } };
  },
};
