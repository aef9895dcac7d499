/** Takes stories out of `wire.db` for good. Runs in the ingest worker; ids are never given again. */
import type { Database } from '../database/open.ts';
import { createSearchWriter } from '../database/search-parts.ts';
import { createLeftStories } from './left-stories.ts';

const ofStories = 'IN (SELECT value FROM json_each(@stories))';

/** Their versions, their place in the search, their count. Call it inside a transaction. */
function removeStories(database: Database, storyIds: readonly number[]): void {
  const search = createSearchWriter(database);
  const stories = { stories: JSON.stringify(storyIds) };
  const shown = database
    .prepare<{ stories: string }, number>(`SELECT newest_version_id FROM story WHERE id ${ofStories}`)
    .pluck()
    .all(stories);
  for (const versionId of shown) search.remove(versionId);
  database.prepare(`DELETE FROM version WHERE story_id ${ofStories}`).run(stories);
  database.prepare(`DELETE FROM story_source WHERE story_id ${ofStories}`).run(stories);
  database.prepare(`DELETE FROM recent_sketch WHERE story_id ${ofStories}`).run(stories);
  database.prepare(`DELETE FROM story WHERE id ${ofStories}`).run(stories);
  database.prepare("UPDATE counter SET value = value - ? WHERE name = 'stories'").run(storyIds.length);
}

/**
 * Removes every story that only these sources carry, and what these sources brought as it came. A story another source
 * carries too stays whole. One transaction. Returns the ids of the stories removed.
 */
export function forgetSources(database: Database, sourceIds: readonly string[]): number[] {
  const wanted = JSON.stringify(sourceIds);
  const among = 'IN (SELECT value FROM json_each(@wanted))';
  return database
    .transaction(() => {
      const storyIds = database
        .prepare<{ wanted: string }, number>(
          `SELECT DISTINCT story_id FROM story_source carried WHERE source_id ${among}
             AND NOT EXISTS (SELECT 1 FROM story_source other
               WHERE other.story_id = carried.story_id AND other.source_id NOT ${among})
           ORDER BY story_id`,
        )
        .pluck()
        .all({ wanted });
      removeStories(database, storyIds);
      for (const table of ['story_source', 'delivery', 'payload', 'payload_use']) {
        database.prepare(`DELETE FROM ${table} WHERE source_id ${among}`).run({ wanted });
      }
      return storyIds;
    })
    .immediate();
}

/**
 * Removes those of the stories that this source alone carries; `relisted`: it goes on listing them, so that they are not to
 * come in again (see left-stories.ts). One transaction. Returns the ids of those removed.
 */
export function dropStories(
  database: Database,
  { sourceId, storyIds, relisted }: { sourceId: string; storyIds: readonly number[]; relisted: boolean },
): number[] {
  return database
    .transaction(() => {
      const own = database
        .prepare<{ sourceId: string; stories: string }, number>(
          `SELECT story_id FROM story_source carried WHERE source_id = @sourceId AND story_id ${ofStories}
             AND NOT EXISTS (SELECT 1 FROM story_source other
               WHERE other.story_id = carried.story_id AND other.source_id <> @sourceId)`,
        )
        .pluck()
        .all({ sourceId, stories: JSON.stringify(storyIds) });
      if (relisted) createLeftStories(database).leave(sourceId, own);
      removeStories(database, own);
      return own;
    })
    .immediate();
}
