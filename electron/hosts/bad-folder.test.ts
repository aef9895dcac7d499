/** Data folders that cannot be worked in, and what is said then. The commands are run as processes, as people run them. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore } from '../core/testing.ts';
import { DataFolderError, takeDataFolder } from './providers/data-folder.ts';
import { startSentences } from './start-sentences.ts';

const cli = resolve(import.meta.dirname, 'cli.ts');
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-folder-'));
  const desk = await openTestCore({}, folder);
  await desk.client.articles.create({});
  await desk.core.stop();
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

function list(prefix: readonly string[] = [], language = 'en_GB.UTF-8') {
  const [program = '', ...args] = [...prefix, process.execPath, cli, 'list', '--json', '--data-dir', folder];
  const env = { ...process.env, LC_ALL: language, LANG: language };
  return spawnSync(program, args, { encoding: 'utf8', env });
}

test('a folder that is read only is refused in both languages, and nothing in it is changed', () => {
  // Nothing keeps root from writing but a file system that takes no writes: a mount only this command sees.
  const isRoot = process.getuid?.() === 0;
  const readOnly = [
    'unshare',
    '-rm',
    'sh',
    '-c',
    'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"',
    folder,
  ];
  if (!isRoot) chmodSync(folder, 0o500);
  const before = readFileSync(join(folder, 'desk.db'));
  const english = list(isRoot ? readOnly : []);
  expect(english.stderr).toContain('cannot be written to. Allow writing there, or choose another folder');
  expect(english.status).toBe(3);
  expect(list(isRoot ? readOnly : [], 'id_ID.UTF-8').stderr).toContain(
    'tidak dapat ditulisi. Beri izin menulis',
  );
  expect(readFileSync(join(folder, 'desk.db'))).toEqual(before);
});

test('a folder where nothing can be locked, as on network drives, is refused in both languages', () => {
  const noLocks = () => {
    throw new SqliteDatabase.SqliteError('disk I/O error', 'SQLITE_IOERR_LOCK');
  };
  let refusal: unknown;
  try {
    takeDataFolder(folder, noLocks);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(DataFolderError);
  const sentences = startSentences(refusal);
  expect(sentences.en).toContain(
    'cannot be locked, a network drive mostly. Move the folder to a disk of this computer',
  );
  expect(sentences.id).toContain('tidak dapat dikunci, biasanya drive jaringan. Pindahkan folder itu');
});

test.each(['desk.db', 'wire.db'])(
  'a %s of a newer Redaksi is refused in both languages and left as it is',
  (name) => {
    const database = new SqliteDatabase(join(folder, name));
    database.pragma('user_version = 999');
    database.close();
    const before = readFileSync(join(folder, name));
    const english = list();
    expect(english.status).toBe(3);
    expect(english.stderr).toContain(`${name} was made by a newer Redaksi. Update this program`);
    expect(list([], 'id_ID.UTF-8').stderr).toContain(
      'dibuat oleh Redaksi yang lebih baru. Perbarui program ini',
    );
    expect(readFileSync(join(folder, name))).toEqual(before);
  },
);

describe('a folder that was moved', () => {
  test('between two starts is opened in its new place with everything in it', async () => {
    const desk = await openTestCore({}, folder);
    const { name } = await desk.client.system.backUpNow();
    await desk.core.stop();
    const moved = `${folder}-pindah`;
    renameSync(folder, moved);
    folder = moved;
    const found = list();
    expect(JSON.parse(found.stdout)).toHaveLength(1);
    const again = await openTestCore({}, folder);
    expect((await again.client.system.backups()).map((backup) => backup.name)).toEqual([name]);
    expect(await again.client.system.status()).toMatchObject({ dataFolder: moved, notices: [] });
    await again.core.stop();
  });
});

test('settings that cannot be read are kept aside, and the folder is opened', () => {
  writeFileSync(join(folder, 'settings.json'), '{"house": ');
  expect(JSON.parse(list().stdout)).toHaveLength(1);
});
