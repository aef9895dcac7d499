import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PublishError, type TransferProgress } from '../../target.ts';
import { GENERATOR } from '../folder-site/layout.ts';
import { MANIFEST_NAME, manifestText } from '../folder-site/manifest.ts';
import { sha256 } from '../folder-site/site-folder.ts';
import type { FarFiles } from '../../sftp/far-files.ts';
import { inspectFarFiles } from './inspect.ts';
import { readArrived, sync } from './sync.ts';

/** A site on this computer, and a far end in memory. */
function site(files: Record<string, string>) {
  const base = mkdtempSync(join(tmpdir(), 'redaksi-sync-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const mirror = join(base, 'site');
  function keep(now: Record<string, string>): void {
    rmSync(mirror, { recursive: true, force: true });
    for (const [path, text] of Object.entries(now)) {
      mkdirSync(dirname(join(mirror, path)), { recursive: true });
      writeFileSync(join(mirror, path), text);
    }
    const hashes = Object.fromEntries(Object.entries(now).map(([path, text]) => [path, [sha256(text)]]));
    const articles = { a: { path: 'berita/satu', marker: '', pictures: [] } };
    writeFileSync(join(mirror, MANIFEST_NAME), manifestText({ version: 1, articles, files: hashes }));
  }
  keep(files);
  const there = new Map<string, Buffer>();
  const written: string[] = [];
  let until = Infinity;
  const far: FarFiles = {
    read: async (path) => there.get(path) ?? null,
    sizes: async (folder) =>
      new Map(
        [...there]
          .filter(([path]) => posix.dirname(path) === folder)
          .map(([path, { length }]) => [posix.basename(path), length]),
      ),
    async write(path, bytes, sent = () => {}) {
      if (written.length >= until)
        throw new PublishError('unreachable', 'Connection lost', { retryable: true });
      written.push(path);
      sent(bytes.length);
      there.set(path, bytes);
    },
    remove: async (path) => void there.delete(path),
    close: async () => {},
  };
  const told: (TransferProgress | null)[] = [];
  const context = {
    signal: new AbortController().signal,
    record: () => {},
    now: () => 0,
    progress: (soFar: TransferProgress | null) => void told.push(structuredClone(soFar)),
  };
  return {
    keep,
    there,
    written,
    told,
    inspect: async () => inspectFarFiles({ mirror, far, arrived: await readArrived(mirror, far) }),
    cutAfter: (count: number) => (until = count),
    forget: () => rmSync(`${mirror}.arrived.json`, { force: true }),
    go: async (forced: string | null = null) =>
      sync(mirror, far, await readArrived(mirror, far), forced, context),
  };
}

const ours = (words: string) => `<html>${GENERATOR} ${words}</html>`;
const whole = {
  'index.html': ours('depan'),
  'berita/satu/index.html': ours('satu'),
  'assets/site.css': 'css',
  'media/f.png': 'png',
};
const order = ['assets/site.css', 'media/f.png', 'berita/satu/index.html', 'index.html', MANIFEST_NAME];

test('assets and pictures go first, then pages, then what leads to them; the second time only what differs', async () => {
  const { go, written, keep, there } = site(whole);
  expect(await go()).toEqual([]);
  expect(written).toEqual(order);
  keep({ ...whole, 'index.html': ours('depan baru') });
  await go();
  expect(written.slice(order.length)).toEqual(['index.html', MANIFEST_NAME]);
  keep({ 'index.html': whole['index.html'], 'assets/site.css': 'css' });
  await go();
  expect([...there.keys()].toSorted()).toEqual([MANIFEST_NAME, 'assets/site.css', 'index.html']);
});

test('an attempt that was cut off goes on where it was', async () => {
  const { go, written, cutAfter } = site(whole);
  cutAfter(2);
  await expect(go()).rejects.toMatchObject({ code: 'unreachable', retryable: true });
  cutAfter(Infinity);
  await go();
  expect(written).toEqual(order);
});

test('without notes on this computer the far end tells what is ours', async () => {
  const { go, written, forget } = site(whole);
  await go();
  forget();
  await go();
  expect(written.slice(order.length)).toEqual([MANIFEST_NAME]);
});

test('a page somebody changed there stays and is told, one that was looked at is written', async () => {
  const { go, there, keep } = site(whole);
  await go();
  const page = 'berita/satu/index.html';
  there.set(page, Buffer.from('disunting di server'));
  keep({ ...whole, [page]: ours('satu, baru') });
  expect(await go()).toEqual([{ field: 'otherPage', meant: '', found: page }]);
  expect(there.get(page)?.toString()).toBe('disunting di server');
  expect(await go(page)).toEqual([]);
  expect(there.get(page)?.toString()).toBe(ours('satu, baru'));
});

test('a front page that was never ours is not replaced, and nothing that leads to the story goes out', async () => {
  const { go, there, written } = site(whole);
  there.set('index.html', Buffer.from('<h1>Toko kami</h1>'));
  await expect(go()).rejects.toMatchObject({ code: 'folder-unwritable' });
  expect(there.get('index.html')?.toString()).toBe('<h1>Toko kami</h1>');
  expect(written).not.toContain(MANIFEST_NAME);
});

test('how far it is is told of what differs, and that it has ended, also where it was cut off', async () => {
  const { go, told, cutAfter } = site(whole);
  const all = Object.values(whole).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  cutAfter(2);
  await expect(go()).rejects.toThrow('Connection lost');
  expect(told[0]).toEqual({ files: { done: 0, of: 4 }, bytes: { done: 0, of: all } });
  expect(told.at(-1)).toBeNull();
  const left = all - 'css'.length - 'png'.length;
  told.length = 0;
  cutAfter(Infinity);
  await go();
  expect(told[0]).toEqual({ files: { done: 0, of: 2 }, bytes: { done: 0, of: left } });
  expect(told.at(-2)).toEqual({ files: { done: 2, of: 2 }, bytes: { done: left, of: left } });
  expect(told.at(-1)).toBeNull();
  told.length = 0;
  await go();
  expect(told).toEqual([null]);
});

test('what was deleted there is noticed and sent again; what was changed there is noticed and stays', async () => {
  const { go, there, written, inspect } = site(whole);
  await go();
  expect(await inspect()).toEqual({ files: 4, missing: [], changed: [] });
  const page = 'berita/satu/index.html';
  there.delete('media/f.png');
  there.delete('index.html');
  there.set(page, Buffer.from('disunting di server'));
  expect(await inspect()).toEqual({ files: 4, missing: ['media/f.png', 'index.html'], changed: [page] });
  written.length = 0;
  await go();
  expect(written).toEqual(['media/f.png', 'index.html', MANIFEST_NAME]);
  expect(await inspect()).toEqual({ files: 4, missing: [], changed: [page] });
  expect(there.get(page)?.toString()).toBe('disunting di server');
});
