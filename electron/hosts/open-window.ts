import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const LINUX_COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'vivaldi',
];

const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const WINDOWS_FILES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

/** Shorter than this, a browser that ends has failed or handed the window to one that was already running. */
const AT_ONCE_MS = 5000;

/** Whether a window can be seen here: always on macOS and Windows, with a display server on Linux. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** The places where a browser of the Chromium family (Chrome, Chromium, Edge, Brave, Vivaldi) usually lies. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const bases = [
      process.env['PROGRAMFILES'],
      process.env['PROGRAMFILES(X86)'],
      process.env['LOCALAPPDATA'],
    ];
    return bases.flatMap((base) => (base ? WINDOWS_FILES.map((parts) => join(base, ...parts)) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return LINUX_COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** A file by that name may be a stub or miss its libraries: only one that tells its version counts. */
export function runs(file: string): boolean {
  if (!existsSync(file)) return false;
  // On Windows, --version opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** The path of an installed browser of the Chromium family that runs, or null. */
export function findBrowser(): string | null {
  return usualPlaces().find(runs) ?? null;
}

/** Where the window keeps its cookies and cache, apart from the person's own browser profile. */
function windowProfile(): string {
  const base =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? homedir())
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : (process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return join(base, 'redaksi', 'window');
}

/**
 * Opens `url` in a window of its own, without tabs and address bar.
 *
 * Resolves when that window is closed (`closed`), when the browser passed it on to one that was already running and
 * nothing is known of its end (`passed on`), or when no window could be opened (`failed`).
 */
export function openAppWindow(browser: string, url: string): Promise<'closed' | 'passed on' | 'failed'> {
  const profile = windowProfile();
  mkdirSync(profile, { recursive: true });
  const args = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(browser, args, { stdio: 'ignore' });
    child.on('error', () => resolve('failed'));
    child.on('exit', (code) => {
      if (Date.now() - started > AT_ONCE_MS) resolve('closed');
      else resolve(code === 0 ? 'passed on' : 'failed');
    });
  });
}
