import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { app } from '../../tests/electron-fake/app.ts';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { FakeBrowserWindow } from '../../tests/electron-fake/windows.ts';
import { runCommandLine } from './command-line.ts';

const argv = process.argv;
const exitCode = process.exitCode;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-command-line-'));
});

afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  resetElectron();
  rmSync(folder, { recursive: true, force: true });
});

it('runs the command line as `redaksi` would, without a window, and ends with its exit code', async () => {
  const entry = join(folder, 'cli.mjs');
  writeFileSync(entry, 'globalThis.wordsOfCommandLine = process.argv.slice(2); process.exitCode = 3;');
  await runCommandLine(['parse', 'x.xml', '--jsonl'], entry);
  expect(Reflect.get(globalThis, 'wordsOfCommandLine')).toEqual(['parse', 'x.xml', '--jsonl']);
  expect(app.ended).toBe(3);
  expect(FakeBrowserWindow.getAllWindows()).toEqual([]);
});
