/** All SQL of the record; rows of the house's own are added and read, and nothing else (triggers see to that). */
import type { Database } from '../database/open.ts';

export interface StoredRecord {
  number: number;
  id: string;
  articleId: string;
  targetId: string;
  deliveryId: string;
  /** Canonical JSON. */
  content: string;
  previousHash: string;
  hash: string;
}

interface RecordRow {
  number: number;
  id: string;
  article_id: string;
  target_id: string;
  delivery_id: string;
  content: string;
  previous_hash: string;
  hash: string;
}

function recordOf(row: RecordRow): StoredRecord {
  return {
    number: row.number,
    id: row.id,
    articleId: row.article_id,
    targetId: row.target_id,
    deliveryId: row.delivery_id,
    content: row.content,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** What stood behind revisions when they were cut. */
export function pinnedQueries(database: Database) {
  const add = database.prepare(
    'INSERT INTO pinned_evidence (revision_id, content) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const get = database
    .prepare<[number], string>('SELECT content FROM pinned_evidence WHERE revision_id = ?')
    .pluck();
  return {
    /** What is pinned already stays. */
    add(revisionId: number, content: string): void {
      add.run(revisionId, content);
    },
    get: (revisionId: number): string | null => get.get(revisionId) ?? null,
  };
}

export type RecordQueries = ReturnType<typeof recordQueries>;

/** `kept`: what the house published, for good; `exercise`: what went to the site of the sample newsroom. */
export function recordQueries(database: Database, part: 'kept' | 'exercise') {
  const prefix = part === 'kept' ? '' : 'exercise_';
  const textTable = `${prefix}record_text`;
  const table = `${prefix}publication_record`;
  const statements = {
    addText: database.prepare(`INSERT INTO ${textTable} (hash, text) VALUES (?, ?)`),
    text: database.prepare<[string], string>(`SELECT text FROM ${textTable} WHERE hash = ?`).pluck(),
    textsAfter: database.prepare<[string, number], { hash: string; text: string }>(
      `SELECT hash, text FROM ${textTable} WHERE hash > ? ORDER BY hash LIMIT ?`,
    ),
    add: database.prepare(
      `INSERT INTO ${table} (id, article_id, target_id, delivery_id, content, previous_hash, hash)
       VALUES (@id, @articleId, @targetId, @deliveryId, @content, @previousHash, @hash)`,
    ),
    newestHash: database
      .prepare<[], string>(`SELECT hash FROM ${table} ORDER BY number DESC LIMIT 1`)
      .pluck(),
    newestAt: database
      .prepare<[string, string], string>(
        `SELECT id FROM ${table} WHERE article_id = ? AND target_id = ? ORDER BY number DESC LIMIT 1`,
      )
      .pluck(),
    get: database.prepare<[string], RecordRow>(`SELECT * FROM ${table} WHERE id = ?`),
    ofArticle: database.prepare<[string], RecordRow>(
      `SELECT * FROM ${table} WHERE article_id = ? ORDER BY number DESC`,
    ),
    after: database.prepare<[number, number], RecordRow>(
      `SELECT * FROM ${table} WHERE number > ? ORDER BY number LIMIT ?`,
    ),
    forgetEntries: database.prepare(`DELETE FROM ${table}`),
    forgetTexts: database.prepare(`DELETE FROM ${textTable}`),
    /** SQLite itself remembers the highest number it ever gave. */
    highestNumber: database
      .prepare<[string], number>('SELECT seq FROM sqlite_sequence WHERE name = ?')
      .pluck(),
  };
  return {
    addText(hash: string, text: string): void {
      statements.addText.run(hash, text);
    },
    text: (hash: string): string | null => statements.text.get(hash) ?? null,
    /** In the order of their hashes. */
    textsAfter: (hash: string, limit: number) => statements.textsAfter.all(hash, limit),
    add(record: Omit<StoredRecord, 'number'>): void {
      statements.add.run(record);
    },
    newestHash: (): string | null => statements.newestHash.get() ?? null,
    newestAt: (articleId: string, targetId: string): string | null =>
      statements.newestAt.get(articleId, targetId) ?? null,
    get(recordId: string): StoredRecord | null {
      const row = statements.get.get(recordId);
      return row ? recordOf(row) : null;
    },
    ofArticle: (articleId: string): StoredRecord[] => statements.ofArticle.all(articleId).map(recordOf),
    /** In the order of their numbers. */
    after: (number: number, limit: number): StoredRecord[] =>
      statements.after.all(number, limit).map(recordOf),
    /** Of an exercise alone: the triggers refuse it of what is kept. */
    forget(): void {
      statements.forgetEntries.run();
      statements.forgetTexts.run();
    },
    highestNumber: (): number => statements.highestNumber.get(table) ?? 0,
  };
}
