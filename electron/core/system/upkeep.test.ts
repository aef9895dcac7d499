import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listBackups } from '../database/backup.ts';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

let folder: string;
let database: Database;
let now: number;
let upkeep: Upkeep;
let failures: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-upkeep-'));
  openWireDatabase(folder).close();
  database = openDeskDatabase(folder);
  now = Date.UTC(2026, 10, 25, 12);
  failures = [];
  upkeep = createUpkeep({
    database,
    dataFolder: folder,
    clock: { now: () => now },
    log: { info() {}, warn() {}, error() {} },
    tidy: () => {},
    onBackup: (failure) => failures.push(failure),
    onMoved: () => failures.push('moved'),
  });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(): void {
  database
    .prepare("INSERT INTO source (id, configuration, created_at) VALUES (?, '{}', 1)")
    .run(randomUUID());
}

async function roundAfter(milliseconds: number): Promise<number> {
  now += milliseconds;
  write();
  await upkeep.round();
  return listBackups(folder).length;
}

test('a backup is made every hour in which something was written', async () => {
  expect(await roundAfter(0)).toBe(1);
  expect(await roundAfter(hour / 2)).toBe(1);
  expect(await roundAfter(hour / 2)).toBe(2);
  now += hour;
  await upkeep.round();
  expect(listBackups(folder)).toHaveLength(2);
});

test('a clock set back does not stop the backups, nor does it hide the newest', async () => {
  await roundAfter(0);
  expect(await roundAfter(-2 * year)).toBe(2);
  expect(listBackups(folder)[0]?.createdAt).toBe(new Date(now).toISOString());
  expect(await roundAfter(hour)).toBe(3);
});

test('a clock set far ahead and right again costs no backup', async () => {
  await roundAfter(0);
  await roundAfter(10 * year);
  expect(await roundAfter(-10 * year + hour)).toBe(3);
});

test('a folder moved while people work is told, and no backup is begun in the old place', async () => {
  const moved = `${folder}-pindah`;
  renameSync(folder, moved);
  write();
  await upkeep.round();
  await upkeep.lastBackup();
  expect(failures).toContain('moved');
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
  database.close();
  database = openDeskDatabase(moved);
  expect(database.prepare('SELECT count(*) FROM source').pluck().get()).toBe(1);
  renameSync(moved, folder);
});
