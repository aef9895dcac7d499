/** Brings a database file to the shape this version needs, one numbered step at a time, all in one transaction. */
import type { Database } from 'better-sqlite3';

export interface Migration {
  /** File name without extension: number and noun phrase (`0001-articles`). */
  name: string;
  run(database: Database): void;
}

/** The file was written by a newer Redaksi than this one. Opening it could lose what the newer one knows. */
export class DatabaseFromTheFutureError extends Error {
  readonly file: string;

  constructor(file: string, found: number, known: number) {
    super(`${file} has version ${found}; this program knows versions up to ${known}`);
    this.name = 'DatabaseFromTheFutureError';
    this.file = file;
  }
}

/**
 * Runs the migrations that the file has not seen yet (counted in `user_version`).
 * Throws DatabaseFromTheFutureError, having changed nothing, where the file has seen more than there are.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const seen = Number(database.pragma('user_version', { simple: true }));
  if (seen > migrations.length) {
    throw new DatabaseFromTheFutureError(database.name, seen, migrations.length);
  }
  if (seen === migrations.length) return;
  database
    .transaction(() => {
      for (const migration of migrations.slice(seen)) migration.run(database);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
