import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { dialog } from '../../tests/electron-fake/surroundings.ts';
import { FakeBrowserWindow, FakeWebContents } from '../../tests/electron-fake/windows.ts';
import { savePdf } from './save-pdf.ts';

const articleId = '0b9d2c57-3f1e-4a58-9d0e-5a4f8b1c2d3e';
const page = `app://redaksi/preview/${articleId}`;
const wanted = { page: { articleId }, name: 'presiden-tiba.pdf' };
let folder: string;

beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'redaksi-pdf-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A window of the workstation, and the page in it that asks. */
function openWindow(): { window: FakeBrowserWindow; asker: WebContents } {
  const window = new FakeBrowserWindow();
  return { window, asker: window.webContents as FakeWebContents & WebContents };
}

it('prints the page of the article in a window nobody sees, and writes it where the person says', async () => {
  const path = join(folder, 'halaman.pdf');
  writeFileSync(path, 'an older one');
  dialog.places = [path];
  const { window, asker } = openWindow();
  expect(await savePdf(asker, wanted)).toBe('saved');
  expect(dialog.offered).toMatchObject([
    { defaultPath: 'presiden-tiba.pdf', filters: [{ extensions: ['pdf'] }] },
  ]);
  expect(readFileSync(path, 'utf8')).toBe(`%PDF ${page}`);
  expect(readdirSync(folder)).toEqual(['halaman.pdf']);
  expect(FakeBrowserWindow.getAllWindows()).toEqual([window]);
});

it('prints nothing where the person changes their mind', async () => {
  const { window, asker } = openWindow();
  expect(await savePdf(asker, wanted)).toBe('cancelled');
  expect(FakeBrowserWindow.getAllWindows()).toEqual([window]);
});

it('tells where the page is not there or the file cannot be written, and leaves what was there', async () => {
  const path = join(folder, 'halaman.pdf');
  writeFileSync(path, 'an older one');
  const { window, asker } = openWindow();
  FakeWebContents.answers = { [page]: 404 };
  dialog.places = [path];
  expect(await savePdf(asker, wanted)).toBe('failed');
  FakeWebContents.answers = {};
  mkdirSync(join(folder, 'taken.pdf', 'inside'), { recursive: true });
  dialog.places = [join(folder, 'taken.pdf')];
  expect(await savePdf(asker, wanted)).toBe('failed');
  expect(readFileSync(path, 'utf8')).toBe('an older one');
  expect(readdirSync(folder).toSorted()).toEqual(['halaman.pdf', 'taken.pdf']);
  expect(FakeBrowserWindow.getAllWindows()).toEqual([window]);
});

it('prints what a window shows before it asks where to: another page may be there by then', async () => {
  const path = join(folder, 'catatan.pdf');
  const { window, asker } = openWindow();
  window.webContents.url = 'app://redaksi/#/catatan/1';
  dialog.places = [path];
  const saving = savePdf(asker, { page: 'shown', name: 'catatan-terbit-1.pdf' });
  window.webContents.url = 'app://redaksi/#/naskah';
  expect(await saving).toBe('saved');
  expect(readFileSync(path, 'utf8')).toBe('%PDF app://redaksi/#/catatan/1');
  expect(window.webContents.printed).toMatchObject([{ pageSize: 'A4' }]);
});
