import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { safeStorage } from '../../tests/electron-fake/session.ts';
import { utilityProcess } from '../../tests/electron-fake/utility-process.ts';
import { FakeWebContents } from '../../tests/electron-fake/windows.ts';
import { startCoreProcess, type CoreNews } from './core-process.ts';
import type { Crash } from './crash-log.ts';

const crashes: Crash[] = [];
const news: CoreNews[] = [];
const failures: ({ id: string; en: string } | null)[] = [];
let gone = 0;

function start() {
  return startCoreProcess({
    entry: '/dist/node/utility.js',
    args: ['--data-dir=/data', '--keychain'],
    crashLog: (crash) => crashes.push(crash),
    onNews: (told) => news.push(told),
    onGone: () => (gone += 1),
    onFailed: (sentences) => failures.push(sentences),
  });
}

/** The test's page in the place of Electron's. */
function page(): FakeWebContents & Electron.WebContents {
  return new FakeWebContents() as FakeWebContents & Electron.WebContents;
}

beforeEach(() => {
  vi.useFakeTimers();
  crashes.length = 0;
  news.length = 0;
  failures.length = 0;
  gone = 0;
});

afterEach(() => {
  vi.useRealTimers();
  resetElectron();
});

describe('the core in its process', () => {
  it('is started with its data folder and given a port for every page that asks', async () => {
    const core = start();
    expect(utilityProcess.last()).toMatchObject({
      entry: '/dist/node/utility.js',
      args: ['--data-dir=/data', '--keychain'],
    });
    const asking = page();
    core.handPort(asking);
    expect(utilityProcess.last().heard).toEqual([{ type: 'window-port' }]);
    const [atCore] = utilityProcess.last().ports;
    const atPage = asking.ports[0]?.port;
    vi.useRealTimers();
    const heard = new Promise((resolve) => atCore?.on('message', ({ data }) => resolve(data)));
    atCore?.start();
    atPage?.postMessage('halo');
    expect(await heard).toBe('halo');
  });

  it('serves files by the number of the call, whatever order answers come in', async () => {
    const core = start();
    const first = core.serve('/media/a');
    const second = core.serve('/media/b');
    const file = (mimeType: string) => ({ mimeType, headers: {}, content: { path: '/x' } });
    utilityProcess.last().says({ type: 'served', call: 2, file: file('image/png') });
    utilityProcess.last().says({ type: 'served', call: 1, file: null });
    expect(await first).toBeNull();
    expect(await second).toEqual(file('image/png'));
  });

  it('reaches the keychain through the main process, and is told when that is locked', async () => {
    start();
    const child = utilityProcess.last();
    child.says({ type: 'keychain', call: 1, action: 'seal', value: 'rahasia' });
    await vi.waitFor(() => expect(child.heard).toHaveLength(1));
    const { value: sealed } = child.heard[0] as { value: string };
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain('rahasia');
    child.says({ type: 'keychain', call: 2, action: 'open', value: sealed });
    await vi.waitFor(() => expect(child.heard[1]).toMatchObject({ call: 2, value: 'rahasia' }));
    safeStorage.locked = true;
    child.says({ type: 'keychain', call: 3, action: 'open', value: sealed });
    await vi.waitFor(() => expect(child.heard[2]).toMatchObject({ call: 3, value: null }));
  });

  it('passes news on and hears no nonsense', () => {
    start();
    utilityProcess.last().says({ type: 'badge', count: 3 });
    utilityProcess.last().says({ type: 'badge', count: 'many' });
    utilityProcess.last().says(null);
    expect(news).toEqual([{ type: 'badge', count: 3 }]);
  });
});

describe('a core that crashes', () => {
  it('is started again, and the pages that asked meanwhile get their ports', async () => {
    const core = start();
    const pending = core.serve('/media/a');
    utilityProcess.last().end(139);
    expect(await pending).toBeNull();
    expect(await core.serve('/media/b')).toBeNull();
    expect(gone).toBe(1);
    expect(crashes).toEqual([{ process: 'core', reason: 'ended', exitCode: 139 }]);

    const asking = page();
    core.handPort(asking);
    expect(asking.ports).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(utilityProcess.forked).toHaveLength(2);
    expect(asking.ports).toHaveLength(1);
    expect(utilityProcess.last().heard).toEqual([{ type: 'window-port' }]);
  });

  it('is not started again for ever: after the sixth crash it is said, and a person decides', async () => {
    const core = start();
    for (let crash = 0; crash < 6; crash += 1) {
      utilityProcess.last().end(1);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(failures).toEqual([null]);
    expect(utilityProcess.forked).toHaveLength(6);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(utilityProcess.forked).toHaveLength(6);

    core.startAgain();
    expect(utilityProcess.forked).toHaveLength(7);
    utilityProcess.last().end(1);
    await vi.advanceTimersByTimeAsync(250);
    expect(utilityProcess.forked).toHaveLength(8);
  });

  it('that cannot open its data says why, is ended, and can be started again', () => {
    const core = start();
    const sentences = { id: 'Folder dipakai.', en: 'The folder is in use.' };
    utilityProcess.last().says({ type: 'failed', sentences });
    expect(failures).toEqual([sentences]);
    expect(utilityProcess.last().pid).toBeUndefined();
    expect(crashes).toEqual([]);
    core.startAgain();
    expect(utilityProcess.forked).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('asks the core to, and waits until it has ended', async () => {
    const core = start();
    let stopped = false;
    void core.stop().then(() => (stopped = true));
    expect(utilityProcess.last().heard).toEqual([{ type: 'stop' }]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(stopped).toBe(false);
    utilityProcess.last().end(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(utilityProcess.forked).toHaveLength(1);
    expect(crashes).toEqual([]);
  });

  it('ends a core that does not answer within ten seconds', async () => {
    const core = start();
    const stopped = core.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    await stopped;
    expect(utilityProcess.last().pid).toBeUndefined();
  });

  it('is over at once while a crashed core waits to be started again', async () => {
    const core = start();
    utilityProcess.last().end(1);
    await core.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(utilityProcess.forked).toHaveLength(1);
  });
});
