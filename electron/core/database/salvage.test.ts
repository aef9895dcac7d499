import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFile } from './check-file.ts';
import { completeDesk } from './complete-salvage.ts';
import { deskMigrations } from './migrations/desk/index.ts';
import { deskFile, openDeskDatabase, openWireDatabase } from './open.ts';
import { salvage } from './salvage.ts';

const pageSize = 4096;
const articles = 400;

let folder: string;
let sound: Buffer;

function idOf(index: number): string {
  return `artikel-${String(index).padStart(4, '0')}`;
}

/** A desk of some hundred articles with two revisions each, long enough to fill many pages. */
function writeDesk(database: Database): void {
  const article = database.prepare(
    `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
     VALUES (?, 'ready', 1, ?, ?, ?, '', '', '', 3, 1, 1)`,
  );
  const revision = database.prepare(
    `INSERT INTO revision (article_id, created_at, reason, note, person_code, base, fields, document, word_count)
     VALUES (?, 1, 'editing', '', 'SU02', ?, ?, ?, 3)`,
  );
  database.transaction(() => {
    for (let index = 0; index < articles; index += 1) {
      const fields = JSON.stringify({ headline: `Judul ${index}` });
      const document = JSON.stringify({ text: `Isi ${index}. `.repeat(60) });
      article.run(idOf(index), fields, document, `Judul ${index}`);
      revision.run(idOf(index), 0, fields, document);
      revision.run(idOf(index), 1, fields, document);
    }
  })();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-salvage-'));
  openWireDatabase(folder).close();
  const database = openDeskDatabase(folder);
  writeDesk(database);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  sound = readFileSync(deskFile(folder));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function damagePages(pages: readonly number[]): string {
  const file = join(folder, 'rusak.db');
  writeFileSync(file, sound);
  const handle = openSync(file, 'r+');
  for (const page of pages)
    writeSync(handle, Buffer.alloc(pageSize, 0x41), 0, pageSize, (page - 1) * pageSize);
  closeSync(handle);
  return file;
}

async function salvaged(damaged: string, donor: string | null = null) {
  const target = join(folder, 'selamat.db');
  rmSync(target, { force: true });
  const tables = await salvage({
    damaged,
    target,
    donor,
    migrations: deskMigrations,
    complete: completeDesk,
  });
  return { target, saved: (name: string) => tables.find((table) => table.name === name)?.saved ?? 0 };
}

/** Pages that hold rows of a table and nothing else. */
function leavesOf(table: string): number[] {
  const database = new SqliteDatabase(deskFile(folder), { readonly: true });
  const pages = database
    .prepare<[string], number>(
      "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
    )
    .pluck()
    .all(table);
  database.close();
  return pages;
}

function headlines(file: string): string[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const found = database.prepare<[], string>('SELECT headline FROM article ORDER BY id').pluck().all();
  database.close();
  return found;
}

describe('salvage', () => {
  test('reads on behind a damaged page, and says how much was saved', async () => {
    const pages = leavesOf('revision');
    const middle = pages[Math.floor(pages.length / 2)] ?? 0;
    const { saved, target } = await salvaged(damagePages([middle, pages[3] ?? 0]));
    expect(saved('article')).toBe(articles);
    expect(saved('revision')).toBeGreaterThan(articles * 2 - 20);
    expect(saved('revision')).toBeLessThan(articles * 2);
    expect(checkFile(target, true)).toMatchObject({ sound: true, problems: [] });
  });

  test('makes an article whose row is gone again from its newest revision', async () => {
    const pages = leavesOf('article');
    const { saved, target } = await salvaged(damagePages([pages[2] ?? 0, pages.at(-1) ?? 0]));
    expect(saved('article')).toBe(articles);
    expect(headlines(target)).toContain('Judul 0');
    expect(new Set(headlines(target)).size).toBe(articles);
  });

  test('with its first pages gone borrows the table of contents from a backup', async () => {
    const donor = join(folder, 'cadangan.db');
    writeFileSync(donor, sound);
    expect((await salvaged(damagePages([1]), donor)).saved('article')).toBe(articles);
  });

  test('with its first page gone and no backup borrows that of a new database', async () => {
    expect((await salvaged(damagePages([1]))).saved('article')).toBe(articles);
  });

  test('a file cut short gives what is left', async () => {
    const file = join(folder, 'rusak.db');
    writeFileSync(file, sound.subarray(0, Math.floor(sound.length / 2)));
    const { saved, target } = await salvaged(file);
    expect(saved('article')).toBeGreaterThan(0);
    expect(checkFile(target, true).sound).toBe(true);
  });

  test('what is no database at all gives an empty one', async () => {
    const file = join(folder, 'rusak.db');
    writeFileSync(file, 'ini bukan basis data'.repeat(500));
    const { saved, target } = await salvaged(file);
    expect(saved('article')).toBe(0);
    expect(checkFile(target, true).sound).toBe(true);
  });

  test('the damaged file is not changed', async () => {
    const damaged = damagePages([1, 7]);
    const before = readFileSync(damaged);
    await salvaged(damaged);
    expect(readFileSync(damaged)).toEqual(before);
  });

  test('whatever pages are gone, what comes out is sound and holds no article twice', async () => {
    const last = sound.length / pageSize;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: last }), { maxLength: 12 }),
        async (pages) => {
          const { target } = await salvaged(damagePages(pages));
          expect(checkFile(target, true).problems).toEqual([]);
          expect(new Set(headlines(target)).size).toBe(headlines(target).length);
        },
      ),
      { numRuns: 12 },
    );
  });
});
