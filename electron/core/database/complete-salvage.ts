/** What only these two databases need once their rows were salvaged; see salvage.ts. */
import type { Database } from 'better-sqlite3';
import { fillSearchParts, partTable } from './search-parts.ts';

/**
 * `desk.db`: an article whose row was lost is made again of its newest revision that was saved, as a draft. The search
 * index fills itself when the core opens the file (articles/service.ts).
 */
export function completeDesk(database: Database): void {
  database.exec(`
    INSERT OR IGNORE INTO article
      (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
    SELECT article_id, 'draft', base, fields, document,
      coalesce(json_extract(fields, '$.headline'), ''), coalesce(json_extract(fields, '$.section'), ''),
      coalesce(json_extract(fields, '$.byline'), ''), coalesce(json_extract(fields, '$.dek'), ''),
      word_count, created_at, created_at
    FROM revision
    WHERE id IN (SELECT max(id) FROM revision GROUP BY article_id)
      AND article_id NOT IN (SELECT id FROM article)
      AND json_valid(fields) AND json_valid(document);
  `);
}

/** `wire.db`: stories without a version go, counts and the search index are made anew. */
export function completeWire(database: Database): void {
  database.exec(`
    DELETE FROM version WHERE NOT json_valid(content);
    DELETE FROM version WHERE story_id NOT IN (SELECT id FROM story);
    UPDATE OR IGNORE story SET newest_version_id = (SELECT max(id) FROM version WHERE story_id = story.id)
      WHERE newest_version_id NOT IN (SELECT id FROM version)
        AND EXISTS (SELECT 1 FROM version WHERE story_id = story.id);
    DELETE FROM story WHERE newest_version_id NOT IN (SELECT id FROM version);
    DELETE FROM story_source WHERE story_id NOT IN (SELECT id FROM story);
    UPDATE story_source SET newest_version_id =
      (SELECT newest_version_id FROM story WHERE story.id = story_source.story_id);
    UPDATE story SET version_count = (SELECT count(*) FROM version WHERE story_id = story.id);
    UPDATE counter SET value = (SELECT count(*) FROM story) WHERE name = 'stories';
  `);
  if (hasTable(database, 'payload_use')) {
    database.exec(`
      DELETE FROM payload_use;
      INSERT INTO payload_use SELECT source_id, sum(length(packed)) FROM payload GROUP BY source_id;
    `);
  }
  // An archive from before there were parts gets them, filled, by its migration.
  if (hasTable(database, partTable(0))) fillSearchParts(database);
}

function hasTable(database: Database, name: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}
