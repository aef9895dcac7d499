/** Looks through the last week for what a condition would have met, in a thread of its own with `wire.db` read only. */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import { compileWireQuery } from '../../../shared/domain/match-wire-query.ts';
import { indexedWords } from '../../../shared/domain/search-words.ts';
import { storyFactsOf } from '../../../shared/domain/story-facts.ts';
import { wireFile } from '../database/open.ts';
import { giveWay } from '../give-way.ts';
import type { ReadCondition } from './service.ts';

export interface TryQuestion {
  dataFolder: string;
  condition: ReadCondition;
  /** Milliseconds since 1970: arrived at or after it. */
  since: number;
}

export interface TryAnswer {
  looked: number;
  of: number;
  met: number;
  done: boolean;
  /** The newest it meets, newest first. */
  examples: { storyId: number; headline: string; sourceId: string; arrivedAt: number }[];
}

const mostVersions = 20_000;
const mostExamples = 50;
const progressEvery = 500;

interface VersionRow {
  story_id: number;
  source_id: string;
  arrived_at: number;
  effective_status: PubStatus;
  content: string;
}

const port = parentPort;
if (port === null) throw new Error('try-worker runs as a worker thread');
giveWay();

const { dataFolder, condition, since } = workerData as TryQuestion;
const database = new SqliteDatabase(wireFile(dataFolder), { readonly: true, fileMustExist: true });
const meets = compileWireQuery(condition.query, condition.context);
const answer: TryAnswer = {
  looked: 0,
  of:
    database
      .prepare<[number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM version WHERE arrived_at >= ? LIMIT ${mostVersions})`,
      )
      .pluck()
      .get(since) ?? 0,
  met: 0,
  done: false,
  examples: [],
};
const met = new Set<number>();
const rows = database
  .prepare<[number], VersionRow>(
    `SELECT version.story_id, version.source_id, version.arrived_at, story.effective_status, version.content
     FROM version JOIN story ON story.id = version.story_id
     WHERE version.arrived_at >= ? ORDER BY version.arrived_at DESC LIMIT ${mostVersions}`,
  )
  .iterate(since);
for (const row of rows) {
  answer.looked += 1;
  const story = JSON.parse(row.content) as WireStory;
  const isMet =
    !met.has(row.story_id) &&
    meets({
      sourceId: row.source_id,
      facts: storyFactsOf(story),
      urgency: story.urgency,
      status: row.effective_status,
      embargoed: story.embargoed !== null || story.problems.includes('embargo-unreadable'),
      arrivedAt: row.arrived_at,
      words: () => indexedWords(`${story.headline ?? ''}\n${story.bodyText}`),
    });
  if (isMet) {
    met.add(row.story_id);
    answer.met += 1;
    if (answer.examples.length < mostExamples) {
      const { story_id: storyId, source_id: sourceId, arrived_at: arrivedAt } = row;
      answer.examples.push({ storyId, headline: story.headline ?? '', sourceId, arrivedAt });
    }
  }
  if (answer.looked % progressEvery === 0) port.postMessage({ ...answer, examples: [] });
}
database.close();
port.postMessage({ ...answer, of: answer.looked, done: true });
