import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../database/migrate.ts';
import { deskMigrations } from '../database/migrations/desk/index.ts';
import { wireMigrations } from '../database/migrations/wire/index.ts';
import { openWireDatabase, type Database } from '../database/open.ts';
import { createDeliveryLog, packPayload } from './delivery-log.ts';

const sourceId = '0c6d5a8e-4f3b-4d55-9f38-7d2f1a0b9c3e';
const now = Date.UTC(2026, 2, 2);
const nothingNew = {
  format: 'rss',
  added: 0,
  updated: 0,
  unchanged: 1,
  storyIds: [],
  withdrawn: [],
  met: 0,
  setAside: [],
};

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-log-'));
  database = openWireDatabase(folder);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function packed(bytes: Uint8Array, keepPayloadDays = 14) {
  return packPayload({ sourceId, bytes, options: { fileName: 'a.xml', keepPayloadDays } });
}

function count(table: string): number {
  return Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

describe('what is written down is bounded', () => {
  test('the last 500 deliveries of a source', async () => {
    const log = createDeliveryLog(database);
    const payload = await packed(Buffer.from('<rss/>'));
    for (let number = 0; number < 520; number += 1) log.record({ ...payload }, nothingNew, now);
    expect(count('delivery')).toBe(500);
    expect(count('payload')).toBe(0);
  });

  test('a share of the disk, the oldest out first', async () => {
    const log = createDeliveryLog(database, 100_000);
    const ids: number[] = [];
    for (let number = 0; number < 6; number += 1) {
      const payload = await packed(randomBytes(30_000));
      ids.push(database.transaction(() => log.keep(payload, now))() ?? 0);
    }
    const kept = database.prepare('SELECT id FROM payload ORDER BY id').pluck().all();
    expect(kept).toEqual(ids.slice(-3));
    const used = database.prepare('SELECT bytes FROM payload_use').pluck().get();
    expect(used).toBe(database.prepare('SELECT sum(length(packed)) FROM payload').pluck().get());
  });

  test('as many days as the house has settled', async () => {
    const log = createDeliveryLog(database);
    log.keep(await packed(Buffer.from('lama')), now);
    log.keep(await packed(Buffer.from('baru')), now + 15 * 86_400_000);
    expect(database.prepare('SELECT size FROM payload').pluck().all()).toEqual([4]);
    expect(count('payload')).toBe(1);
  });

  test('one delivery that is too large even compressed is not kept', async () => {
    const payload = await packed(randomBytes(9 * 1024 * 1024));
    expect(createDeliveryLog(database).keep(payload, now)).toBeNull();
  });
});

describe('databases from before', () => {
  const before = (migrations: typeof wireMigrations, name: string) =>
    migrations.slice(
      0,
      migrations.findIndex((migration) => migration.name.endsWith(name)),
    );

  test('wire.db: versions keep everything and have no delivery as it came', () => {
    const old = new SqliteDatabase(':memory:');
    migrate(old, before(wireMigrations, 'deliveries'));
    old.exec(
      `INSERT INTO version (story_id, source_id, content_hash, format, headline, teaser, pub_status, word_count, problems,
         arrived_at, content)
       VALUES (1, '${sourceId}', 'x', 'rss', 'Satu', '', 'usable', 1, '[]', 0, '{}')`,
    );
    migrate(old, wireMigrations);
    expect(old.prepare('SELECT headline, payload_id FROM version').get()).toEqual({
      headline: 'Satu',
      payload_id: null,
    });
    old.close();
  });

  test('desk.db: what was read of a folder is not read again', () => {
    const old = new SqliteDatabase(':memory:');
    migrate(old, before(deskMigrations, 'source-memory'));
    old.exec(
      `INSERT INTO source (id, configuration, created_at) VALUES ('${sourceId}', '{}', 0);
       INSERT INTO folder_file VALUES ('${sourceId}', '/srv/a.xml', '12.1519')`,
    );
    migrate(old, deskMigrations);
    expect(old.prepare('SELECT key, value FROM source_memory').get()).toEqual({
      key: '/srv/a.xml',
      value: '12.1519',
    });
    expect(old.prepare('SELECT has_secret FROM source').pluck().get()).toBe(0);
    old.close();
  });
});
