/** What is built and packaged, run as files: main process, core and command line, on Node with a stand-in for Electron. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HostSays } from './electron-fake/electron-host.ts';

const root = resolve(import.meta.dirname, '..');
const main = join(root, 'dist', 'electron', 'main.js');
const execArgv = ['--import', join(import.meta.dirname, 'electron-fake', 'electron-host.ts')];
let folder: string;
let running: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-built-'));
});

afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

it(
  'the built desktop opens the built page, starts the built core, and ends in order',
  { timeout: 60_000 },
  async () => {
    const said: HostSays[] = [];
    const child = fork(main, [`--data-dir=${folder}`], { execArgv, serialization: 'advanced' });
    running = child;
    child.on('message', (message) => said.push(message as HostSays));
    const page = await vi.waitUntil(() => said.find(({ type }) => type === 'page'), { timeout: 50_000 });
    expect(page).toMatchObject({
      url: 'app://redaksi/',
      status: 200,
      preload: join(root, 'dist', 'electron', 'preload.cjs'),
    });
    expect(page).toHaveProperty('html', expect.stringContaining('<div id="root">'));
    expect(said).toContainEqual({ type: 'core', said: expect.objectContaining({ type: 'look' }) });

    child.send('quit');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(join(folder, 'desk.db'))).toBe(true);
    expect(existsSync(join(folder, 'logs', 'desktop.log')), 'nothing crashed').toBe(false);
  },
);

it(
  '`--cli` makes the built program the command line, with its output and its exit codes',
  { timeout: 60_000 },
  () => {
    const file = join(folder, 'kawat.xml');
    writeFileSync(
      file,
      `<rss version="2.0"><channel><title>K</title><item><title>Satu</title><link>https://a.example/1</link>
     <description>Isi.</description></item></channel></rss>`,
    );
    const run = (...words: string[]) =>
      spawnSync(process.execPath, [...execArgv, main, '--cli', ...words], { encoding: 'utf8' });
    const parsed = run('parse', file);
    expect(JSON.parse(parsed.stdout)).toMatchObject([{ headline: 'Satu', url: 'https://a.example/1' }]);
    expect(parsed.status).toBe(0);
    const unreadable = run('parse', join(folder, 'missing.xml'));
    expect(unreadable.status).toBe(1);
    expect(unreadable.stderr).toContain('missing.xml');
  },
);
