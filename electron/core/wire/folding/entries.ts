/**
 * Which stories stand together as one entry of the inbox: what the ingest worker folded (folding.ts), and before it what
 * people decided. On the desk connection, where `wire.db` is attached for reading.
 */
import type { PubStatus } from '../../../../shared/contract/common.ts';
import type { Database } from '../../database/open.ts';

/** To be joined wherever `FOLDED_INTO` is used. */
export const JOIN_DECISION = 'LEFT JOIN fold_decision decided ON decided.story_id = story.id';

const FOLDED_INTO = 'CASE WHEN decided.story_id IS NULL THEN story.folded_into ELSE decided.head_id END';

/** SQL: the head a story stands under; null for a head. What was folded into a story that people put under another follows it. */
export const HEAD = `CASE WHEN ${FOLDED_INTO} IS NULL THEN NULL ELSE
  coalesce((SELECT above.head_id FROM fold_decision above WHERE above.story_id = ${FOLDED_INTO}), ${FOLDED_INTO}) END`;

/** SQL: the story is a head, alone or with others under it. */
export const IS_HEAD = `(${FOLDED_INTO}) IS NULL`;

/** A story of an entry. Times in milliseconds since 1970. */
export interface EntryStory {
  headId: number;
  storyId: number;
  newestVersionId: number;
  sourceId: string;
  headline: string;
  pubStatus: PubStatus;
  versionCreated: number | null;
  arrivedAt: number;
}

interface EntryRow {
  head_id: number;
  story_id: number;
  newest_version_id: number;
  source_id: string;
  headline: string;
  effective_status: PubStatus;
  version_created: number | null;
  arrived_at: number;
}

export interface Entries {
  /** The head of the story's entry: itself where it is one. */
  headOf(storyId: number): number;
  /** Every story of these heads' entries, the heads first among theirs; entries of one story are left out. */
  storiesOf(headIds: readonly number[]): EntryStory[];
  /** The ids of all stories in the story's entry, its own among them. */
  entryOf(storyId: number): number[];
  /** The stories themselves, and those under the heads among them. */
  withFolded(storyIds: readonly number[]): number[];
  /** Keeps a decision: the story stands under that head (which stands under none), or by itself. */
  decide(storyId: number, headId: number | null, by: string, now: number): void;
  /** Nothing is known any more of stories that are gone. */
  forget(storyIds: readonly number[]): void;
}

/** `folds` tells whether entries are folded at all: if not, every story is an entry. */
export function createEntries(database: Database, folds: () => boolean): Entries {
  const undecided = 'NOT EXISTS (SELECT 1 FROM fold_decision own WHERE own.story_id = story.id)';
  const statements = {
    head: database
      .prepare<[number], number | null>(`SELECT ${HEAD} FROM wire.story ${JOIN_DECISION} WHERE story.id = ?`)
      .pluck(),
    stories: database.prepare<[string], EntryRow>(
      `WITH head AS (SELECT value AS id FROM json_each(?)),
         under AS (
           SELECT head.id AS head_id, story.id AS story_id
           FROM head CROSS JOIN wire.story ON story.folded_into = head.id WHERE ${undecided}
           UNION ALL
           SELECT head.id, put.story_id FROM head CROSS JOIN fold_decision put ON put.head_id = head.id
           UNION ALL
           SELECT head.id, story.id FROM head CROSS JOIN fold_decision put ON put.head_id = head.id
             CROSS JOIN wire.story ON story.folded_into = put.story_id WHERE ${undecided}),
         entry AS (SELECT DISTINCT head_id, head_id AS story_id FROM under UNION ALL SELECT head_id, story_id FROM under)
       SELECT entry.head_id, entry.story_id, newest_version_id, version.source_id, headline, effective_status, version_created, arrived_at
       FROM entry CROSS JOIN wire.story ON story.id = entry.story_id
         CROSS JOIN wire.version ON version.id = newest_version_id
       ORDER BY entry.head_id, entry.story_id <> entry.head_id, entry.story_id`,
    ),
    decide: database.prepare(
      `INSERT INTO fold_decision (story_id, head_id, decided_by, decided_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (story_id) DO UPDATE SET head_id = excluded.head_id, decided_by = excluded.decided_by,
         decided_at = excluded.decided_at`,
    ),
    follow: database.prepare('UPDATE fold_decision SET head_id = ? WHERE head_id = ?'),
    forget: database.prepare(
      `DELETE FROM fold_decision WHERE story_id IN (SELECT value FROM json_each(@gone))
         OR head_id IN (SELECT value FROM json_each(@gone))`,
    ),
  };

  const headOf = (storyId: number): number => (folds() ? (statements.head.get(storyId) ?? storyId) : storyId);

  function storiesOf(headIds: readonly number[]): EntryStory[] {
    if (!folds() || headIds.length === 0) return [];
    return statements.stories.all(JSON.stringify(headIds)).map((row) => ({
      headId: row.head_id,
      storyId: row.story_id,
      newestVersionId: row.newest_version_id,
      sourceId: row.source_id,
      headline: row.headline,
      pubStatus: row.effective_status,
      versionCreated: row.version_created,
      arrivedAt: row.arrived_at,
    }));
  }

  return {
    headOf,
    storiesOf,
    entryOf(storyId) {
      const ids = storiesOf([headOf(storyId)]).map((story) => story.storyId);
      return ids.length === 0 ? [storyId] : ids;
    },
    withFolded: (storyIds) => [
      ...new Set([...storyIds, ...storiesOf(storyIds).map(({ storyId }) => storyId)]),
    ],
    decide(storyId, headId, by, now) {
      statements.decide.run(storyId, headId, by, now);
      if (headId !== null) statements.follow.run(headId, storyId);
    },
    forget: (storyIds) => void statements.forget.run({ gone: JSON.stringify(storyIds) }),
  };
}
