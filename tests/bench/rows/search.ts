/** Search over the archive, newest first: the whole call through the router against the bare index query. */
import SqliteDatabase from 'better-sqlite3';
import { fullTextMatch } from '../../../electron/core/database/full-text.ts';
import { openTestCore } from '../../../electron/core/testing.ts';
import type { RowGroup } from '../row.ts';
import { median, percentile, timed } from '../statistics.ts';

/** Common and rare words, several words, phrases, exclusion, and words as they are typed, letter by letter. */
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
  'bali -wisata',
  'gunung erupsi',
  'pemilu gubernur jawa',
  'tidak ada kata ini',
  'b',
  'ba',
  'ban',
  'banj',
  'banji',
  'banjir',
  'banjir j',
  'banjir ja',
  'banjir jak',
  'eksp',
];

export const group: RowGroup = {
  rows: [
    {
      name: 'search',
      what: 'search, newest first, 100 rows: p95 of a call ÷ p95 of the raw query on one plain FTS5 table',
      unit: 'ms',
      budget: { most: 1.5 },
    },
    {
      name: 'search-slowest',
      what: 'search, newest first, 100 rows: median of the slowest of the queries',
      unit: 'ms',
      budget: { most: 16 },
    },
    {
      name: 'facets',
      what: 'what the newest stories of a search are, counted (facets): p95 of a call',
      unit: 'ms',
      budget: { most: 50 },
    },
  ],
  how: `rounds of twenty-three queries (common, rare, phrases, exclusion, words typed letter by letter), the whole call
through the router against \`SELECT rowid … MATCH … ORDER BY rowid DESC LIMIT 101\` on one FTS5 table over the same
stories, in turns; p95 over all. The limit of search-slowest is a frame. facets: the call that counts
sources, subjects, urgencies, languages and states of the same searches, which stand beside the list.`,
  async measure({ folders, stories, samples, say }) {
    const { client, core } = await openTestCore({}, await folders.withStories(stories));
    const database = new SqliteDatabase(await folders.plainSearch(stories), { readonly: true });
    const raw = database.prepare(
      'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 101',
    );
    const ours = new Map<string, number[]>(QUERIES.map((query) => [query, []]));
    const base = new Map<string, number[]>(QUERIES.map((query) => [query, []]));
    for (let round = -2; round < samples; round += 1) {
      for (const query of QUERIES) {
        const direct = await timed(async () => raw.all(fullTextMatch(query)));
        const call = await timed(() => client.wire.list({ filter: { query }, limit: 100 }));
        if (round < 0) continue;
        base.get(query)?.push(direct);
        ours.get(query)?.push(call);
      }
    }
    const facets: number[] = [];
    for (let round = -1; round < samples; round += 1) {
      for (const query of QUERIES) {
        const taken = await timed(() => client.wire.facets({ filter: { query } }));
        if (round >= 0) facets.push(taken);
      }
    }
    database.close();
    await core.stop();
    const medians = QUERIES.map((query) => ({ query, call: median(ours.get(query) ?? []) }));
    const [slowest] = medians.toSorted((one, other) => other.call - one.call);
    for (const { query, call } of medians) {
      say(`  ${query}: ${call.toFixed(2)} ms, raw ${median(base.get(query) ?? []).toFixed(2)} ms`);
    }
    return {
      search: {
        ours: percentile([...ours.values()].flat(), 95),
        base: percentile([...base.values()].flat(), 95),
      },
      'search-slowest': { ours: slowest?.call ?? Number.NaN },
      facets: { ours: percentile(facets, 95) },
    };
  },
};
