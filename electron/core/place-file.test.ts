import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeFile } from './place-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file is there whole under its name alone, in a folder that is made for it, and replaces the one before', async () => {
  const path = join(folder, 'a', 'b', 'kabar.html');
  await placeFile(path, 'lama', { unfinished: '.kabar.part' });
  await placeFile(path, Buffer.from('baru'), { lightly: true });
  expect(readFileSync(path, 'utf8')).toBe('baru');
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['kabar.html']);
});

test('two that place the same file at once both do', async () => {
  const path = join(folder, 'gambar');
  await Promise.all([placeFile(path, 'satu dua'), placeFile(path, 'satu dua')]);
  expect(readFileSync(path, 'utf8')).toBe('satu dua');
  expect(readdirSync(folder)).toEqual(['gambar']);
});

test('an attempt that fails leaves what was there, and nothing of its own', async () => {
  // A folder stands where the file is to be.
  mkdirSync(join(folder, 'kabar.html', 'isi'), { recursive: true });
  await expect(placeFile(join(folder, 'kabar.html'), 'baru')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(folder)).toEqual(['kabar.html']);
});
