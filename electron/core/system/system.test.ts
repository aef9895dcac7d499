import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExportProgress } from '../../../shared/contract/system.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function write(words: string): Promise<string> {
  const { articleId, base } = await desk.client.articles.create({});
  const document = buildDocument([paragraph([text(words)])]);
  const fields = { headline: words };
  await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document, fields });
  return articleId;
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function headlines(): Promise<string[]> {
  const { rows } = await desk.client.articles.list({});
  return rows.map(({ headline }) => headline).sort();
}

/** Overwrites desk.db as a dying disk would. */
async function damageDesk(): Promise<void> {
  await desk.core.stop();
  writeFileSync(join(desk.dataFolder, 'desk.db'), 'ini bukan basis data'.repeat(2_000));
}

describe('restoring a backup', () => {
  test('goes back to it, and keeps what stood there as a backup of its own', async () => {
    await write('Lama');
    const { name } = await desk.client.system.backUpNow();
    await write('Baru');
    const { restored, keptAs } = await desk.client.system.restore({ name });
    expect(restored).toMatchObject({ name, kind: 'by-hand', articles: 1, good: true });
    desk = await desk.reopen();
    expect(await headlines()).toEqual(['Lama']);
    const [first] = (await desk.client.people.list()).people;
    expect((await desk.client.people.trail({})).lines[0]).toMatchObject({
      personId: first?.personId,
      entry: { kind: 'restored', backup: name },
    });

    const kept = (await desk.client.system.backups()).find((backup) => `backups/${backup.name}` === keptAs);
    expect(kept).toMatchObject({ kind: 'before-restore', articles: 2, good: true });
    await desk.client.system.restore({ name: kept?.name ?? '' });
    desk = await desk.reopen();
    expect(await headlines()).toEqual(['Baru', 'Lama']);
  });

  test('refuses one that is damaged or not there, and changes nothing', async () => {
    await write('Naskah');
    const { name } = await desk.client.system.backUpNow();
    writeFileSync(join(desk.dataFolder, 'backups', name), 'rusak');
    await expect(desk.client.system.restore({ name })).rejects.toMatchObject({
      code: 'INVALID',
      data: { reason: 'backup-damaged' },
    });
    await expect(desk.client.system.restore({ name: '../desk.db' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    desk = await desk.reopen();
    expect(await headlines()).toEqual(['Naskah']);
  });

  test('a delivery that waits in the backup asks the target first: it may have gone out since', async () => {
    const articleId = await write('Terbit');
    await desk.client.articles.changeState({ articleId, to: 'submitted' });
    await desk.client.articles.changeState({ articleId, to: 'ready' });
    const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
    await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
    const { name } = await desk.client.system.backUpNow();
    await desk.client.system.restore({ name });
    desk = await desk.reopen();
    expect((await desk.client.publishing.deliveries({})).rows).toMatchObject([
      { state: 'queued', attempts: 1 },
    ]);
  });
});

test('what was published after the backup is not published over with older words', async () => {
  await desk.close();
  desk = await openTestCore({ background: true });
  const articleId = await write('Sebelum');
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  const publish = async (state: string) => {
    const { deliveryId } = await desk.client.publishing.publish({
      articleId,
      targetId,
      requestId: randomUUID(),
    });
    return vi.waitFor(async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      const found = rows.find((row) => row.deliveryId === deliveryId);
      expect(found).toMatchObject({ state });
      return found;
    });
  };
  const { name } = await desk.client.system.backUpNow();
  const { base, fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Sesudah', slug: 'sebelum' },
  });
  await publish('live');
  await desk.client.system.restore({ name });
  desk = await desk.reopen();
  expect(await publish('conflict')).toMatchObject({ error: { code: 'already-there' } });
});

describe('after desk.db was found damaged', () => {
  test('the newest backup is open, the choice is offered, and background work rests until it is made', async () => {
    await write('Dalam cadangan');
    const backup = await desk.client.system.backUpNow();
    await damageDesk();
    desk = await openTestCore({ background: true }, desk.dataFolder);
    expect(await headlines()).toEqual(['Dalam cadangan']);
    const recovery = await desk.client.system.recovery();
    expect(recovery).toMatchObject({ openedBackup: backup.name });
    expect(existsSync(join(desk.dataFolder, recovery?.damagedFile ?? ''))).toBe(true);

    const drop = mkdtempSync(join(tmpdir(), 'redaksi-drop-'));
    const { id } = await desk.client.wire.sources.add({ name: 'Folder', kind: 'folder', address: drop });
    desk = await desk.reopen();
    expect(await desk.client.system.recovery()).toEqual(recovery);
    const lastChecked = async (): Promise<string | null> =>
      (await desk.client.wire.sources.list()).find((source) => source.id === id)?.state.lastCheckedAt ?? null;
    expect(await lastChecked()).toBeNull();

    await desk.client.system.settleRecovery();
    await vi.waitFor(async () => expect(await lastChecked()).not.toBeNull(), { timeout: 15_000 });
    expect(await desk.client.system.recovery()).toBeNull();
    rmSync(drop, { recursive: true, force: true });
  });

  test('what could still be read of the damaged file can be chosen, and is found by its words', async () => {
    const articleId = await write('Lama');
    await desk.client.system.backUpNow();
    for (let index = 0; index < 30; index += 1) await write(`Sesudah cadangan ${index}`);
    await desk.core.stop();
    const file = join(desk.dataFolder, 'desk.db');
    const bytes = readFileSync(file);
    bytes.fill(0x41, 0, 4096);
    writeFileSync(file, bytes);

    desk = await openTestCore({}, desk.dataFolder);
    expect(await headlines()).toEqual(['Lama']);
    const recovery = await desk.client.system.recovery();
    expect(recovery?.salvaged).toContainEqual({ name: 'article', saved: 31 });
    const name = recovery?.salvagedBackup ?? '';
    await desk.client.system.restore({ name });
    desk = await desk.reopen();
    expect(await desk.client.system.recovery()).toBeNull();
    expect(await headlines()).toHaveLength(31);
    const { rows } = await desk.client.articles.list({ filter: { query: 'cadangan 17' } });
    expect(rows.map(({ headline }) => headline)).toEqual(['Sesudah cadangan 17']);
    expect(documentText((await desk.client.articles.get({ articleId })).document)).toBe('Lama');
  });
});

describe('the check', () => {
  test('finds everything sound, then the picture and the backup that are not', async () => {
    const file = new File([PIXEL], 'titik.png', { type: 'image/png' });
    const { mediaId } = await desk.client.media.add({ file, name: 'titik.png' });
    const { name } = await desk.client.system.backUpNow();
    const check = async () => collect(await desk.client.system.check());
    expect((await check()).map(({ part, sound }) => [part, sound])).toEqual([
      ['desk', true],
      ['wire', true],
      ['record', true],
      ['media', true],
      ['backups', true],
    ]);
    writeFileSync(join(desk.dataFolder, 'media', mediaId.slice(0, 2), mediaId), 'rusak');
    writeFileSync(join(desk.dataFolder, 'backups', name), 'rusak');
    const [, , , media, backups] = await check();
    expect(media).toMatchObject({ sound: false, examined: 1 });
    expect(media?.problems[0]).toContain(mediaId);
    expect(backups?.problems[0]).toContain(name);
  });
});

describe('the export', () => {
  let parent: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'redaksi-export-'));
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  test('holds articles with their revisions, every table, the wire, the pictures, and says that it is whole', async () => {
    const articleId = await write('Naskah untuk dibawa');
    await desk.client.articles.saveRevision({ articleId, note: 'kedua' });
    await desk.client.wire.importText({ text: 'Judul kawat\n\nJakarta (ANTARA) - Isi kawat.' });
    const file = new File([PIXEL], 'titik.png', { type: 'image/png' });
    const { mediaId } = await desk.client.media.add({ file, name: 'titik.png' });

    const told = await collect(await desk.client.system.export({ folder: parent }));
    const done = told.at(-1) as Extract<ExportProgress, { kind: 'done' }>;
    expect(done.kind).toBe('done');
    const read = (name: string): unknown => JSON.parse(readFileSync(join(done.folder, name), 'utf8'));
    const lines = (name: string): unknown[] =>
      readFileSync(join(done.folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);

    expect(read('about.json')).toMatchObject({
      format: 'redaksi-export',
      counts: { articles: 1, wireVersions: 1, media: 1, mediaMissing: [] },
    });
    expect(read(`articles/${articleId}.json`)).toMatchObject({
      text: 'Naskah untuk dibawa',
      fields: { headline: 'Naskah untuk dibawa' },
      revisions: [{ reason: 'created' }, { note: 'kedua' }],
    });
    expect(lines('wire/versions.jsonl')).toMatchObject([{ headline: 'Judul kawat' }]);
    expect(lines('tables/article.jsonl')).toMatchObject([{ id: articleId }]);
    expect(readFileSync(join(done.folder, 'media', `${mediaId}.png`))).toEqual(
      readFileSync(join(desk.dataFolder, 'media', mediaId.slice(0, 2), mediaId)),
    );
    expect(read('settings.json')).toMatchObject({ house: { name: 'Redaksi' } });
  });

  test('that is cancelled leaves nothing behind', async () => {
    for (let index = 0; index < 5; index += 1) await write(`Naskah ${index}`);
    for await (const progress of await desk.client.system.export({ folder: parent })) {
      expect(progress.kind).toBe('progress');
      break;
    }
    expect(readdirSync(parent)).toEqual([]);
  });

  test('into a place that cannot be written says so', async () => {
    const file = join(parent, 'berkas');
    writeFileSync(file, '');
    const told = desk.client.system.export({ folder: join(file, 'di-dalam') });
    await expect((async () => collect(await told))()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
    });
    const relative = desk.client.system.export({ folder: 'di-sini' });
    await expect((async () => collect(await relative))()).rejects.toMatchObject({ code: 'INVALID' });
  });
});

test('with a vault that cannot be opened articles are written as ever, and targets say why nothing goes out', async () => {
  const closed = async (): Promise<never> => {
    throw new Error('A secret cannot be opened with the key that is here.');
  };
  await desk.core.stop();
  desk = await openTestCore(
    { background: true, vault: { keptBy: 'key-file', get: closed, set: closed, delete: closed } },
    desk.dataFolder,
  );
  const articleId = await write('Tetap ditulis');
  expect(await headlines()).toEqual(['Tetap ditulis']);
  const [target] = await desk.client.publishing.targets.list();
  expect(target).toMatchObject({ hasSecret: false });
  expect((await desk.client.system.status()).notices).toContainEqual({ code: 'vault-closed', detail: '' });

  await desk.client.articles.changeState({ articleId, to: 'submitted' });
  await desk.client.articles.changeState({ articleId, to: 'ready' });
  await desk.client.publishing.publish({ articleId, targetId: target?.id ?? '', requestId: randomUUID() });
  await vi.waitFor(
    async () =>
      expect((await desk.client.publishing.deliveries({})).rows).toMatchObject([
        { error: { code: 'secret-missing' } },
      ]),
    { timeout: 15_000 },
  );
});

test('after an unclean stop wire.db is checked while people work; an unsound one is salvaged at the next start', async () => {
  await desk.client.wire.importText({ text: 'Judul kawat\n\nJakarta (ANTARA) - Isi kawat.' });
  await desk.core.stop();
  writeFileSync(join(desk.dataFolder, 'running'), '1');
  const file = join(desk.dataFolder, 'wire.db');
  const wire = new SqliteDatabase(file);
  const page = Number(
    wire.prepare("SELECT pageno FROM dbstat WHERE name = 'version_by_arrival'").pluck().get(),
  );
  wire.pragma('wal_checkpoint(TRUNCATE)');
  wire.close();
  const bytes = readFileSync(file);
  bytes.fill(0x41, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);

  desk = await openTestCore({ background: true }, desk.dataFolder);
  const codes = async (): Promise<string[]> =>
    (await desk.client.system.status()).notices.map(({ code }) => code);
  await vi.waitFor(async () => expect(await codes()).toContain('wire-unsound'), { timeout: 15_000 });
  desk = await desk.reopen();
  expect(await codes()).toEqual(['wire-salvaged']);
  expect((await desk.client.wire.list({})).rows.map(({ headline }) => headline)).toEqual(['Judul kawat']);
});
