import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesktopStore } from './desktop-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-desktop-store-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nothing = {
  windows: [],
  language: null,
  spellingLanguages: ['id', 'en'],
  trayTold: false,
  updateFeed: '',
  spellingAddress: '',
};

it('remembers from one start to the next, and leaves alone what others set by hand', () => {
  writeFileSync(join(folder, 'desktop.json'), '{"updateFeed": "https://pembaruan.example/"}');
  const windows = [{ x: 5, y: 6, width: 1000, height: 700, maximized: false, hash: '#/kawat' }];
  openDesktopStore(folder).write({ windows, language: 'en' });
  expect(openDesktopStore(folder).read()).toEqual({
    ...nothing,
    windows,
    language: 'en',
    updateFeed: 'https://pembaruan.example/',
  });
});

it('takes what can be read of a file that somebody spoilt', () => {
  writeFileSync(
    join(folder, 'desktop.json'),
    '{"windows": "none", "language": "fr", "updateFeed": "https://x.example/"}',
  );
  expect(openDesktopStore(folder).read()).toEqual({ ...nothing, updateFeed: 'https://x.example/' });
  writeFileSync(join(folder, 'desktop.json'), '{"windows": [');
  expect(openDesktopStore(folder).read()).toEqual(nothing);
});
