import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerFilter } from '../../../shared/contract/rights.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { LEDGER_PAGE, rightsQueries } from './queries.ts';

const NOW = 1_000_000;
const SOON_UNTIL = 2_000_000;
let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-ledger-'));
  openWireDatabase(folder).close();
  database = openDeskDatabase(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every page of the ledger, one after the other: the names of the pictures' files. */
function pages(filter: LedgerFilter, limit: number): string[][] {
  const queries = rightsQueries(database);
  const read: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = queries.pictures(filter, NOW, SOON_UNTIL, cursor, limit);
    read.push(page.pictures.map(({ fileName }) => fileName));
    cursor = page.cursor;
  } while (cursor !== null);
  return read;
}

test('pages follow one another without a gap or a repetition: what ends first, then the newest', () => {
  const queries = rightsQueries(database);
  const add = database.prepare(
    `INSERT INTO media (id, mime_type, width, height, bytes, file_name, created_at) VALUES (?, 'image/png', 1, 1, 1, ?, ?)`,
  );
  const enter = (name: string, createdAt: number, expiresAt: number | null): void => {
    add.run(name, name, createdAt);
    const rights = { credit: '', notice: '', uses: 'open' as const, expiresAt };
    queries.noteFromFile({ mediaId: name, ...rights, from: 'nobody', now: NOW });
  };
  // Several of the same instant, as a shoot brings them.
  for (const name of ['a', 'b', 'c']) enter(name, 10, null);
  for (const name of ['d', 'e']) enter(name, 20, SOON_UNTIL);
  enter('f', 30, NOW);
  enter('g', 40, NOW + 1);
  enter('h', 50, null);

  expect(pages('all', 3)).toEqual([
    ['f', 'g', 'd'],
    ['e', 'h', 'a'],
    ['b', 'c'],
  ]);
  expect(pages('ended', 3)).toEqual([['f']]);
  expect(pages('soon', 2)).toEqual([['g', 'd'], ['e']]);

  queries.setByDesk({
    mediaId: 'b',
    credit: 'ANTARA FOTO',
    notice: '',
    uses: 'publish',
    expiresAt: NOW + 2,
    personId: 'sari',
    now: NOW,
  });
  expect(pages('soon', 9)).toEqual([['g', 'b', 'd', 'e']]);
});

test('a page is read along an index, however many pictures there are', () => {
  const plan = database
    .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${LEDGER_PAGE}`)
    .all({ afterEnd: 0, afterAge: 0, afterId: '', until: 1, limit: 101 })
    .map(({ detail }) => detail);
  expect(plan[0]).toMatch(/^SEARCH picture_right USING (COVERING )?INDEX picture_right_in_order/);
  expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN/);
});
