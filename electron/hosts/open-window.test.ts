import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, hasDisplay, openAppWindow } from './open-window.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-window-'));
  vi.stubEnv('XDG_CACHE_HOME', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A program on PATH that does what a browser of that kind would do. */
function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe.runIf(process.platform === 'linux')('on Linux', () => {
  it('passes over a browser that does not start and takes the next', () => {
    program('google-chrome', 'echo "not installed" >&2; exit 127');
    const chromium = program('chromium', 'echo "Chromium 140"');
    vi.stubEnv('PATH', folder);
    expect(findBrowser()).toBe(chromium);
  });

  it('finds none where none is installed', () => {
    vi.stubEnv('PATH', folder);
    expect(findBrowser()).toBeNull();
  });

  it('sees a display under X11 and Wayland, and none without either', () => {
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    expect(hasDisplay()).toBe(false);
    vi.stubEnv('WAYLAND_DISPLAY', 'wayland-0');
    expect(hasDisplay()).toBe(true);
    vi.stubEnv('WAYLAND_DISPLAY', '');
    vi.stubEnv('DISPLAY', ':0');
    expect(hasDisplay()).toBe(true);
  });

  it('asks for an app window and notices when another window of the browser takes it over', async () => {
    const said = join(folder, 'said');
    const browser = program('chromium', `echo "$@" > ${said}`);
    await expect(openAppWindow(browser, 'http://127.0.0.1:1/#ticket=x')).resolves.toBe('passed on');
    expect(readFileSync(said, 'utf8')).toContain('--app=http://127.0.0.1:1/#ticket=x');
  });

  it('says so when the browser fails or is not there', async () => {
    const broken = program('chromium', 'exit 1');
    await expect(openAppWindow(broken, 'http://127.0.0.1:1/')).resolves.toBe('failed');
    await expect(openAppWindow(join(folder, 'gone'), 'http://127.0.0.1:1/')).resolves.toBe('failed');
  });
});
