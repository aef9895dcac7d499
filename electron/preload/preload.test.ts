import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ipcRenderer, resetIpc } from '../../tests/electron-fake/ipc.ts';

/** As much of a page's window as the preload sees. */
class FakeWindow extends EventTarget {
  readonly location = { origin: 'app://redaksi' };
  posted: { message: unknown; origin: string; transfer: unknown[] }[] = [];

  postMessage(message: unknown, origin: string, transfer: unknown[] = []): void {
    this.posted.push({ message, origin, transfer });
  }
  hears(data: unknown, { origin = 'app://redaksi', source = this as unknown } = {}): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  }
}

let page: FakeWindow;

beforeEach(async () => {
  page = new FakeWindow();
  vi.stubGlobal('window', page);
  vi.resetModules();
  // The module is loaded anew for each page, and finds the same Electron.
  vi.doMock('electron', () => ({ ipcRenderer }));
  await import('./preload.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
  resetIpc();
});

describe('what the preload carries', () => {
  it('asks for a port for the page, and hands it over to this page alone', () => {
    page.hears('redaksi:core-port-wanted');
    expect(ipcRenderer.sent).toEqual([['core-port-wanted']]);
    const port = { name: 'port' };
    ipcRenderer.hears('core-port', { ports: [port] });
    expect(page.posted).toEqual([
      { message: 'redaksi:core-port', origin: 'app://redaksi', transfer: [port] },
    ]);
  });

  it('carries words both ways', () => {
    page.hears({ 'redaksi:to-desktop': { type: 'listening' } });
    expect(ipcRenderer.sent).toEqual([['from-page', { type: 'listening' }]]);
    ipcRenderer.hears('to-page', {}, { type: 'run', command: 'go.wire' });
    ipcRenderer.hears('core-gone', {});
    expect(page.posted).toEqual([
      {
        message: { 'redaksi:from-desktop': { type: 'run', command: 'go.wire' } },
        origin: 'app://redaksi',
        transfer: [],
      },
      { message: 'redaksi:core-gone', origin: 'app://redaksi', transfer: [] },
    ]);
  });

  it('does not hear frames, other origins, or what is not said to the desktop', () => {
    page.hears('redaksi:core-port-wanted', { source: {} });
    page.hears('redaksi:core-port-wanted', { origin: 'https://jahat.example' });
    page.hears({ 'redaksi:to-desktop': { type: 'listening' } }, { origin: 'null' });
    page.hears('something else');
    page.hears(null);
    page.hears({ type: 'listening' });
    expect(ipcRenderer.sent).toEqual([]);
  });

  it('gives the page nothing of Electron', () => {
    expect(Object.keys(page).sort()).toEqual(['location', 'posted']);
  });
});
