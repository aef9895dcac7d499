/**
 * The full-text index of the wire, in parts of 32,768 version ids each. FTS5 goes through everything that begins with
 * what was typed before it gives the first row, so one index answers ever more slowly as the archive grows. In parts,
 * read newest first until a page is full, a search costs what its page costs. Only a story's newest version is in it.
 */
import type { Database } from 'better-sqlite3';

const VERSIONS_PER_PART = 32_768;

/** The part a version is in; parts are counted from 0, oldest first. */
export function partOf(versionId: number): number {
  return Math.floor(versionId / VERSIONS_PER_PART);
}

/** The lowest version id a part may hold. */
export function firstVersionOf(part: number): number {
  return part * VERSIONS_PER_PART;
}

/** Name of a part's FTS5 table; its columns are `headline` and `body`, its rowid is the version's id. */
export function partTable(part: number): string {
  return `search_${part}`;
}

/**
 * FTS5 merges this many of its segments at a time. Its default of 4 writes every word of a part several times over; a
 * part is small enough to be searched in a few segments more.
 */
const SEGMENTS_MERGED = 8;

/** Makes the parts for versions up to this id where they are not there yet. */
export function createSearchParts(database: Database, newestVersionId: number): void {
  const exists = database.prepare<[string], number>('SELECT 1 FROM sqlite_schema WHERE name = ?').pluck();
  for (let part = partOf(newestVersionId); part >= 0 && !exists.get(partTable(part)); part -= 1) {
    const table = partTable(part);
    database.exec(
      `CREATE VIRTUAL TABLE ${table} USING fts5 (headline, body, content='', contentless_delete=1,
         prefix='2 3', tokenize='unicode61 remove_diacritics 2');
       INSERT INTO ${table} (${table}, rank) VALUES ('automerge', ${SEGMENTS_MERGED})`,
    );
  }
}

/** Fills the parts, all of them empty, from the stories there are: after a damaged archive was salvaged. */
export function fillSearchParts(database: Database): void {
  const newest = Number(database.prepare('SELECT coalesce(max(id), 0) FROM version').pluck().get());
  createSearchParts(database, newest);
  for (let part = 0; part <= partOf(newest); part += 1) {
    database
      .prepare(
        `INSERT INTO ${partTable(part)} (rowid, headline, body)
         SELECT version.id, version.headline, coalesce(version.content ->> '$.bodyText', '')
         FROM story JOIN version ON version.id = story.newest_version_id
         WHERE version.id >= ? AND version.id < ?`,
      )
      .run(firstVersionOf(part), firstVersionOf(part + 1));
  }
}

export interface SearchWriter {
  /** To be called outside a transaction before versions up to this id are added. */
  makeRoomFor(newestVersionId: number): void;
  add(versionId: number, headline: string, body: string): void;
  remove(versionId: number): void;
}

/** The index for the one writer of `wire.db`. */
export function createSearchWriter(database: Database): SearchWriter {
  let roomUpTo = -1;

  function prepare(part: number) {
    const table = partTable(part);
    return {
      add: database.prepare(`INSERT INTO ${table} (rowid, headline, body) VALUES (?, ?, ?)`),
      remove: database.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
    };
  }

  const prepared = new Map<number, ReturnType<typeof prepare>>();
  function statementsFor(versionId: number) {
    const part = partOf(versionId);
    const statements = prepared.get(part) ?? prepare(part);
    prepared.set(part, statements);
    return statements;
  }

  return {
    makeRoomFor(newestVersionId) {
      if (partOf(newestVersionId) <= roomUpTo) return;
      createSearchParts(database, newestVersionId);
      roomUpTo = partOf(newestVersionId);
    },
    add: (versionId, headline, body) => void statementsFor(versionId).add.run(versionId, headline, body),
    remove: (versionId) => void statementsFor(versionId).remove.run(versionId),
  };
}
