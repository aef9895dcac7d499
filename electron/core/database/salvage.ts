/**
 * Reads whatever can still be read out of a damaged database, table by table, into a fresh one. The damaged file is
 * never written to: a copy of it is worked on.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { SalvagedTable } from '../../../shared/contract/system.ts';
import { migrate, type Migration } from './migrate.ts';
import { readRows, type SalvagedRow, type TableShape } from './salvage-rows.ts';

const ROWS_PER_TRANSACTION = 500;

export interface SalvageOptions {
  /** The damaged file; `-wal` and `-shm` beside it are used where they are there. */
  damaged: string;
  /** Where the fresh database is written; nothing may be there. */
  target: string;
  migrations: readonly Migration[];
  /** A sound file of the same database, older: lends its table of contents where the damaged one lost it. */
  donor: string | null;
  /** Work of its own kind on what was saved: rows that can be made from others, indexes that must be filled. */
  complete(database: Database): void;
}

/** Salvages; tells for each table how many rows were saved. Throws where not even an empty target can be written. */
export async function salvage(options: SalvageOptions): Promise<SalvagedTable[]> {
  const { damaged, target, migrations, donor } = options;
  const copy = `${target}.damaged`;
  const fresh = `${target}.fresh`;
  copyDatabase(damaged, copy);
  try {
    const source = openReadable(copy) ?? openWithLentContents(copy, donor, fresh, migrations);
    const version = source === null ? migrations.length : versionOf(source, migrations.length);
    const database = new SqliteDatabase(target);
    try {
      database.pragma('journal_mode = DELETE');
      database.pragma('foreign_keys = OFF');
      migrate(database, migrations.slice(0, version));
      const tables: SalvagedTable[] = [];
      for (const shape of tablesOf(database)) {
        tables.push({
          name: shape.name,
          saved: source === null ? 0 : await copyTable(source, database, shape),
        });
      }
      database.transaction(() => options.complete(database))();
      dropOrphans(database);
      return tables.map(({ name }) => ({ name, saved: countRows(database, name) }));
    } finally {
      source?.close();
      database.close();
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(copy + suffix, { force: true });
      rmSync(fresh + suffix, { force: true });
    }
  }
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal']) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
  }
}

/** The file as a database whose table of contents can be read, else null. */
function openReadable(file: string): Database | null {
  let database: Database | null = null;
  try {
    database = new SqliteDatabase(file, { fileMustExist: true });
    // Reading goes on over a damaged page's neighbours: what SQLite notices it says by an error, page by page.
    database.pragma('cell_size_check = ON');
    if (tablesOf(database).length > 0) return database;
  } catch {
    // Not a database any more, or without its table of contents.
  }
  database?.close();
  return null;
}

/** Writes the donor's table of contents (or that of a database made new) over the copy's and opens it. */
function openWithLentContents(
  copy: string,
  donor: string | null,
  fresh: string,
  migrations: readonly Migration[],
): Database | null {
  let lender = donor;
  if (lender === null) {
    const made = new SqliteDatabase(fresh);
    migrate(made, migrations);
    made.close();
    lender = fresh;
  }
  try {
    lendContents(lender, copy);
  } catch {
    return null;
  }
  return openReadable(copy);
}

/** Bytes 28 to 31 of a database file: its size in pages (https://www.sqlite.org/fileformat2.html, 1.3). */
const PAGE_COUNT_OFFSET = 28;

function lendContents(lender: string, copy: string): void {
  const database = new SqliteDatabase(lender, { readonly: true });
  const size = Number(database.pragma('page_size', { simple: true }));
  const pages = database
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'")
    .pluck()
    .all();
  database.close();
  const from = openSync(lender, 'r');
  const to = openSync(copy, 'r+');
  try {
    for (const page of pages) {
      const bytes = Buffer.alloc(size);
      readSync(from, bytes, 0, size, (page - 1) * size);
      if (page === 1) bytes.writeUInt32BE(Math.ceil(statSync(copy).size / size), PAGE_COUNT_OFFSET);
      writeSync(to, bytes, 0, size, (page - 1) * size);
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

function versionOf(source: Database, newest: number): number {
  const version = Number(source.pragma('user_version', { simple: true }));
  return version >= 1 && version <= newest ? version : newest;
}

/** The tables with rows of their own: no search indexes, no tables those are made of, none of SQLite's. */
function tablesOf(database: Database): TableShape[] {
  const tables = database.pragma('table_list') as {
    schema: string;
    name: string;
    type: string;
    wr: number;
  }[];
  return tables
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name, wr }) => {
      const columns = database.pragma(`table_info("${name}")`) as { name: string; pk: number }[];
      const key = columns.filter(({ pk }) => pk > 0).sort((left, right) => left.pk - right.pk);
      return {
        name,
        columns: columns.map((column) => column.name),
        key: wr === 1 ? key.map((column) => column.name) : ['rowid'],
      };
    });
}

async function copyTable(source: Database, database: Database, wanted: TableShape): Promise<number> {
  const found = tablesOf(source).find(({ name }) => name === wanted.name);
  if (found === undefined) return 0;
  const columns = wanted.columns.filter((name) => found.columns.includes(name));
  const quoted = columns.map((name) => `"${name}"`);
  const insert = database.prepare(
    `INSERT OR IGNORE INTO "${wanted.name}" (${quoted.join()}) VALUES (${quoted.map(() => '?').join()})`,
  );
  let saved = 0;
  const store = database.transaction((rows: readonly SalvagedRow[]) => {
    for (const row of rows) {
      try {
        saved += insert.run(...row).changes;
      } catch {
        // A row whose values no longer fit its columns is no row any more.
      }
    }
  });
  let batch: SalvagedRow[] = [];
  for (const row of readRows(source, { ...found, columns })) {
    batch.push(row);
    if (batch.length < ROWS_PER_TRANSACTION) continue;
    store(batch);
    batch = [];
    await nextTurn();
  }
  store(batch);
  return saved;
}

/** Until every reference leads somewhere: one to a lost parent is emptied, or where it must not be, its row goes. */
function dropOrphans(database: Database): void {
  for (;;) {
    const orphans = database.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
    if (orphans.length === 0) return;
    dropOrphansOnce(database, [...new Set(orphans.map(({ table }) => table))]);
  }
}

function dropOrphansOnce(database: Database, tables: readonly string[]): void {
  for (const table of tables) {
    const references = database.pragma(`foreign_key_list("${table}")`) as {
      table: string;
      from: string;
      to: string;
    }[];
    const columns = database.pragma(`table_info("${table}")`) as {
      name: string;
      notnull: number;
      pk: number;
    }[];
    const needed = new Set(
      columns.filter(({ notnull, pk }) => notnull === 1 || pk > 0).map(({ name }) => name),
    );
    for (const { table: parent, from, to } of references) {
      const change = needed.has(from) ? `DELETE FROM "${table}"` : `UPDATE "${table}" SET "${from}" = NULL`;
      database.exec(
        `${change} WHERE "${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${to}" FROM "${parent}")`,
      );
    }
  }
}

function countRows(database: Database, table: string): number {
  return database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
}
