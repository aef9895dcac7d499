/**
 * What left by retention while its feed may still list it: passed over until it says something else. Only marks are kept
 * (128 bits of a SHA-256), the last 200,000; what a feed goes on listing stays among them. Runs in the ingest worker.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../database/open.ts';

const KEPT = 200_000;
const MARK_BYTES = 16;

interface LeftVersion {
  uri: string;
  contentHash: string;
}

function markOf(sourceId: string, { uri, contentHash }: LeftVersion): Buffer {
  const hash = createHash('sha256').update(`${sourceId}\n${contentHash}\n${uri}`).digest();
  return hash.subarray(0, MARK_BYTES);
}

export function createLeftStories(database: Database, kept = KEPT) {
  const statements = {
    newest: database.prepare<[], number>('SELECT coalesce(max(place), 0) FROM left_story').pluck(),
    place: database.prepare<[Buffer], number>('SELECT place FROM left_story WHERE mark = ?').pluck(),
    note: database.prepare('INSERT OR REPLACE INTO left_story (mark) VALUES (?)'),
    shorten: database.prepare('DELETE FROM left_story WHERE place <= ?'),
    versions: database.prepare<[string], LeftVersion>(
      `SELECT story.uri, version.content_hash AS contentHash FROM version JOIN story ON story.id = version.story_id
       WHERE story.id IN (SELECT value FROM json_each(?))`,
    ),
  };

  return {
    /** Notes every version of stories that are about to leave. Call it inside a transaction. */
    leave(sourceId: string, storyIds: readonly number[]): void {
      for (const version of statements.versions.all(JSON.stringify(storyIds))) {
        statements.note.run(markOf(sourceId, version));
      }
      statements.shorten.run((statements.newest.get() ?? 0) - kept);
    },

    /** Whether exactly this left. Call it inside a transaction: what is still listed moves to the end. */
    hasLeft(sourceId: string, version: LeftVersion): boolean {
      const newest = statements.newest.get() ?? 0;
      if (newest === 0) return false;
      const mark = markOf(sourceId, version);
      const place = statements.place.get(mark);
      if (place === undefined) return false;
      if (place < newest - kept / 2) statements.note.run(mark);
      return true;
    },
  };
}
