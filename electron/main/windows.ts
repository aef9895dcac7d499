/** The windows: opened where they were, closed once everything in them is stored. */
import { isDeepStrictEqual } from 'node:util';
import {
  BrowserWindow,
  dialog,
  nativeTheme,
  screen,
  type MessageBoxOptions,
  type WebContents,
} from 'electron';
import { translate, type Language } from '../../shared/i18n/translate.ts';
import { decideRestart } from './decide-restart.ts';
import type { DesktopStore, WindowState } from './desktop-store.ts';
import type { PageLink, Saved } from './page-link.ts';
import { PAGE_ORIGIN } from './policy.ts';
import { placeBeside, placeWindow, SMALLEST } from './window-state.ts';

/** Grounds of the page before its style sheet is there; `--bg` of renderer/ui/tokens.css. */
const GROUND = { light: '#f4f2ee', dark: '#141311' };
/** More windows than this are not opened again at the start. */
const MOST_REOPENED = 8;
/** Moving a window, or going down a list by key, brings many changes a second. */
const REMEMBERED_AFTER_MS = 1_000;

export interface Windows {
  /** Opens those of the last time, else one. */
  reopen(): BrowserWindow;
  /** One more; `hash` is the part of the address after `#`, `#` included, of the screen it shows. */
  open(hash?: string): BrowserWindow;
  /** The window that is used now; where there is none, those of the last time are opened. */
  front(): BrowserWindow;
  /** Brings it to the front and into sight. */
  show(window: BrowserWindow): void;
  pages(): WebContents[];
  /** Has everything stored and closes all; false where somebody would rather stay. */
  closeAll(): Promise<boolean>;
}

interface WindowsOptions {
  preload: string;
  /** Shown by Linux window managers; the other systems take it from the program. */
  icon: string;
  spellcheck: boolean;
  store: DesktopStore;
  link: PageLink;
  language(): Language;
}

function hashOf(state: WindowState): string {
  return /^#[\w/%.-]*$/.test(state.hash) ? state.hash : '';
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  const hash = URL.parse(window.webContents.getURL())?.hash ?? '';
  return { x, y, width, height, maximized: window.isMaximized(), hash };
}

export function createWindows(options: WindowsOptions): Windows {
  const { preload, icon, spellcheck, store, link, language } = options;
  /** Windows that are asked to store what they hold, or have done so. */
  const closing = new Set<BrowserWindow>();

  /** Those of the app; one that prints unseen is none. */
  const opened = new Set<BrowserWindow>();

  function all(): BrowserWindow[] {
    return [...opened].filter((window) => !window.isDestroyed());
  }

  function areas(): Electron.Rectangle[] {
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
    return [main, ...others].map(({ workArea }) => workArea);
  }

  let remembered: WindowState[] = [];

  function remember(): void {
    const windows = all().map(stateOf);
    if (windows.length === 0 || isDeepStrictEqual(windows, remembered)) return;
    remembered = windows;
    store.write({ windows });
  }

  let remembering: NodeJS.Timeout | null = null;

  /** The program may be killed at any time: what a window shows and where it is are known a second later. */
  function rememberSoon(): void {
    remembering ??= setTimeout(() => {
      remembering = null;
      remember();
    }, REMEMBERED_AFTER_MS);
  }

  function keepRemembered(window: BrowserWindow): void {
    window.webContents.on('did-navigate-in-page', rememberSoon);
    window.on('move', rememberSoon);
    window.on('resize', rememberSoon);
    window.on('maximize', rememberSoon);
    window.on('unmaximize', rememberSoon);
    window.on('closed', rememberSoon);
    rememberSoon();
  }

  async function ask(window: BrowserWindow, box: MessageBoxOptions): Promise<number> {
    if (window.isMinimized()) window.restore();
    window.show();
    const { response } = await dialog.showMessageBox(window, { type: 'warning', noLink: true, ...box });
    return response;
  }

  /** Whether the window may go, given what its page answered; the person decides where words would be lost. */
  async function mayGo(window: BrowserWindow, saved: Saved): Promise<boolean> {
    if (saved === 'saved' || window.isDestroyed()) return true;
    const why = saved === 'unsaved' ? 'unsaved' : 'silent';
    const response = await ask(window, {
      message: translate(language(), `desktop.close.${why}.title`),
      detail: translate(language(), `desktop.close.${why}.text`),
      buttons: [translate(language(), 'desktop.close.stay'), translate(language(), 'desktop.close.anyway')],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  async function close(window: BrowserWindow): Promise<boolean> {
    if (closing.has(window)) return false;
    closing.add(window);
    const gone = await mayGo(window, await link.askToSave(window.webContents));
    closing.delete(window);
    if (gone && !window.isDestroyed()) {
      remember();
      window.destroy();
    }
    return gone;
  }

  /** A page that crashed comes back; what it had stored is at most a second behind. */
  function reviveAfterCrash(window: BrowserWindow): void {
    let crashes: readonly number[] = [];
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      const decision = decideRestart(crashes, Date.now());
      crashes = decision.crashes;
      if (decision.restartInMs === null) void askAfterCrashes(window);
      else setTimeout(() => !window.isDestroyed() && window.webContents.reload(), decision.restartInMs);
    });
  }

  /** A page that hangs is waited for, or ended and brought back, as the person says. */
  function askWhenHung(window: BrowserWindow): void {
    let asking = false;
    window.on('unresponsive', () => {
      if (asking) return;
      asking = true;
      void ask(window, {
        message: translate(language(), 'desktop.page.hung.title'),
        detail: translate(language(), 'desktop.page.hung.text'),
        buttons: [
          translate(language(), 'desktop.page.hung.wait'),
          translate(language(), 'desktop.page.gone.reload'),
        ],
        defaultId: 0,
        cancelId: 0,
      }).then((response) => {
        asking = false;
        if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
      });
    });
  }

  async function askAfterCrashes(window: BrowserWindow): Promise<void> {
    const response = await ask(window, {
      message: translate(language(), 'desktop.page.gone.title'),
      detail: translate(language(), 'desktop.page.gone.text'),
      buttons: [
        translate(language(), 'desktop.page.gone.reload'),
        translate(language(), 'desktop.page.gone.close'),
      ],
      defaultId: 0,
      cancelId: 0,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.webContents.reload();
    else window.destroy();
  }

  function openAt(place: ReturnType<typeof placeWindow>, maximized: boolean, hash: string): BrowserWindow {
    const window = new BrowserWindow({
      ...place,
      title: 'Redaksi',
      icon,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: GROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        navigateOnDragDrop: false,
        webviewTag: false,
        spellcheck,
      },
    });
    opened.add(window);
    window.once('closed', () => opened.delete(window));
    if (maximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      event.preventDefault();
      void close(window);
    });
    reviveAfterCrash(window);
    askWhenHung(window);
    keepRemembered(window);
    void window.loadURL(`${PAGE_ORIGIN}/${hash}`);
    return window;
  }

  function open(hash = ''): BrowserWindow {
    const beside = BrowserWindow.getFocusedWindow() ?? all().at(-1);
    const place =
      beside === undefined ? placeWindow(null, areas()) : placeBeside(beside.getNormalBounds(), areas());
    return openAt(place, false, hash);
  }

  /** Opens those of the last time, else one; answers with the last of them. */
  function reopen(): BrowserWindow {
    const states = store.read().windows.slice(0, MOST_REOPENED);
    const opened = states.map((state) => openAt(placeWindow(state, areas()), state.maximized, hashOf(state)));
    return opened.at(-1) ?? open();
  }

  return {
    reopen,
    open,
    front: () => BrowserWindow.getFocusedWindow() ?? all().at(-1) ?? reopen(),
    show(window) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    pages: () => all().map(({ webContents }) => webContents),
    async closeAll() {
      remember();
      const windows = all();
      const saved = await Promise.all(windows.map(({ webContents }) => link.askToSave(webContents)));
      for (const [index, window] of windows.entries()) {
        if (!(await mayGo(window, saved[index] ?? 'saved'))) return false;
      }
      for (const window of windows) window.destroy();
      return true;
    },
  };
}
