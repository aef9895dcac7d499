/** SQLite's own check of one file. */
import SqliteDatabase, { type Database } from 'better-sqlite3';

const MOST_PROBLEMS = 20;

export interface FileCheck {
  sound: boolean;
  /** What SQLite says is wrong, at most twenty lines; for whoever repairs it. */
  problems: string[];
  /** `user_version`: how many migrations the file has seen; null where it does not open. */
  version: number | null;
  /** Articles in it and when one was last changed (milliseconds since 1970); null where it has no such table. */
  articles: number | null;
  changedAt: number | null;
}

/**
 * Checks a database file without changing it. A file that cannot even be opened as a database is not sound.
 * `thorough` compares every index with its table (`integrity_check`) and looks for rows whose parent is missing.
 */
export function checkFile(file: string, thorough = false): FileCheck {
  let database: Database | null = null;
  const result: FileCheck = { sound: false, problems: [], version: null, articles: null, changedAt: null };
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    result.version = Number(database.pragma('user_version', { simple: true }));
    result.problems = problemsOf(database, thorough);
    result.sound = result.problems.length === 0;
    Object.assign(result, articlesOf(database));
  } catch (error) {
    result.sound = false;
    result.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    database?.close();
  }
  return result;
}

function problemsOf(database: Database, thorough: boolean): string[] {
  const check = thorough ? 'integrity_check' : 'quick_check';
  const lines = database
    .prepare<[], string>(`PRAGMA ${check}(${MOST_PROBLEMS})`)
    .pluck()
    .all()
    .filter((line) => line !== 'ok');
  if (!thorough) return lines;
  const orphans = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  return [...lines, ...orphans.map(({ table, parent }) => `${table}: no row in ${parent}`)].slice(
    0,
    MOST_PROBLEMS,
  );
}

function articlesOf(database: Database): Pick<FileCheck, 'articles' | 'changedAt'> {
  const hasArticles =
    database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'article'").get() !== undefined;
  if (!hasArticles) return { articles: null, changedAt: null };
  const row = database
    .prepare<[], { articles: number; changedAt: number | null }>(
      'SELECT count(*) AS articles, max(updated_at) AS changedAt FROM article',
    )
    .get();
  return row ?? { articles: null, changedAt: null };
}
