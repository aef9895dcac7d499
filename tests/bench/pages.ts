/** Pages to measure in: the built workstation, and bare Lexical beside it. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { extname, join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../.ci/find-chromium.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { raisePriority } from './priority.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Chromium watches links of pages from the web, in one of two pages by chance, and draws a frame after each key for it; a page
 * of the desktop's own it does not watch. (The other is off in every browser Playwright starts, whose list this one replaces.)
 */
const WITHOUT = ['NavigationPredictor', 'PaintHolding'];

export interface OpenedBrowser {
  browser: Browser;
  close(): Promise<void>;
}

/** A browser of its own, so that one page's work never waits for another's. */
export async function openBrowser(extraArguments: readonly string[] = []): Promise<OpenedBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('the bench needs Chromium, Chrome or Edge');
  const server = await chromium.launchServer({
    executablePath,
    args: [
      '--disable-background-networking',
      `--disable-features=${WITHOUT.join()}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...extraArguments,
    ],
  });
  // The browser is started as a session of its own.
  raisePriority(server.process().pid);
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Takes away the listeners to touch that Playwright puts on the window, in a world of its own, with the first element it
 * looks for. They can keep a page from scrolling, so Chromium notes every box of the page for them and goes through those
 * with every key: it costs a page by how much stands in it, and nobody has them who is not tested.
 */
async function withoutTestListeners(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.id));
  await session.send('Runtime.enable');
  for (const contextId of worlds) {
    await session.send('Runtime.evaluate', {
      contextId,
      includeCommandLineAPI: true,
      expression: `for (const [type, listeners] of Object.entries(getEventListeners(window)))
        if (type.startsWith('touch'))
          for (const { listener, useCapture } of [...listeners]) window.removeEventListener(type, listener, useCapture);`,
    });
  }
  await session.detach();
}

/** A browser that keeps no history, as in tests, asks for the page's icon with every new address; others do not. */
async function withoutIcon(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('link[rel~="icon"]')) link.remove();
  });
}

export async function openPage({ browser }: OpenedBrowser, address: string): Promise<Page> {
  const page = await browser.newPage({
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(address);
  await page.locator('body').waitFor();
  await withoutTestListeners(page);
  await withoutIcon(page);
  return page;
}

/** Seconds the page's main thread has worked so far, idle callbacks, layout and paint included. */
export async function mainThreadSeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Builds the page of bare Lexical, outside the product, and serves it with these documents. */
export async function serveBareLexical(
  documents: readonly ArticleDocument[],
): Promise<{ url: string; close(): void }> {
  const folder = join(root, '.cache', 'bench', 'bare-lexical');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, 'bare-lexical'),
    build: { outDir: folder, emptyOutDir: true, target: 'chrome120' },
  });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    if (path === '/documents.json') {
      response.end(JSON.stringify(documents));
      return;
    }
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
