/**
 * The archive the benchmark searches: made once through the very writer the ingest worker uses, kept outside the
 * repository, copied for runs that write to it.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { ParsedStory } from '../../electron/core/wire/parsed-story.ts';
import { deskFile, openDeskDatabase, openWireDatabase, wireFile } from '../../electron/core/database/open.ts';
import { wireMigrations } from '../../electron/core/database/migrations/wire/index.ts';
import { createIngestWriter } from '../../electron/core/wire/ingest-writer.ts';
import { createWriter, syntheticCopy, syntheticStory, type Writer } from './synthetic.ts';

const BATCH = 20_000;
const SOURCES = 5;
const PLAIN_SEARCH = 'plain-search.db';
const SEED = 20_261_124;

function sourceIdOf(number: number): string {
  return `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? tmpdir() : base, 'redaksi-bench');
}

function addSources(dataFolder: string): void {
  const desk = openDeskDatabase(dataFolder);
  const insert = desk.prepare('INSERT INTO source (id, configuration, created_at) VALUES (?, ?, ?)');
  for (let number = 0; number < SOURCES; number += 1) {
    const configuration = {
      name: `Antara ${number}`,
      kind: 'feed',
      address: `http://127.0.0.1:9/${number}`,
      creditName: 'Ant',
      paused: true,
    };
    insert.run(sourceIdOf(number), JSON.stringify(configuration), Date.now());
  }
  desk.close();
}

/** One plain full-text table over the same stories: what search is compared with. */
function createPlainSearch(folder: string) {
  const database = new SqliteDatabase(join(folder, PLAIN_SEARCH));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.exec(`CREATE VIRTUAL TABLE search USING fts5 (headline, body, content='', contentless_delete=1,
    prefix='2 3', tokenize='unicode61 remove_diacritics 2')`);
  const insert = database.prepare('INSERT INTO search (headline, body) VALUES (?, ?)');
  return {
    add: database.transaction((stories: readonly ParsedStory[]) => {
      for (const { headline, bodyText } of stories) insert.run(headline, bodyText);
    }),
    close() {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

/** One story every twenty seconds up to `end`; each twentieth is another agency's copy of the one before. */
function storiesOf(words: Writer, first: number, count: number, end: number): ParsedStory[] {
  const stories: ParsedStory[] = [];
  for (let offset = 0; offset < count; offset += 1) {
    const index = first + offset;
    const before = stories.at(-1);
    stories.push(
      index % 20 === 19 && before !== undefined
        ? syntheticCopy(words, before, index)
        : syntheticStory(words, index, end - (count - offset) * 20_000),
    );
  }
  return stories;
}

/** The data folder with that many stories; made where it is not there yet (a few minutes for a million). */
async function archiveOf(stories: number, say: (text: string) => void): Promise<string> {
  const shape = wireMigrations.map(({ name }) => name.slice(0, 4)).join('-');
  const folder = join(cacheFolder(), `archive-${stories}-${shape}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true });
  const making = mkdtempSync(join(cacheFolder(), 'making-'));
  try {
    const database = openWireDatabase(making);
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -400000');
    database.pragma('wal_autocheckpoint = 50000');
    const writer = createIngestWriter(database);
    const plainSearch = createPlainSearch(making);
    const words = createWriter(SEED);
    const started = Date.now();
    for (let first = 0; first < stories; first += BATCH) {
      const count = Math.min(BATCH, stories - first);
      const end = started - (stories - first - count) * 20_000;
      const batch = storiesOf(words, first, count, end);
      const sourceId = sourceIdOf(Math.floor(first / BATCH) % SOURCES);
      await writer.store({ sourceId, format: 'rss', stories: batch }, end, async () => {});
      plainSearch.add(batch);
      say(`archive: ${first + count} of ${stories} stories, ${Math.round((Date.now() - started) / 1000)} s`);
    }
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    plainSearch.close();
    addSources(making);
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

export interface DataFolders {
  /** A data folder with that many stories (0: none), shared by all that leave the wire as it is. */
  withStories(stories: number): Promise<string>;
  /** One of one's own, to bring stories into. */
  ownWithStories(stories: number): Promise<string>;
  /** A file with one FTS5 table `search` over the same stories, as a program would have it that makes no parts; to be read only. */
  plainSearch(stories: number): Promise<string>;
  removeAll(): void;
}

/** Else gigabytes are still being written out while the first rows are measured. */
function settleOnDisk(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Data folders to measure on: copies, so that nothing measured changes the archive. */
export function createDataFolders(say: (text: string) => void): DataFolders {
  const made: string[] = [];
  const shared = new Map<number, Promise<string>>();

  async function copyOf(stories: number): Promise<string> {
    const archive = stories === 0 ? null : await archiveOf(stories, say);
    const place = mkdtempSync(join(tmpdir(), 'redaksi-bench-run-'));
    made.push(place);
    const folder = join(place, 'data');
    mkdirSync(folder);
    if (archive !== null) {
      for (const file of [wireFile, deskFile]) {
        copyFileSync(file(archive), file(folder), constants.COPYFILE_FICLONE);
        settleOnDisk(file(folder));
      }
    }
    return folder;
  }

  return {
    withStories(stories) {
      const folder = shared.get(stories) ?? copyOf(stories);
      shared.set(stories, folder);
      return folder;
    },
    ownWithStories: copyOf,
    plainSearch: async (stories) => join(await archiveOf(stories, say), PLAIN_SEARCH),
    removeAll() {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}
