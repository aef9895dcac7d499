import { BrowserWindow } from 'electron';
import { guardContents, PAGE_ORIGIN } from './policy.ts';

/** Opens a window on the page. The page has no Node in it and lives in a sandbox. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Redaksi',
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // Electron would fetch its dictionaries from the web.
      spellcheck: false,
    },
  });
  guardContents(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

/** Brings the window that is open to the front. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
