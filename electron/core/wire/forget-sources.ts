/** Takes sources out of `wire.db` for good, with the stories nobody else carries. Runs in the ingest worker. */
import type { Database } from '../database/open.ts';
import { createSearchWriter } from '../database/search-parts.ts';

/**
 * Removes every story that only these sources carry: its versions, its place in the search and among the duplicates, its count. A story another
 * source carries too stays whole. One transaction; ids are never given again. Returns the ids of the stories removed.
 */
export function forgetSources(database: Database, sourceIds: readonly string[]): number[] {
  const wanted = JSON.stringify(sourceIds);
  const search = createSearchWriter(database);
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
      const stories = { stories: JSON.stringify(storyIds) };
      const ofStories = 'IN (SELECT value FROM json_each(@stories))';
      const shown = database
        .prepare<{ stories: string }, number>(`SELECT newest_version_id FROM story WHERE id ${ofStories}`)
        .pluck()
        .all(stories);
      for (const versionId of shown) search.remove(versionId);
      database.prepare(`DELETE FROM recent_sketch WHERE story_id ${ofStories}`).run(stories);
      database.prepare(`DELETE FROM version WHERE story_id ${ofStories}`).run(stories);
      database.prepare(`DELETE FROM story WHERE id ${ofStories}`).run(stories);
      database.prepare(`DELETE FROM story_source WHERE source_id ${among}`).run({ wanted });
      database.prepare("UPDATE counter SET value = value - ? WHERE name = 'stories'").run(storyIds.length);
      return storyIds;
    })
    .immediate();
}
