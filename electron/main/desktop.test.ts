import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../tests/electron-fake/app.ts';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { FakeEvent } from '../../tests/electron-fake/events.ts';
import { sayFromPage } from '../../tests/electron-fake/ipc.ts';
import { safeStorage } from '../../tests/electron-fake/session.ts';
import {
  dialog,
  FakeMenu,
  FakeNotification,
  FakeTray,
  nativeTheme,
  shell,
} from '../../tests/electron-fake/surroundings.ts';
import { utilityProcess } from '../../tests/electron-fake/utility-process.ts';
import { FakeBrowserWindow, type FakeWebContents } from '../../tests/electron-fake/windows.ts';
import type { FromPage, ToPage } from '../../shared/page/desktop-messages.ts';
import { startDesktop } from './desktop.ts';
import type { Launch } from './launch.ts';

let folder: string;
const plainLaunch: Launch = { cli: null, dataFolder: null, links: [], files: [] };

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'redaksi-desktop-'));
  app.setPath('userData', join(folder, 'window'));
  // A core that stops when it is told to.
  const fork = utilityProcess.start;
  utilityProcess.start = (...words) => {
    const child = fork(...words);
    child.on('fake-heard', ({ type }: { type: string }) => type === 'stop' && child.end(0));
    return child;
  };
});

afterEach(() => {
  vi.useRealTimers();
  process.removeAllListeners('uncaughtExceptionMonitor');
  resetElectron();
  rmSync(folder, { recursive: true, force: true });
});

async function start(launch: Partial<Launch> = {}): Promise<void> {
  await startDesktop({
    launch: { ...plainLaunch, ...launch },
    dataFolder: folder,
    preload: '/dist/electron/preload.cjs',
    rendererFolder: '/dist/renderer',
    coreEntry: '/dist/node/utility.js',
    iconFolder: '/resources/icons',
  });
}

function windows(): FakeBrowserWindow[] {
  return FakeBrowserWindow.getAllWindows();
}
function only(): FakeBrowserWindow {
  const [window, ...others] = windows();
  if (window === undefined || others.length > 0) throw new Error(`${windows().length} windows`);
  return window;
}
function says(page: FakeWebContents, message: FromPage): void {
  sayFromPage(page, 'from-page', message);
}
function toldTo(page: FakeWebContents): ToPage[] {
  return page.sent.filter(([channel]) => channel === 'to-page').map(([, message]) => message as ToPage);
}
/** The page listens, and answers when it is asked to save. */
function live(window: FakeBrowserWindow, unsaved = false): FakeBrowserWindow {
  const page = window.webContents;
  page.on('fake-sent', (_channel: string, message: ToPage | undefined) => {
    if (message?.type === 'save') says(page, { type: 'saved', call: message.call, unsaved });
  });
  says(page, { type: 'listening' });
  return window;
}
function core() {
  return utilityProcess.last();
}
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('windows', () => {
  it('open on the app where they were, and as many as there were', async () => {
    await start();
    live(only()).webContents.url = 'app://redaksi/#/naskah/12';
    only().bounds = { x: 40, y: 30, width: 1200, height: 800 };
    FakeMenu.application?.labelled('Jendela baru').click();
    expect(windows()).toHaveLength(2);
    expect(windows()[1]?.bounds).toEqual({ x: 68, y: 58, width: 1200, height: 800 });
    live(windows()[1] as FakeBrowserWindow).maximize();
    app.quit();
    await settle();
    expect(app.ended).toBe(0);

    resetElectron();
    app.setPath('userData', join(folder, 'window'));
    await start();
    expect(windows().map(({ bounds }) => bounds)).toEqual([
      { x: 40, y: 30, width: 1200, height: 800 },
      { x: 68, y: 58, width: 1200, height: 800 },
    ]);
    expect(windows().map(({ maximized }) => maximized)).toEqual([false, true]);
    expect(windows()[0]?.webContents.url).toBe('app://redaksi/#/naskah/12');
  });

  it('a screen that asks for a window of its own gets one of ours', async () => {
    await start();
    const answer = live(only()).webContents.openWindow('app://redaksi/#/ticker/7');
    expect(answer).toEqual({ action: 'deny' });
    expect(windows().map(({ webContents }) => webContents.url)).toEqual([
      expect.stringContaining('app://redaksi/'),
      'app://redaksi/#/ticker/7',
    ]);
  });

  it('open on what they showed last after the program was killed', async () => {
    await start();
    const window = live(only());
    FakeMenu.application?.labelled('Jendela baru').click();
    const [, second] = windows();
    window.webContents.goTo('#/terbitan');
    window.placeAt({ x: 20, y: 10, width: 1000, height: 700 });
    await vi.advanceTimersByTimeAsync(1_000);
    window.webContents.goTo('#/naskah/7');
    await vi.advanceTimersByTimeAsync(400);
    window.webContents.goTo('#/naskah/8');
    await vi.advanceTimersByTimeAsync(600);
    second?.destroy();
    await vi.advanceTimersByTimeAsync(1_000);

    // Killed: nobody closes anything.
    resetElectron();
    app.setPath('userData', join(folder, 'window'));
    await start();
    expect(windows().map(({ bounds, webContents }) => [webContents.url, bounds])).toEqual([
      ['app://redaksi/#/naskah/8', { x: 20, y: 10, width: 1000, height: 700 }],
    ]);
  });

  it('a second start of the program brings the first to the front, with its links', async () => {
    await start();
    const window = live(only());
    window.minimized = true;
    window.blur();
    app.emit('second-instance', {}, ['electron', '.', 'redaksi://naskah/7'], '/home/sari');
    expect(window.minimized).toBe(false);
    expect(FakeBrowserWindow.getFocusedWindow()).toBe(window);
    expect(toldTo(window.webContents)).toEqual([{ type: 'open-link', address: 'redaksi://naskah/7' }]);
  });

  it('a page that crashes comes back; one that keeps crashing is asked about', async () => {
    await start();
    const { webContents } = live(only());
    for (let crash = 0; crash < 5; crash += 1) {
      webContents.crash();
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(webContents.reloads).toBe(5);
    dialog.answers = [0];
    webContents.crash();
    await settle();
    expect(dialog.said[0]?.message).toBe('Jendela berhenti berulang kali');
    expect(webContents.reloads).toBe(6);
  });

  it('a page gets a PDF of an article; its own window stays the only one, and what is no article is not heard', async () => {
    await start();
    const { webContents } = live(only());
    const articleId = '0b9d2c57-3f1e-4a58-9d0e-5a4f8b1c2d3e';
    dialog.places = [join(folder, 'a.pdf')];
    says(webContents, { type: 'save-pdf', call: 3, page: { articleId: '../../etc' }, name: 'a.pdf' });
    says(webContents, { type: 'save-pdf', call: 4, page: { articleId }, name: 'a.pdf' });
    await vi.waitFor(() => expect(toldTo(webContents)).toEqual([{ type: 'pdf', call: 4, outcome: 'saved' }]));
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toContain(`/preview/${articleId}`);
    expect(only().webContents).toBe(webContents);
  });

  it('a page that hangs is waited for, or brought back', async () => {
    await start();
    const window = live(only());
    dialog.answers = [0];
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(window.webContents.reloads).toBe(0);
    dialog.answers = [1];
    window.emit('unresponsive');
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(dialog.said.map(({ message }) => message)).toEqual([
      'Jendela lama tidak menjawab',
      'Jendela lama tidak menjawab',
    ]);
    expect(window.webContents.reloads).toBe(1);
  });
});

describe('links and files', () => {
  it('that the program was started with wait until the page listens', async () => {
    const file = join(folder, 'kawat.xml');
    writeFileSync(file, '<rss/>');
    await start({ links: ['redaksi://kawat/12'], files: [file, join(folder, 'missing.xml')] });
    const { webContents } = only();
    expect(toldTo(webContents)).toEqual([]);
    await vi.waitFor(() => expect(dialog.errors).toHaveLength(1));
    says(webContents, { type: 'listening' });
    expect(toldTo(webContents)).toEqual([
      { type: 'open-link', address: 'redaksi://kawat/12' },
      { type: 'import', files: [{ name: 'kawat.xml', bytes: new TextEncoder().encode('<rss/>') }] },
    ]);
    expect(dialog.errors[0]?.content).toBe('missing.xml tidak dapat dibuka: berkasnya tidak dapat dibaca');
  });

  it('come by events on a Mac, before the program is ready too', async () => {
    const starting = start();
    const event = new FakeEvent();
    app.emit('open-url', event, 'redaksi://depan');
    expect(event.defaultPrevented).toBe(true);
    await starting;
    says(only().webContents, { type: 'listening' });
    expect(toldTo(only().webContents)).toEqual([{ type: 'open-link', address: 'redaksi://depan' }]);
  });

  it('that are too large are refused with a sentence', async () => {
    const file = join(folder, 'besar.xml');
    writeFileSync(file, '');
    truncateSync(file, 61 * 1024 * 1024);
    await start();
    live(only());
    app.emit('open-file', new FakeEvent(), file);
    await vi.waitFor(() => expect(dialog.errors).toHaveLength(1));
    expect(dialog.errors[0]?.content).toContain('lebih besar dari 60 MB');
    expect(toldTo(only().webContents)).toEqual([]);
  });
});

describe('menu, tray, notifications', () => {
  it('offer what the window in front can do now, and do it there', async () => {
    await start();
    const window = live(only());
    says(window.webContents, { type: 'commands', available: ['go.wire', 'wire.search'] });
    const menu = FakeMenu.application;
    expect(menu?.getMenuItemById('wire.search')?.enabled).toBe(true);
    expect(menu?.getMenuItemById('article.publish')?.enabled).toBe(false);
    menu?.getMenuItemById('wire.search')?.click(window);
    expect(toldTo(window.webContents)).toEqual([{ type: 'run', command: 'wire.search' }]);
    window.blur();
    expect(menu?.getMenuItemById('wire.search')?.enabled).toBe(false);
  });

  it('speak the language of the settings, from the last time on', async () => {
    await start();
    expect(FakeMenu.application?.labelled('Berkas')).toBeDefined();
    core().says({ type: 'look', look: { language: 'en', theme: 'dark', keepInTray: true } });
    expect(FakeMenu.application?.labelled('File')).toBeDefined();
    expect(FakeTray.last?.menu?.labelled('Pause the wire')).toBeDefined();
    expect(nativeTheme.themeSource).toBe('dark');

    resetElectron();
    app.setPath('userData', join(folder, 'window'));
    await start();
    expect(FakeMenu.application?.labelled('File')).toBeDefined();
  });

  it('pause the wire from the tray, and tell a core that came back of it', async () => {
    await start();
    live(only());
    FakeTray.last?.menu?.labelled('Jeda pengambilan kawat').click();
    expect(core().heard).toContainEqual({ type: 'pause-intake', paused: true });
    core().says({ type: 'intake', paused: true });
    expect(FakeTray.last?.tooltip).toBe('Redaksi – kawat dijeda');
    FakeTray.last?.menu?.labelled('Lanjutkan pengambilan kawat').click();
    expect(core().heard).toContainEqual({ type: 'pause-intake', paused: false });

    core().end(139);
    await vi.advanceTimersByTimeAsync(250);
    expect(core().heard).toEqual([]);
    core().says({ type: 'ready' });
    expect(core().heard).toEqual([{ type: 'pause-intake', paused: true }]);
  });

  it('tell news of the core, which lead to the place when clicked', async () => {
    await start();
    const window = live(only());
    const news = { title: 'Mendesak · Antara', body: 'Gempa', link: 'redaksi://kawat/12' };
    core().says({ type: 'news', news });
    expect(FakeNotification.shown[0]?.options).toEqual({ title: news.title, body: news.body });
    FakeNotification.shown[0]?.emit('click');
    expect(toldTo(window.webContents)).toEqual([{ type: 'open-link', address: 'redaksi://kawat/12' }]);
    core().says({ type: 'badge', count: 4 });
    expect(app.badge).toBe(4);
  });

  it('the menu under the pointer opens in every window', async () => {
    await start();
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
    const clicked = {
      misspelledWord: 'presidn',
      dictionarySuggestions: ['presiden'],
      isEditable: true,
      editFlags,
      linkURL: '',
      selectionText: '',
    };
    only().webContents.emit('context-menu', {}, clicked);
    FakeMenu.popped[0]?.labelled('presiden').click();
    FakeMenu.popped[0]?.labelled('Tambahkan “presidn” ke kamus').click();
    expect(only().webContents.spelled).toEqual(['presiden']);
    expect(only().webContents.session.spelling.words).toEqual(['presidn']);
  });
});

describe('the core', () => {
  it('gets its folder, and is told of the keychain only where there is a real one', async () => {
    await start();
    expect(core().args).toEqual([`--data-dir=${folder}`, '--keychain']);

    resetElectron();
    app.setPath('userData', join(folder, 'window'));
    safeStorage.backend = 'basic_text';
    await start();
    expect(core().args).toEqual(process.platform === 'linux' ? [`--data-dir=${folder}`] : expect.anything());
  });

  it('gives ports to the app alone, and pages learn when it is gone', async () => {
    await start();
    const { webContents } = live(only());
    sayFromPage(webContents, 'core-port-wanted', undefined, { url: 'app://redaksi/preview/1' });
    sayFromPage(webContents, 'core-port-wanted', undefined, null);
    expect(webContents.ports).toEqual([]);
    sayFromPage(webContents, 'core-port-wanted');
    expect(webContents.ports.map(({ channel }) => channel)).toEqual(['core-port']);
    core().end(139);
    expect(webContents.sent).toContainEqual(['core-gone']);
    sayFromPage(webContents, 'core-port-wanted');
    await vi.advanceTimersByTimeAsync(250);
    expect(webContents.ports).toHaveLength(2);
  });

  it('that crashes in a loop ends in a sentence and what to do; the windows stay', async () => {
    await start();
    live(only());
    dialog.answers = [1, 0];
    for (let crash = 0; crash < 6; crash += 1) {
      core().end(139);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(dialog.said[0]?.message).toBe('Redaksi tidak dapat bekerja');
    expect(dialog.said[0]?.detail).toMatch(/tersimpan aman.*Coba lagi/);
    expect(dialog.said[0]?.buttons).toEqual(['Coba lagi', 'Buka folder catatan', 'Keluar']);
    expect(shell.opened).toEqual([join(folder, 'logs')]);
    expect(windows()).toHaveLength(1);
    expect(utilityProcess.forked, 'six, and once more after "try again"').toHaveLength(7);
  });

  it('that cannot be opened says why; who quits then is let go', async () => {
    await start();
    live(only());
    dialog.answers = [2];
    core().says({ type: 'failed', sentences: { id: 'Folder dipakai.', en: 'In use.' } });
    await settle();
    expect(dialog.said[0]?.detail).toBe('Folder dipakai.');
    expect(app.ended).toBe(0);
  });
});

describe('closing', () => {
  it('has the page store everything, then the core stop, then ends, where the tray is not wanted', async () => {
    await start();
    core().says({ type: 'look', look: { language: 'id', theme: 'system', keepInTray: false } });
    const window = live(only());
    window.close();
    expect(window.destroyed).toBe(false);
    await settle();
    expect(window.destroyed).toBe(true);
    expect(toldTo(window.webContents)).toEqual([{ type: 'save', call: 1 }]);
    if (process.platform === 'darwin') return;
    expect(core().heard).toEqual([{ type: 'stop' }]);
    expect(app.ended).toBe(0);
  });

  it('asks where words would be lost, and stays when told to', async () => {
    await start();
    const window = live(only(), true);
    dialog.answers = [0];
    app.quit();
    await settle();
    expect(dialog.said[0]?.message).toBe('Ada tulisan yang belum tersimpan');
    expect(window.destroyed).toBe(false);
    expect(core().heard).toEqual([]);

    dialog.answers = [1];
    app.quit();
    await settle();
    expect(window.destroyed).toBe(true);
    expect(app.ended).toBe(0);
  });

  it.skipIf(process.platform === 'darwin')(
    'the last window leaves the program in the tray, says so once, and comes back where it was',
    async () => {
      await start();
      live(only()).bounds = { x: 40, y: 30, width: 1200, height: 800 };
      only().webContents.url = 'app://redaksi/#/naskah/12';
      only().close();
      await settle();
      expect(windows()).toEqual([]);
      expect(core().heard).toEqual([]);
      expect(FakeNotification.shown.map(({ options }) => options.title)).toEqual(['Redaksi tetap berjalan']);

      FakeTray.last?.emit('click');
      expect(only().bounds).toEqual({ x: 40, y: 30, width: 1200, height: 800 });
      expect(only().webContents.url).toBe('app://redaksi/#/naskah/12');
      live(only()).close();
      await settle();
      expect(FakeNotification.shown, 'said once').toHaveLength(1);

      FakeTray.last?.menu?.labelled('Keluar dari Redaksi').click();
      await settle();
      expect(core().heard).toContainEqual({ type: 'stop' });
      expect(app.ended).toBe(0);
    },
  );

  it('does not wait for ever for a page that does not answer', async () => {
    await start();
    says(only().webContents, { type: 'listening' });
    dialog.answers = [1];
    app.quit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(dialog.said).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(dialog.said[0]?.message).toBe('Jendela tidak menjawab');
    expect(app.ended).toBe(0);
  });

  it('does not ask a page that crashed, nor one that never came up', async () => {
    await start();
    live(only()).webContents.crashed = true;
    app.quit();
    await settle();
    expect(app.ended).toBe(0);
  });
});

it('a folder for the windows that cannot be written costs their place, no more', async () => {
  mkdirSync(join(folder, 'window'));
  await start();
  rmSync(join(folder, 'window'), { recursive: true });
  writeFileSync(join(folder, 'window'), 'a file');
  live(only());
  app.quit();
  await settle();
  expect(app.ended).toBe(0);
});
