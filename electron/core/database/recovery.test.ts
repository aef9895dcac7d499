import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, listBackups } from './backup.ts';
import { DatabaseFromTheFutureError } from './migrate.ts';
import { deskFile, isSound, openDeskDatabase, openWireDatabase, wireFile } from './open.ts';
import { recoverDamagedFiles } from './recovery.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-database-'));
  openWireDatabase(folder).close();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeSource(id: string): void {
  const database = openDeskDatabase(folder);
  database.prepare("INSERT INTO source (id, configuration, created_at) VALUES (?, '{}', 1)").run(id);
  database.close();
}

function sources(): string[] {
  const database = openDeskDatabase(folder);
  const ids = database.prepare<[], string>('SELECT id FROM source ORDER BY id').pluck().all();
  database.close();
  return ids;
}

async function backUpAt(now: number): Promise<void> {
  const database = openDeskDatabase(folder);
  await backUp(database, folder, now);
  database.close();
}

function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x41, 0, Math.min(bytes.length, 20_000));
  writeFileSync(file, bytes);
}

const day = 86_400_000;

describe('a damaged desk.db', () => {
  test('is set aside and the newest backup takes its place', async () => {
    writeSource('lama');
    await backUpAt(Date.UTC(2026, 0, 1));
    writeSource('baru');
    await backUpAt(Date.UTC(2026, 0, 2));
    damage(deskFile(folder));
    const notices = recoverDamagedFiles(folder, Date.UTC(2026, 0, 3));
    expect(notices).toMatchObject([{ code: 'desk-restored' }]);
    expect(notices[0]?.detail).toContain('2026-01-02');
    expect(sources()).toEqual(['baru', 'lama']);
    expect(readdirSync(join(folder, 'damaged'))).toContain('2026-01-03T00-00-00-000Z-desk.db');
  });

  test('passes over a backup that is damaged itself', async () => {
    writeSource('satu');
    await backUpAt(Date.UTC(2026, 0, 1));
    await backUpAt(Date.UTC(2026, 0, 2));
    const newest = listBackups(folder)[0]?.name ?? '';
    damage(join(folder, 'backups', newest));
    damage(deskFile(folder));
    expect(recoverDamagedFiles(folder, Date.UTC(2026, 0, 3))[0]?.detail).toContain('2026-01-01');
    expect(sources()).toEqual(['satu']);
  });

  test('without any backup is kept, and said to be lost', () => {
    writeSource('satu');
    damage(deskFile(folder));
    expect(recoverDamagedFiles(folder, Date.UTC(2026, 0, 3))).toMatchObject([{ code: 'desk-lost' }]);
    expect(sources()).toEqual([]);
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1);
  });
});

test('a wire.db that does not open is set aside and begun anew', () => {
  writeFileSync(wireFile(folder), 'bukan basis data');
  expect(recoverDamagedFiles(folder, 0)).toMatchObject([{ code: 'wire-set-aside' }]);
  openWireDatabase(folder).close();
  expect(isSound(wireFile(folder))).toBe(true);
});

test('sound files are left alone', () => {
  writeSource('satu');
  expect(recoverDamagedFiles(folder, 0)).toEqual([]);
  expect(sources()).toEqual(['satu']);
});

test('a database from the future is refused and not touched', () => {
  writeSource('satu');
  const file = new SqliteDatabase(deskFile(folder));
  file.pragma('user_version = 999');
  file.close();
  expect(() => openDeskDatabase(folder)).toThrow(DatabaseFromTheFutureError);
  const again = new SqliteDatabase(deskFile(folder));
  expect(again.pragma('user_version', { simple: true })).toBe(999);
  again.close();
});

describe('backups', () => {
  test('of the last day all stay, of the fortnight before one a day, older ones go', async () => {
    writeSource('satu');
    const now = Date.UTC(2026, 5, 30, 12);
    for (const age of [20 * day, 3 * day + 1000, 3 * day, 7_200_000, 3_600_000]) await backUpAt(now - age);
    await backUpAt(now);
    const ages = listBackups(folder).map((backup) => now - Date.parse(backup.createdAt));
    expect(ages).toEqual([0, 3_600_000, 7_200_000, 3 * day]);
  });
});
