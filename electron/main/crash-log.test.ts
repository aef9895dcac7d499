import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { app } from '../../tests/electron-fake/app.ts';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { FakeWebContents } from '../../tests/electron-fake/windows.ts';
import { createCrashLog, framesOf, logCrashes } from './crash-log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-crash-log-'));
});

afterEach(() => {
  resetElectron();
  process.removeAllListeners('uncaughtExceptionMonitor');
  rmSync(folder, { recursive: true, force: true });
});

function lines(): Record<string, unknown>[] {
  const text = readFileSync(join(folder, 'logs', 'desktop.log'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes down what went down, and nothing of what was being written', () => {
  logCrashes(createCrashLog(folder));
  const page = new FakeWebContents();
  page.url = 'app://redaksi/#/naskah/rahasia';
  page.crash('oom');
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'killed', exitCode: 9 });
  const error = new TypeError('cannot read "Presiden menyatakan rahasia"');
  process.listeners('uncaughtExceptionMonitor').at(-1)?.(error, 'uncaughtException');

  expect(lines()).toMatchObject([
    { process: 'page', reason: 'oom', exitCode: 139 },
    { process: 'GPU', reason: 'killed', exitCode: 9 },
    { process: 'main', reason: 'TypeError' },
  ]);
  expect(JSON.stringify(lines())).not.toContain('rahasia');
  expect(JSON.stringify(lines()[2]?.['at'])).toContain('crash-log.test.ts');
});

it('is private, and does not grow for ever', () => {
  const log = createCrashLog(folder, 100);
  for (let crash = 0; crash < 10; crash += 1) log({ process: 'core', reason: 'ended', exitCode: crash });
  const file = join(folder, 'logs', 'desktop.log');
  expect(statSync(file).size).toBeLessThan(300);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(lines().at(-1)).toMatchObject({ exitCode: 9 });
});

it('stops nothing where it cannot be written', () => {
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  expect(() => createCrashLog(folder)({ process: 'core', reason: 'ended' })).not.toThrow();
});

it('tells where an error came from, not what it says', () => {
  expect(framesOf(new Error('kata kata'))[0]).toMatch(/^crash-log\.test\.ts:\d+:\d+$/);
  expect(framesOf('no error')).toEqual([]);
});
