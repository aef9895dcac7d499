import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeManuscripts, takeOpenedFiles } from '../opened-files.ts';
import { savePdf } from '../save-pdf.ts';
import { keepBeforeClose } from '../unsaved.ts';
import { listenToDesktop } from './desktop.ts';

/** As much of a window as the page's side of the desktop sees. */
class FakeWindow extends EventTarget {
  readonly location = { origin: 'app://redaksi', protocol: 'app:', hash: '#/terbitan' };
  readonly history = { pushState: (_state: unknown, _title: string, href: string) => this.go(href) };
  posted: unknown[] = [];

  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  go(href: string): void {
    this.location.hash = href;
  }
  hears(message: unknown, { origin = 'app://redaksi', source = this as unknown } = {}): void {
    const data = { 'redaksi:from-desktop': message };
    this.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  }
}

let page: FakeWindow;
let stop: () => void;

beforeEach(() => {
  page = new FakeWindow();
  vi.stubGlobal('window', page);
  stop = listenToDesktop();
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('what the desktop asks of the page', () => {
  it('is heard once the page has said that it listens, until it ends', () => {
    expect(page.posted).toEqual([{ 'redaksi:to-desktop': { type: 'listening' } }]);
    stop();
    page.hears({ type: 'open-link', address: 'redaksi://kawat/12' });
    expect(page.location.hash).toBe('#/terbitan');
  });

  it('to open a link: it goes there, and nowhere else', () => {
    page.hears({ type: 'open-link', address: 'https://jahat.example/#/kawat/1' });
    expect(page.location.hash).toBe('#/terbitan');
    page.hears({ type: 'open-link', address: 'redaksi://naskah/abc' });
    expect(page.location.hash).toBe('#/naskah/abc');
  });

  it('to import files: they wait for the inbox, with their names and bytes', async () => {
    const bytes = new TextEncoder().encode('<rss/>');
    page.hears({ type: 'import', files: [{ name: 'kawat.xml', bytes }] });
    expect(page.location.hash).toBe('#/kawat');
    const [file, ...others] = takeOpenedFiles();
    expect([file?.name, await file?.text(), others]).toEqual(['kawat.xml', '<rss/>', []]);
    expect(takeOpenedFiles()).toEqual([]);
  });

  it('to import documents: they wait to become articles, wire copy beside them for the inbox', async () => {
    const bytes = new TextEncoder().encode('# Judul');
    page.hears({ type: 'import', files: [{ name: 'Naskah.MD', bytes }] });
    expect(page.location.hash).toBe('#/naskah');
    expect(takeManuscripts().map(({ name }) => name)).toEqual(['Naskah.MD']);
    const names = ['berita.docx', 'kawat.xml', 'halaman.html', 'catatan.txt'];
    page.hears({ type: 'import', files: names.map((name) => ({ name, bytes })) });
    expect(takeManuscripts().map(({ name }) => name)).toEqual(['berita.docx', 'halaman.html']);
    expect(takeOpenedFiles().map(({ name }) => name)).toEqual(['kawat.xml', 'catatan.txt']);
  });

  it('a PDF it was asked for is told of to whoever asked', async () => {
    const articleId = '0b9d2c57-3f1e-4a58-9d0e-5a4f8b1c2d3e';
    const outcome = savePdf({ articleId }, 'presiden-tiba.pdf');
    const asked = page.posted.at(-1) as { 'redaksi:to-desktop': { call: number } };
    const { call } = asked['redaksi:to-desktop'];
    expect(asked).toEqual({
      'redaksi:to-desktop': { type: 'save-pdf', call, page: { articleId }, name: 'presiden-tiba.pdf' },
    });
    page.hears({ type: 'pdf', call: call + 1, outcome: 'failed' });
    page.hears({ type: 'pdf', call, outcome: 'saved' });
    expect(await outcome).toBe('saved');
  });

  it('to save before closing: it answers by the number of the question what is left', async () => {
    const keeper = { unsaved: true, hasUnsaved: () => keeper.unsaved, flushAll: async () => {} };
    keepBeforeClose(keeper);
    page.hears({ type: 'save', call: 7 });
    const answer = (unsaved: boolean, call: number) => ({
      'redaksi:to-desktop': { type: 'saved', call, unsaved },
    });
    await vi.waitFor(() => expect(page.posted).toContainEqual(answer(true, 7)));
    keeper.unsaved = false;
    page.hears({ type: 'save', call: 8 });
    await vi.waitFor(() => expect(page.posted).toContainEqual(answer(false, 8)));
  });

  it('is not taken from frames, other origins, or in other words', () => {
    const message = { type: 'open-link', address: 'redaksi://kawat/12' };
    page.hears(message, { source: {} });
    page.hears(message, { origin: 'https://jahat.example' });
    page.hears({ type: 'open-link' });
    page.hears('open-link');
    page.dispatchEvent(
      Object.assign(new Event('message'), { data: message, origin: 'app://redaksi', source: page }),
    );
    expect(page.location.hash).toBe('#/terbitan');
  });
});
