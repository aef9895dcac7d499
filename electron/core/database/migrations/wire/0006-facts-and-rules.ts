import { storyFactsOf, type StoryFacts } from '../../../../../shared/domain/story-facts.ts';
import type { WireStory } from '../../../../../shared/contract/wire-story.ts';
import type { Migration } from '../../migrate.ts';

/** As far down as conditions on fields look: older stories are never asked for theirs. */
const newestStories = 5_000;

/** A story that cannot be read says nothing of itself, and keeps no database from opening. */
function factsOf(content: string): StoryFacts | null {
  try {
    return storyFactsOf(JSON.parse(content) as WireStory);
  } catch {
    return null;
  }
}

/**
 * What stories say of themselves, small enough to be asked for in lists and counts (`fields`: StoryFacts as JSON), and
 * which routing rule met which story: each rule a story once. `urgency` is what the rule raises or lowers it to.
 */
export const factsAndRules: Migration = {
  name: '0006-facts-and-rules',
  run(database) {
    database.exec(`
      CREATE TABLE story_facts (
        story_id INTEGER PRIMARY KEY,
        fields TEXT NOT NULL
      ) STRICT;

      CREATE TABLE rule_match (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        rule_id TEXT NOT NULL,
        story_id INTEGER NOT NULL,
        version_id INTEGER NOT NULL,
        urgency INTEGER,
        UNIQUE (story_id, rule_id)
      ) STRICT;

      CREATE TRIGGER story_forgets AFTER DELETE ON story BEGIN
        DELETE FROM story_facts WHERE story_id = old.id;
        DELETE FROM rule_match WHERE story_id = old.id;
      END;
    `);
    const insert = database.prepare('INSERT INTO story_facts (story_id, fields) VALUES (?, ?)');
    const stories = database
      .prepare<[number], { id: number; content: string }>(
        `SELECT story.id, version.content FROM story JOIN version ON version.id = story.newest_version_id
         ORDER BY story.newest_version_id DESC LIMIT ?`,
      )
      .all(newestStories);
    for (const { id, content } of stories) {
      const facts = factsOf(content);
      if (facts !== null) insert.run(id, JSON.stringify(facts));
    }
  },
};
