/** For tests: everything a data folder holds, to compare before and after. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * The names of the folder's files and every row of both databases. Left out: the counters of ids (no id is given
 * twice), the jobs that look after fronts and schedules (they wait after any change of articles or wire copy, and go by
 * themselves), how far changes of sources were looked at, and the search's inner tables, whose layout is SQLite's own; what can be found in it is there as row ids.
 */
export function contentOf(dataFolder: string): Record<string, unknown[]> {
  const content: Record<string, unknown[]> = { files: readdirSync(dataFolder).toSorted() };
  for (const file of ['desk.db', 'wire.db']) {
    const database = new SqliteDatabase(join(dataFolder, file), { readonly: true });
    const tables = database
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'",
      )
      .pluck()
      .all()
      .filter((name) => !name.includes('search_') && name !== 'impact_progress');
    for (const table of tables) {
      const columns = table.endsWith('search') ? 'rowid' : '*';
      const wanted =
        table === 'job' ? "WHERE kind NOT IN ('fronts.follow', 'publishing.watch-scheduled')" : '';
      content[`${file} ${table}`] = database.prepare(`SELECT ${columns} FROM "${table}" ${wanted}`).all();
    }
    database.close();
  }
  return content;
}
