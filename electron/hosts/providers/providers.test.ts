import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { DataFolderError, takeDataFolder } from './data-folder.ts';
import { createFileLog } from './log.ts';
import { createSettingsStore } from './settings-store.ts';
import { createFileVault, VaultError } from './vault.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-providers-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  test('a second desk is refused with a sentence, and let in when the first has gone', () => {
    const first = takeDataFolder(folder);
    expect(() => takeDataFolder(folder)).toThrow(DataFolderError);
    expect(() => takeDataFolder(folder)).toThrow(/is in use by another Redaksi/);
    first.release();
    takeDataFolder(folder).release();
  });

  test('a desk that was killed locks nobody out', async () => {
    const module = join(import.meta.dirname, 'data-folder.ts');
    const script = `import { takeDataFolder } from ${JSON.stringify(module)};
      globalThis.held = takeDataFolder(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    try {
      expect(() => takeDataFolder(folder)).toThrow(DataFolderError);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    takeDataFolder(folder).release();
  });

  test('a path that is no folder is refused with a sentence', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'inside'))).toThrow(/is not a folder/);
  });
});

describe('the vault', () => {
  test('keeps secrets from one start to the next, unreadable on disk and private', async () => {
    await createFileVault(folder).set('target:1', 'rahasia besar');
    expect(await createFileVault(folder).get('target:1')).toBe('rahasia besar');
    expect(readFileSync(join(folder, 'vault.json'), 'latin1')).not.toContain('rahasia');
    expect(statSync(join(folder, 'vault.key')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'vault.json')).mode & 0o077).toBe(0);
  });

  test('a changed byte is noticed, never read as another secret', async () => {
    await createFileVault(folder).set('target:1', 'rahasia');
    const file = join(folder, 'vault.json');
    const changed = readFileSync(file, 'utf8').replace(/(?<=key-file:)./, (first) =>
      first === 'A' ? 'B' : 'A',
    );
    writeFileSync(file, changed);
    await expect(createFileVault(folder).get('target:1')).rejects.toThrow(VaultError);
  });

  test('one that cannot be read, or whose key is damaged, is kept aside when a secret is entered anew', async () => {
    const vault = createFileVault(folder);
    await vault.set('a', '1');
    writeFileSync(join(folder, 'vault.json'), '{"a": ');
    await expect(vault.get('a')).rejects.toThrow(VaultError);
    await vault.set('a', '2');
    expect(await vault.get('a')).toBe('2');
    writeFileSync(join(folder, 'vault.key'), 'pendek');
    await expect(vault.get('a')).rejects.toThrow(VaultError);
    await vault.set('a', '3');
    expect(await vault.get('a')).toBe('3');
    expect(readdirSync(folder).filter((name) => name.includes('-damaged-'))).toHaveLength(2);
  });

  test('a deleted secret is gone, the others stay', async () => {
    const vault = createFileVault(folder);
    await vault.set('a', '1');
    await vault.set('b', '2');
    await vault.delete('a');
    expect([await vault.get('a'), await vault.get('b')]).toEqual([null, '2']);
  });
});

describe('the settings store', () => {
  test('gives back what was written, at the next start too', () => {
    const settings = settingsSchema.parse({ house: { name: 'Seruji' } });
    createSettingsStore(folder).write(settings);
    expect(createSettingsStore(folder).read()).toEqual(settings);
  });

  test('a file that is no JSON is kept aside and does not stop the start', () => {
    writeFileSync(join(folder, 'settings.json'), '{"house": ');
    expect(settingsSchema.parse(createSettingsStore(folder).read()).house.name).toBe('Redaksi');
  });
});

describe('the log', () => {
  test('is read back newest first, over the change of files; a line a crash cut off is passed over', () => {
    const { log, readLog } = createFileLog(folder, false, 230);
    expect(readLog()).toEqual([]);
    log.info('opened', { stories: 47, version: 'x'.repeat(60) });
    log.error('call failed', { path: 'wire.get', error: 'Error: no such story' });
    log.warn('slow', { tags: ['a'] });
    appendFileSync(join(folder, 'logs', 'redaksi.log'), '{"time":"2026-');
    expect(existsSync(join(folder, 'logs', 'redaksi.log.1'))).toBe(true);
    expect(readLog()).toMatchObject([
      { level: 'warn', message: 'slow', details: { tags: '["a"]' } },
      { level: 'error', message: 'call failed', details: { path: 'wire.get' } },
      { level: 'info', message: 'opened', details: { stories: '47' } },
    ]);
  });
});
