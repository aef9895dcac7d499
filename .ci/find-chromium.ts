/**
 * Finds the Chromium the end-to-end tests drive: the system's own, else Playwright's download, else (on Debian, as root)
 * the package `chromium`. Called by name it fetches what is missing and fails with a sentence; imported, it only looks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser, runs } from '../electron/hosts/open-window.ts';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** The program's path, or null. REDAKSI_CHROMIUM names one outright. */
export function findChromium(): string | null {
  const named = process.env['REDAKSI_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const downloaded = chromium.executablePath();
  return findBrowser() ?? (runs(downloaded) ? downloaded : null);
}

function attempt(program: string, args: string[], seconds: number): boolean {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: seconds * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Finds Chromium, fetching it where there is none; null when no way led to one. */
function fetchChromium(): string | null {
  const found = findChromium();
  if (found || process.env['REDAKSI_CHROMIUM']) return found;

  process.stderr.write('redaksi: no Chromium or Chrome on this machine; fetching one …\n');
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  attempt(process.execPath, [playwright, 'install', 'chromium'], 300);
  const downloaded = findChromium();
  if (downloaded) return downloaded;

  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    attempt('apt-get', ['update'], 300);
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900);
  }
  return findChromium();
}

if (import.meta.main) {
  const program = fetchChromium();
  if (program) process.stderr.write(`redaksi: browser for the tests: ${program}\n`);
  else {
    process.stderr.write(
      'redaksi: the end-to-end tests need Chromium, Chrome or Edge, and none could be found or fetched. ' +
        'Install one, or name it in REDAKSI_CHROMIUM.\n',
    );
    process.exitCode = 1;
  }
}
