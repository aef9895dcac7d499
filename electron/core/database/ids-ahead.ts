/**
 * `desk.db` refers to what arrived by id, and remembers up to which ids it has worked. After `wire.db` was salvaged or begun
 * anew, ids that were lost are never given to something else, and whatever comes next lies behind all that was worked off.
 */
import { existsSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';

/** Where `desk.db` holds ids of each of these tables of `wire.db`. */
const REFERENCES: Readonly<Record<string, readonly (readonly [table: string, column: string])[]>> = {
  story: [
    ['article_source', 'story_id'],
    ['story_read', 'story_id'],
    ['story_mark', 'story_id'],
    ['fold_decision', 'story_id'],
    ['fold_decision', 'head_id'],
    ['rule_firing', 'story_id'],
    ['impact', 'story_id'],
  ],
  version: [
    ['article_source', 'version_id'],
    ['article_source', 'settled_version_id'],
    ['impact', 'base_version_id'],
    ['impact', 'version_id'],
    ['impact_progress', 'looked_up_to'],
  ],
  rule_match: [['rule_progress', 'acted_up_to']],
};

/** `desk.db` may be of an earlier version of the program: it is brought up to date only after this. */
function highest(database: Database, schema: string, table: string, column: string): number {
  const columns = database.pragma(`${schema}.table_info("${table}")`) as { name: string }[];
  if (!columns.some(({ name }) => name === column)) return 0;
  const found = database
    .prepare<[], number | null>(`SELECT max("${column}") FROM ${schema}."${table}"`)
    .pluck()
    .get();
  return found ?? 0;
}

/** Sets where the ids of a salvaged `wire.db` go on; without a `desk.db` nothing refers to them. */
export function keepIdsAhead(wire: string, desk: string): void {
  if (!existsSync(desk)) return;
  const database = new SqliteDatabase(wire);
  try {
    database.prepare('ATTACH DATABASE ? AS desk').run(desk);
    const forget = database.prepare('DELETE FROM sqlite_sequence WHERE name = ?');
    const note = database.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, CAST(? AS INTEGER))');
    for (const [table, references] of Object.entries(REFERENCES)) {
      const taken = references.map(([from, column]) => highest(database, 'desk', from, column));
      forget.run(table);
      note.run(table, Math.max(highest(database, 'main', table, 'id'), ...taken));
    }
  } finally {
    database.close();
  }
}
