/** Writes everything there is into a folder, row by row, so that the size of the archive costs no memory. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { ExportProgress } from '../../../shared/contract/system.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import { readStoredDocument } from '../../../shared/document/vocabulary.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { deskFile, wireFile } from '../database/open.ts';

export interface ExportRequest {
  dataFolder: string;
  /** The folder that is written; it must not be there yet. */
  folder: string;
  /** What settings.json of the export holds. */
  settings: unknown;
  withWire: boolean;
  version: string;
  /** ISO 8601. */
  createdAt: string;
}

type Part = Extract<ExportProgress, { kind: 'progress' }>['part'];

const LINES_AT_ONCE = 256 * 1024;
const TELL_EVERY = 200;

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Writes the export; docs/export.md has the layout. Throws what the file system says, SQLITE_FULL and ENOSPC among it. */
export function writeExport(
  request: ExportRequest,
  tell: (progress: ExportProgress) => void,
): Extract<ExportProgress, { kind: 'done' }> {
  const { dataFolder, folder } = request;
  const written = { files: 0, bytes: 0 };
  mkdirSync(folder, { recursive: true });

  function writeJson(name: string, content: unknown): void {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(join(folder, name), text);
    written.files += 1;
    written.bytes += Buffer.byteLength(text);
  }

  /** One JSON object a line. */
  function writeLines(name: string, rows: Iterable<unknown>, part: Part, of: number): number {
    const file = openSync(join(folder, name), 'w');
    let waiting: string[] = [];
    let size = 0;
    let done = 0;
    const flush = (): void => {
      written.bytes += writeSync(file, waiting.join(''));
      waiting = [];
      size = 0;
    };
    try {
      for (const row of rows) {
        const line = `${JSON.stringify(row)}\n`;
        waiting.push(line);
        size += line.length;
        done += 1;
        if (size > LINES_AT_ONCE) flush();
        if (done % TELL_EVERY === 0) tell({ kind: 'progress', part, done, of });
      }
      flush();
    } finally {
      closeSync(file);
    }
    written.files += 1;
    return done;
  }

  const desk = new SqliteDatabase(deskFile(dataFolder), { readonly: true });
  const wire = new SqliteDatabase(wireFile(dataFolder), { readonly: true });
  try {
    // One moment of the desk, however long it takes; people go on writing meanwhile.
    desk.exec('BEGIN');
    wire.exec('BEGIN');
    const articles = writeArticles(desk, folder, writeJson, tell);
    const tables = writeTables(desk, folder, writeLines);
    const stories = request.withWire ? writeWire(wire, folder, writeLines) : 0;
    const media = copyMedia(desk, request, written, tell);
    writeJson('settings.json', request.settings);
    // Last: an export with it is complete.
    writeJson('about.json', {
      format: 'redaksi-export',
      formatVersion: 1,
      program: request.version,
      createdAt: request.createdAt,
      counts: { articles, tables, wireVersions: stories, media: media.copied, mediaMissing: media.missing },
    });
  } finally {
    desk.close();
    wire.close();
  }
  return { kind: 'done', folder, ...written };
}

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

function count(database: Database, table: string): number {
  return database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
}

interface ArticleRow {
  id: string;
  state: string;
  fields: string;
  document: string;
  created_at: number;
  updated_at: number;
  trashed_at: number | null;
}

interface RevisionRow {
  id: number;
  created_at: number;
  reason: string;
  note: string;
  person_code: string;
  fields: string;
  document: string;
}

function writeArticles(
  desk: Database,
  folder: string,
  writeJson: (name: string, content: unknown) => void,
  tell: (progress: ExportProgress) => void,
): number {
  mkdirSync(join(folder, 'articles'));
  const of = count(desk, 'article');
  const revisions = desk.prepare<[string], RevisionRow>(
    'SELECT id, created_at, reason, note, person_code, fields, document FROM revision WHERE article_id = ? ORDER BY id',
  );
  const sources = desk.prepare(
    `SELECT uri, headline, source_name AS sourceName, credit_name AS creditName, story_id AS storyId,
       version_id AS versionId FROM article_source WHERE article_id = ? ORDER BY story_id`,
  );
  const references = desk.prepare(
    `SELECT kind, name, address, credit_name AS creditName, content_hash AS contentHash, added_at AS addedAt
     FROM article_reference WHERE article_id = ? AND removed_at IS NULL ORDER BY added_at`,
  );
  const placements = desk.prepare(
    `SELECT target.name AS target, placement.url, placement.slug, placement.live FROM placement
     JOIN target ON target.id = placement.target_id WHERE article_id = ?`,
  );
  let done = 0;
  for (const row of desk.prepare<[], ArticleRow>('SELECT * FROM article ORDER BY number').iterate()) {
    const document = readStoredDocument(JSON.parse(row.document));
    writeJson(join('articles', `${row.id}.json`), {
      articleId: row.id,
      state: row.state,
      createdAt: instant(row.created_at),
      updatedAt: instant(row.updated_at),
      trashedAt: instant(row.trashed_at),
      fields: JSON.parse(row.fields) as unknown,
      text: documentText(publishable(document)),
      document,
      sources: sources.all(row.id),
      references: references.all(row.id),
      published: placements.all(row.id),
      revisions: revisions.all(row.id).map((revision) => ({
        revisionId: revision.id,
        createdAt: instant(revision.created_at),
        reason: revision.reason,
        note: revision.note,
        personCode: revision.person_code,
        fields: JSON.parse(revision.fields) as unknown,
        document: JSON.parse(revision.document) as unknown,
      })),
    });
    done += 1;
    if (done % TELL_EVERY === 0 || done === of) tell({ kind: 'progress', part: 'articles', done, of });
  }
  return done;
}

type WriteLines = (name: string, rows: Iterable<unknown>, part: Part, of: number) => number;

/** Every table of the desk as it is: whatever later versions add is taken along. */
function writeTables(desk: Database, folder: string, writeLines: WriteLines): number {
  mkdirSync(join(folder, 'tables'));
  const tables = (desk.pragma('table_list') as { schema: string; name: string; type: string }[]).filter(
    ({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
  );
  for (const { name } of tables) {
    const rows = desk.prepare(`SELECT * FROM "${name}"`).iterate();
    writeLines(join('tables', `${name}.jsonl`), rows, 'tables', count(desk, name));
  }
  return tables.length;
}

interface VersionRow {
  id: number;
  story_id: number;
  source_id: string;
  format: string;
  arrived_at: number;
  content: string;
}

function writeWire(wire: Database, folder: string, writeLines: WriteLines): number {
  mkdirSync(join(folder, 'wire'));
  const rows = wire
    .prepare<[], VersionRow>(
      'SELECT id, story_id, source_id, format, arrived_at, content FROM version ORDER BY id',
    )
    .iterate();
  function* lines(): Generator<unknown> {
    for (const row of rows) {
      yield {
        storyId: row.story_id,
        versionId: row.id,
        sourceId: row.source_id,
        format: row.format,
        arrivedAt: instant(row.arrived_at),
        ...(JSON.parse(row.content) as object),
      };
    }
  }
  return writeLines(join('wire', 'versions.jsonl'), lines(), 'wire', count(wire, 'version'));
}

function copyMedia(
  desk: Database,
  { dataFolder, folder }: ExportRequest,
  written: { files: number; bytes: number },
  tell: (progress: ExportProgress) => void,
): { copied: number; missing: string[] } {
  mkdirSync(join(folder, 'media'));
  const rows = desk.prepare<[], { id: string; mime_type: string }>('SELECT id, mime_type FROM media').all();
  const missing: string[] = [];
  rows.forEach(({ id, mime_type: mimeType }, index) => {
    const file = join(dataFolder, 'media', id.slice(0, 2), id);
    if (existsSync(file)) {
      copyFileSync(file, join(folder, 'media', `${id}.${ENDINGS[mimeType] ?? 'bin'}`));
      written.files += 1;
      written.bytes += statSync(file).size;
    } else missing.push(id);
    tell({ kind: 'progress', part: 'media', done: index + 1, of: rows.length });
  });
  return { copied: rows.length - missing.length, missing };
}
