/**
 * A page as a PDF file, printed by Chromium: the preview of an article, opened in a window nobody sees, or what a window
 * shows, as it prints itself.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { PdfOutcome, PdfPage } from '../../shared/page/desktop-messages.ts';
import { PAGE_ORIGIN } from './policy.ts';

/** A page that is not there by then is given up. */
const LOADED_WITHIN_MS = 60_000;

/** A4, with room at the edges; inches, as Electron takes them. */
const PAPER = {
  pageSize: 'A4',
  printBackground: true,
  margins: { top: 0.6, bottom: 0.6, left: 0.6, right: 0.6 },
} as const;

/** Resolves when the page is there with its pictures; rejects where it is not to be had. */
async function load(contents: WebContents, address: string): Promise<void> {
  let status = 0;
  contents.once('did-navigate', (_event, _url, code) => (status = code));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the page did not come')), LOADED_WITHIN_MS);
  });
  await Promise.race([contents.loadURL(address), late]).finally(() => clearTimeout(timer));
  if (status !== 200) throw new Error(`the page was answered with ${status}`);
}

async function printArticle(articleId: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
  });
  try {
    await load(window.webContents, `${PAGE_ORIGIN}/preview/${articleId}`);
    return await window.webContents.printToPDF(PAPER);
  } finally {
    window.destroy();
  }
}

/** Prints at once; answers with what hands the print over. */
async function printed(contents: WebContents): Promise<() => Uint8Array> {
  const bytes = await contents.printToPDF(PAPER);
  return () => bytes;
}

/** A file that was there stays until the new one is whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Asks where to, prints and writes. `name` is the file's name to begin with. Never rejects. */
export async function savePdf(
  asker: WebContents,
  { page, name }: { page: PdfPage; name: string },
): Promise<PdfOutcome> {
  try {
    // It may show something else by the time the person has said where to.
    const print = page === 'shown' ? await printed(asker) : () => printArticle(page.articleId);
    const path = await askWhere(BrowserWindow.fromWebContents(asker), name);
    if (path === null) return 'cancelled';
    await writeWhole(path, await print());
    return 'saved';
  } catch {
    return 'failed';
  }
}

async function askWhere(parent: BrowserWindow | null, name: string): Promise<string | null> {
  const options = { defaultPath: name, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === '' ? null : filePath;
}
