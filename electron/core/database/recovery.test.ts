import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, checkedBackups, listBackups } from './backup.ts';
import { checkFile } from './check-file.ts';
import { DatabaseFromTheFutureError } from './migrate.ts';
import { deskFile, openDeskDatabase, openWireDatabase, wireFile } from './open.ts';
import { forgetRecovery, markWireUnsound, prepareDataFolder } from './recovery.ts';
import { noteRestore } from './restore.ts';

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

async function backUpAt(now: number): Promise<string> {
  const database = openDeskDatabase(folder);
  const { name } = await backUp(database, folder, 'rolling', now);
  database.close();
  return name;
}

/** Overwrites what a small database consists of. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x41, 0, Math.min(bytes.length, 200_000));
  writeFileSync(file, bytes);
}

const now = Date.UTC(2026, 0, 3);

describe('a damaged desk.db', () => {
  test('is kept aside, the newest sound backup is opened, and the choice waits until it is made', async () => {
    writeSource('lama');
    await backUpAt(Date.UTC(2026, 0, 1));
    writeSource('baru');
    const newest = await backUpAt(Date.UTC(2026, 0, 2));
    damage(deskFile(folder));

    const { recovery, wentBack } = await prepareDataFolder(folder, now);
    expect(recovery).toMatchObject({
      openedBackup: newest,
      damagedFile: 'damaged/2026-01-03T00-00-00-000Z-desk.db',
      foundAt: '2026-01-03T00:00:00.000Z',
    });
    expect(wentBack).toBe(true);
    expect(readFileSync(join(folder, recovery?.damagedFile ?? ''), 'latin1')).toMatch(/^AAAA/);
    expect(sources()).toEqual(['baru', 'lama']);

    const nextStart = await prepareDataFolder(folder, now + 1);
    expect(nextStart).toMatchObject({ recovery, wentBack: false });
    forgetRecovery(folder);
    expect((await prepareDataFolder(folder, now + 2)).recovery).toBeNull();
  });

  test('passes over a backup that is damaged itself', async () => {
    writeSource('satu');
    const older = await backUpAt(Date.UTC(2026, 0, 1));
    damage(join(folder, 'backups', await backUpAt(Date.UTC(2026, 0, 2))));
    damage(deskFile(folder));
    expect((await prepareDataFolder(folder, now)).recovery?.openedBackup).toBe(older);
    expect(sources()).toEqual(['satu']);
    expect((await checkedBackups(folder)).map(({ good }) => good)).toEqual([false, true]);
  });

  test('without any backup is kept, and an empty desk is opened', async () => {
    writeSource('satu');
    damage(deskFile(folder));
    const { recovery } = await prepareDataFolder(folder, now);
    expect(recovery).toMatchObject({ openedBackup: null, salvagedBackup: null });
    expect(sources()).toEqual([]);
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1);
  });

  test('is found again after a crash on the way, and nothing of it is lost', async () => {
    writeSource('satu');
    const backup = await backUpAt(Date.UTC(2026, 0, 1));
    damage(deskFile(folder));
    const bytes = readFileSync(deskFile(folder));
    await prepareDataFolder(folder, now);
    // As if the power had gone before the backup was put in place.
    writeFileSync(deskFile(folder), bytes);
    const { recovery } = await prepareDataFolder(folder, now + 60_000);
    expect(recovery?.openedBackup).toBe(backup);
    expect(sources()).toEqual(['satu']);
  });
});

describe('a restore that was noted down', () => {
  test('is carried out at the next opening, without the journal of what was there, and ends a choice', async () => {
    writeSource('lama');
    const backup = await backUpAt(Date.UTC(2026, 0, 1));
    writeSource('baru');
    const open = openDeskDatabase(folder);
    open.prepare("INSERT INTO source (id, configuration, created_at) VALUES ('jurnal', '{}', 1)").run();
    const journal = readFileSync(`${deskFile(folder)}-wal`);
    open.close();
    writeFileSync(`${deskFile(folder)}-wal`, journal);

    noteRestore(folder, { backup, askedBy: null });
    expect(await prepareDataFolder(folder, now)).toMatchObject({ wentBack: true, recovery: null });
    expect(sources()).toEqual(['lama']);
    expect((await prepareDataFolder(folder, now)).wentBack).toBe(false);
  });

  test('changes nothing where the backup is gone or damaged by then', async () => {
    writeSource('satu');
    const backup = await backUpAt(Date.UTC(2026, 0, 1));
    writeSource('dua');
    damage(join(folder, 'backups', backup));
    noteRestore(folder, { backup, askedBy: null });
    expect((await prepareDataFolder(folder, now)).wentBack).toBe(false);
    expect(sources()).toEqual(['dua', 'satu']);
  });
});

describe('wire.db', () => {
  function addStory(id: number, headline: string): void {
    const wire = openWireDatabase(folder);
    wire
      .prepare(
        `INSERT INTO story (id, uri, source_id, newest_version_id, version_count, effective_status, embargo_unreadable)
         VALUES (?, ?, 's', ?, 1, 'usable', 0)`,
      )
      .run(id, `urn:${id}`, id);
    wire
      .prepare(
        `INSERT INTO version (id, story_id, source_id, content_hash, format, headline, teaser, pub_status, word_count,
           problems, arrived_at, content) VALUES (?, ?, 's', '', 'rss', ?, '', 'usable', 1, '[]', 1, ?)`,
      )
      .run(id, id, headline, JSON.stringify({ headline, bodyText: `Isi ${headline}` }));
    wire.prepare("UPDATE counter SET value = value + 1 WHERE name = 'stories'").run();
    wire.close();
  }

  test('that does not open is kept aside and begun anew, behind every id the desk refers to', async () => {
    addStory(7, 'Lama');
    const desk = openDeskDatabase(folder);
    desk.prepare('INSERT INTO story_read (story_id, read_at) VALUES (7, 1)').run();
    desk.close();
    writeFileSync(wireFile(folder), 'bukan basis data');
    rmSync(`${wireFile(folder)}-wal`, { force: true });

    const { notices } = await prepareDataFolder(folder, now);
    expect(notices).toEqual([{ code: 'wire-set-aside', detail: 'damaged/2026-01-03T00-00-00-000Z-wire.db' }]);
    expect(existsSync(join(folder, notices[0]?.detail ?? ''))).toBe(true);
    const wire = openWireDatabase(folder);
    const { lastInsertRowid } = wire
      .prepare(
        `INSERT INTO story (uri, source_id, newest_version_id, version_count, effective_status, embargo_unreadable)
         VALUES ('urn:baru', 's', 1, 1, 'usable', 0)`,
      )
      .run();
    wire.close();
    expect(Number(lastInsertRowid)).toBe(8);
  });

  test.each([
    ['what was settled about a source', 'version', 'UPDATE article_source SET settled_version_id = 40'],
    ['how far changes were looked at', 'version', 'UPDATE impact_progress SET looked_up_to = 40'],
    ['how far rules were acted on', 'rule_match', 'INSERT INTO rule_progress (acted_up_to) VALUES (40)'],
    ['what was marked', 'story', 'INSERT INTO story_mark (story_id) VALUES (40)'],
  ])('begun anew gives no id again that the desk knows: %s', async (_what, table, refer) => {
    addStory(7, 'Lama');
    const desk = openDeskDatabase(folder);
    desk.pragma('foreign_keys = OFF');
    desk.exec(`
      INSERT INTO article_source (article_id, story_id, version_id, uri, headline, source_name, credit_name, added_at)
        VALUES ('a', 7, 7, 'urn:7', '', '', '', 1);
      DELETE FROM rule_progress;
      DELETE FROM impact_progress;
      INSERT INTO impact_progress (looked_up_to) VALUES (NULL);
      ${refer}`);
    desk.close();
    writeFileSync(wireFile(folder), 'bukan basis data');
    rmSync(`${wireFile(folder)}-wal`, { force: true });
    await prepareDataFolder(folder, now);
    const wire = openWireDatabase(folder);
    expect(wire.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table)).toBe(40);
    wire.close();
  });

  test('that did not pass its check is salvaged at the next start: stories keep their ids and can be searched', async () => {
    addStory(3, 'Harga cabai');
    addStory(4, 'Rupiah menguat');
    markWireUnsound(folder);
    expect((await prepareDataFolder(folder, now)).notices).toMatchObject([{ code: 'wire-salvaged' }]);
    const wire = openWireDatabase(folder);
    expect(wire.prepare('SELECT id FROM story ORDER BY id').pluck().all()).toEqual([3, 4]);
    expect(wire.prepare("SELECT rowid FROM search_0 WHERE search_0 MATCH 'cabai'").pluck().all()).toEqual([
      3,
    ]);
    expect(wire.prepare("SELECT value FROM counter WHERE name = 'stories'").pluck().get()).toBe(2);
    wire.close();
    expect((await prepareDataFolder(folder, now)).notices).toEqual([]);
  });
});

test('sound files are left alone', async () => {
  writeSource('satu');
  expect(await prepareDataFolder(folder, now)).toEqual({
    notices: [],
    recovery: null,
    wentBack: false,
    restored: null,
  });
  expect(sources()).toEqual(['satu']);
  expect(existsSync(join(folder, 'damaged'))).toBe(false);
});

test.each([
  ['desk.db', deskFile],
  ['wire.db', wireFile],
])('a %s from the future is refused and neither file is touched', async (_name, fileOf) => {
  writeSource('satu');
  const database = new SqliteDatabase(fileOf(folder));
  database.pragma('user_version = 999');
  database.close();
  const before = [deskFile(folder), wireFile(folder)].map((file) => readFileSync(file));
  await expect(prepareDataFolder(folder, now)).rejects.toThrow(DatabaseFromTheFutureError);
  expect([deskFile(folder), wireFile(folder)].map((file) => readFileSync(file))).toEqual(before);
});

describe('a backup', () => {
  test('is one whole file that passes its check, and tells what is in it', async () => {
    writeSource('satu');
    const name = await backUpAt(now);
    expect(readdirSync(join(folder, 'backups'))).toEqual([name]);
    expect(checkFile(join(folder, 'backups', name), true)).toMatchObject({ sound: true, articles: 0 });
    expect(await checkedBackups(folder)).toMatchObject([
      {
        name,
        kind: 'rolling',
        good: true,
        articles: 0,
        changedAt: null,
        createdAt: '2026-01-03T00:00:00.000Z',
      },
    ]);
  });

  test('made after the clock was set back is the newest all the same', async () => {
    writeSource('satu');
    await backUpAt(Date.UTC(2030, 0, 1));
    const later = await backUpAt(now);
    expect(listBackups(folder)[0]?.name).toBe(later);
  });

  test('that was not finished when the program was killed is swept away', async () => {
    writeSource('satu');
    const name = await backUpAt(now);
    writeFileSync(join(folder, 'backups', '1-1.unfinished'), 'setengah');
    await prepareDataFolder(folder, now);
    expect(readdirSync(join(folder, 'backups'))).toEqual([name]);
  });
});
