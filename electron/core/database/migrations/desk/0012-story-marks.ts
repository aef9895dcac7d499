import type { Migration } from '../../migrate.ts';

/** What people did with wire stories: taken, set aside, flagged, noted; each with who and when. */
export const storyMarks: Migration = {
  name: '0012-story-marks',
  run(database) {
    database.exec(`
      CREATE TABLE story_mark (
        story_id INTEGER PRIMARY KEY,
        claimed_by TEXT,
        claimed_at INTEGER,
        spiked_by TEXT,
        spiked_at INTEGER,
        flagged_by TEXT,
        flagged_at INTEGER,
        note TEXT,
        note_by TEXT,
        note_at INTEGER
      ) STRICT;
      CREATE INDEX story_mark_by_claim ON story_mark (claimed_by, story_id) WHERE claimed_at IS NOT NULL;
      CREATE INDEX story_mark_by_spike ON story_mark (story_id) WHERE spiked_at IS NOT NULL;
      CREATE INDEX story_mark_by_flag ON story_mark (story_id) WHERE flagged_at IS NOT NULL;
    `);
  },
};
