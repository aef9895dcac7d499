/** What each source said of a story the last time it did: see known-versions.ts. Runs in the ingest worker. */
import type { Database } from '../database/open.ts';

/** Of one delivery, which may tell a story more than once. */
export interface Saying {
  /** The versions this source said of a story before this delivery; null where it was not noted and others tell it too. */
  before(storyId: number): readonly number[] | null;
  /** It says this version now; `versions` are those of the story that are stored. */
  say(storyId: number, versionId: number, versions: readonly { id: number }[]): void;
  /** Notes what was said down. Call it inside the transaction that stores it. */
  keep(): void;
}

export function createSaidOfStories(database: Database) {
  const statements = {
    said: database.prepare<[string, number], { said: string | null; alone: number }>(
      `SELECT said, NOT EXISTS (SELECT 1 FROM story_source other
         WHERE other.story_id = own.story_id AND other.source_id <> own.source_id) AS alone
       FROM story_source own WHERE source_id = ? AND story_id = ?`,
    ),
    keep: database.prepare(
      'UPDATE story_source SET said = @said WHERE source_id = @sourceId AND story_id = @storyId',
    ),
  };

  return {
    /** `firstVersionId`: the lowest id a version of this delivery may get. */
    forDelivery(sourceId: string, firstVersionId: number): Saying {
      const earlier = new Map<number, readonly number[] | null>();
      const now = new Map<number, Set<number>>();

      function before(storyId: number): readonly number[] | null {
        let known = earlier.get(storyId);
        if (known === undefined) {
          const row = statements.said.get(sourceId, storyId);
          if (row?.said) known = row.said.split(',').map(Number);
          else known = row === undefined || row.alone === 1 ? [] : null;
          earlier.set(storyId, known);
        }
        return known;
      }

      return {
        before,
        say(storyId, versionId, versions) {
          before(storyId);
          // What a story came with is noted once the same delivery says more of it.
          const brought = versions.map(({ id }) => id).filter((id) => id >= firstVersionId);
          const said = now.get(storyId) ?? new Set(brought);
          now.set(storyId, said.add(versionId));
        },
        keep() {
          for (const [storyId, versions] of now) {
            const said = [...versions].join();
            if (said !== earlier.get(storyId)?.join()) statements.keep.run({ sourceId, storyId, said });
          }
        },
      };
    },
  };
}
