import { afterEach, beforeEach, expect, test } from 'vitest';
import { MANUAL_SOURCE_ID, sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createEventBus } from '../events.ts';
import { createJobQueue } from '../jobs/queue.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { createEntries } from './folding/entries.ts';
import { dropStories } from './forget-stories.ts';
import type { Ingest } from './ingest.ts';
import { wireQueries } from './queries.ts';
import { createRetention } from './retention.ts';
import { eventually } from './testing-sources.ts';

const YEAR_MS = 365 * 86_400_000;
const log = { info() {}, warn() {}, error() {} };

let desk: TestCore;
let database: Database;
let wire: Database;
beforeEach(async () => {
  desk = await openTestCore();
  database = openDeskDatabase(desk.dataFolder);
  wire = openWireDatabase(desk.dataFolder);
});
afterEach(async () => {
  database.close();
  wire.close();
  await desk.close();
});

const readStories = (): number[] =>
  database.prepare<[], number>('SELECT story_id FROM story_read ORDER BY story_id').pluck().all();

/** Runs the retention once, so many years from now. */
async function retain(years: number, drop: Ingest['drop']): Promise<void> {
  const clock = { now: () => Date.now() + years * YEAR_MS };
  const jobs = createJobQueue({ database, clock, log });
  const queries = wireQueries(
    database,
    createEntries(database, () => false),
    () => false,
  );
  const events = createEventBus(() => {});
  const ingest = { drop } as unknown as Ingest;
  createRetention({ database, queries, ingest, jobs, events, clock }).start();
  jobs.start();
  await eventually(() => expect(jobs.dueAt('wire.retain', 'all')).toBeGreaterThan(clock.now()));
  await jobs.stop();
}

test('what was read of stories that left is forgotten although the program ended in between; other stories keep theirs', async () => {
  const { sources, importText, markRead } = desk.client.wire;
  const manual = (await sources.list()).find(({ id }) => id === MANUAL_SOURCE_ID);
  await sources.change({
    id: MANUAL_SOURCE_ID,
    configuration: sourceConfigurationSchema.parse({ ...manual, keepStoriesDays: 7 }),
  });
  const paste = async (text: string) => (await importText({ text })).storyIds[0] ?? 0;
  const leaves = await paste('Harga cabai turun\n\nHarga cabai turun dua pekan.');
  const used = await paste('Bendungan diisi\n\nBendungan mulai diisi.');
  await desk.client.articles.writeFromWire({ storyId: used });
  await markRead({ storyIds: [leaves, used], read: true });
  expect(readStories()).toEqual([leaves, used]);

  await retain(1, async (sourceId, storyIds, relisted) => {
    dropStories(wire, { sourceId, storyIds, relisted });
    throw new Error('the program ended here');
  });
  expect(readStories()).toEqual([leaves, used]);

  await retain(2, async () => []);
  expect(readStories()).toEqual([used]);
});
