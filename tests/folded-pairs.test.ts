import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWireDatabase } from '../electron/core/database/open.ts';
import { createIngestWriter } from '../electron/core/wire/ingest-writer.ts';
import { parsedStoryOf } from '../electron/core/wire/parsed-story.ts';
import { isFolded, judge, wireStoryOf } from './clusters/judge.ts';
import { loadCases, splitCases, type LabelledPair } from './clusters/load-pairs.ts';

/** Whether the writer of `wire.db` folds the one that arrives second. */
async function arriveAndFold({ one, other }: LabelledPair): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-pairs-'));
  const database = openWireDatabase(folder);
  try {
    const writer = createIngestWriter(database);
    for (const story of [one, other]) {
      const stories = [parsedStoryOf(wireStoryOf(story))];
      await writer.store(
        { sourceId: story.source, format: 'test', stories },
        Date.parse(story.at),
        async () => {},
      );
    }
    return database.prepare('SELECT count(*) FROM story WHERE folded_into IS NOT NULL').pluck().get() === 1;
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('no pair of different stories of the half that was tuned on is folded', () => {
  expect(
    judge(splitCases(loadCases()).tuning).foldedWrongly.map(({ one, other }) => [one.id, other.id]),
  ).toEqual([]);
});

test('stories that arrive are folded as the pairs are judged', async () => {
  // One pair of each label from every case: opening a database for each of them takes time.
  const pairs = loadCases().flatMap(({ pairs: all }) =>
    [true, false].flatMap((same) => all.find((pair) => pair.same === same) ?? []),
  );
  for (const pair of pairs) {
    expect([pair.one.id, pair.other.id, await arriveAndFold(pair)]).toEqual([
      pair.one.id,
      pair.other.id,
      isFolded(pair),
    ]);
  }
});
