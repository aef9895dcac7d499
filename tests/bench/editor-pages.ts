/** The composer and bare Lexical as the bench meets them: articles opened, keys typed, what both cost. */
import type { Page } from '@playwright/test';
import { dirname } from 'node:path';
import { Workstation } from '../e2e/support/workstation.ts';
import type { DataFolders } from './archive.ts';
import { storeArticles, type LongArticle } from './long-articles.ts';
import { mainThreadSeconds, openBrowser, openPage, serveBareLexical } from './pages.ts';
import { median } from './statistics.ts';

const KEYS_OF_STRETCH = 60;
/** Twelve and a half keys a second: a quick typist. */
export const MS_PER_KEY = 80;
export const EDITOR = '[data-lexical-editor="true"]';

/**
 * Frames as soon as there is something to draw: a key's time is then what was done for it, not the wait for the
 * screen's next turn. Work is counted at the ordinary rate, since a moving part of the page would draw without end.
 */
export const NO_WAIT_FOR_SCREEN = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const COPY = 'harga beras di pasar induk naik lagi menurut pedagang yang ditemui pada hari itu juga ';

/** Notes for every key how long it takes until the page is painted; open until `takeKeyTimes`. */
async function noteKeyTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { benchKeyTimes: times });
    window.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - event.timeStamp));
          port1.start();
          port2.postMessage(null);
        }),
      true,
    );
  });
}

async function takeKeyTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { benchKeyTimes: number[] }).benchKeyTimes.splice(0));
}

/** Puts the caret at the end of a paragraph in the middle of the article. */
async function goToMiddle(page: Page): Promise<void> {
  const paragraphs = page.locator(`${EDITOR} > p`);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.click({ position: { x: 5, y: 10 } });
  await page.keyboard.press('End');
}

interface Typed {
  times: number[];
  /** Milliseconds of main-thread work per key. */
  work: number;
}

async function type(page: Page, workedSeconds: () => Promise<number>): Promise<Typed> {
  await page.bringToFront();
  const before = await workedSeconds();
  for (let key = 0; key < KEYS_OF_STRETCH; key += 1) {
    const started = performance.now();
    await page.keyboard.press(COPY.charAt(key % COPY.length));
    await page.waitForTimeout(Math.max(0, MS_PER_KEY - (performance.now() - started)));
  }
  // What the keys leave behind (saving, counting, idle work) belongs to them.
  await page.waitForTimeout(1_500);
  const work = ((await workedSeconds()) - before) * 1000;
  return { times: await takeKeyTimes(page), work: work / KEYS_OF_STRETCH };
}

/** Milliseconds from the click until the article's last words are painted. */
async function timeToOpen(
  page: Page,
  click: () => Promise<void>,
  { lastWords }: LongArticle,
): Promise<number> {
  const painted = page.evaluate(
    ({ editor, words }) =>
      new Promise<number>((resolve) => {
        let clicked = Number.NaN;
        window.addEventListener('click', (event) => (clicked = event.timeStamp), {
          once: true,
          capture: true,
        });
        const observer = new MutationObserver(() => {
          if (Number.isNaN(clicked)) return;
          const last = document.querySelector(editor)?.lastElementChild;
          // It may have been there before, out of sight.
          if (last?.textContent !== words || !last.checkVisibility()) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => resolve(performance.now() - clicked), { once: true });
            port1.start();
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    { editor: EDITOR, words: lastWords },
  );
  await click();
  return painted;
}

/** A hand rests on what it is going to click. */
export const REST_MS = 250;

export interface Bare {
  page: Page;
  point(index: number): Promise<void>;
  open(index: number): Promise<void>;
}

export interface Desk extends Bare {
  /** Back to the list, from where articles are opened. */
  leave(): Promise<void>;
}

/** Opens every article in both, in turns; the first round is not counted. */
export async function measureOpening(
  desk: Desk,
  bare: Bare,
  articles: readonly LongArticle[],
  rounds: number,
) {
  const ours: number[] = [];
  const base: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, article] of articles.entries()) {
      await bare.point(index);
      const bareTime = await timeToOpen(bare.page, () => bare.open(index), article);
      await desk.leave();
      await desk.point(index);
      const ourTime = await timeToOpen(desk.page, () => desk.open(index), article);
      if (round < 0) continue;
      base.push(bareTime);
      ours.push(ourTime);
    }
  }
  return { ours: median(ours), base: median(base) };
}

async function readyToType(page: Page) {
  await goToMiddle(page);
  await noteKeyTimes(page);
  return { page, worked: await mainThreadSeconds(page), times: [] as number[], work: [] as number[] };
}

/** Types in the middle of the first article, in turns; `prepare` opens what stands around ours. */
export async function measureTyping(
  desk: Desk,
  bare: Bare,
  stretches: number,
  prepare: (page: Page) => Promise<void> = async () => {},
) {
  await desk.leave();
  await desk.open(0);
  await desk.page.locator(EDITOR).getByText('Akhir naskah panjang nomor 0.').waitFor();
  await prepare(desk.page);
  await bare.open(0);
  const sides = [await readyToType(desk.page), await readyToType(bare.page)] as const;
  for (let stretch = -1; stretch < stretches; stretch += 1) {
    for (const side of sides) {
      const typed = await type(side.page, side.worked);
      if (stretch < 0) continue;
      side.times.push(...typed.times);
      side.work.push(typed.work);
    }
  }
  return sides;
}

interface Places {
  workstation: string;
  bareLexical: string;
  articles: readonly LongArticle[];
}

/** Starts the workstation and opens both pages with these arguments of the browser, for as long as the task takes. */
export type OpenPages = (
  browserArguments: readonly string[],
  task: (desk: Desk, bare: Bare) => Promise<void>,
) => Promise<void>;

/** Stores the articles in a workstation of their own, hands them to bare Lexical, and lets `measure` open both. */
export async function withArticles(
  folders: DataFolders,
  articles: readonly LongArticle[],
  measure: (open: OpenPages) => Promise<void>,
  stored: { withSources?: boolean } = {},
): Promise<void> {
  const dataFolder = await folders.ownWithStories(0);
  await storeArticles(dataFolder, articles, stored);
  const workstation = new Workstation(dirname(dataFolder));
  workstation.arrange({
    house: { name: 'Seruji', outlet: 'SERUJI.CO.ID' },
    person: { name: 'Meja', code: 'SU02' },
  });
  const lexical = await serveBareLexical(articles.map(({ document }) => document));
  try {
    await measure(async (browserArguments, task) => {
      const places = { workstation: await workstation.start(), bareLexical: lexical.url, articles };
      await withPages(places, browserArguments, task);
      await workstation.stop();
    });
  } finally {
    await workstation.stop();
    lexical.close();
  }
}

/** Opens both pages, each in a browser of its own, for as long as `run` takes. */
async function withPages(
  places: Places,
  browserArguments: readonly string[],
  run: (desk: Desk, bare: Bare) => Promise<void>,
): Promise<void> {
  const ourBrowser = await openBrowser(browserArguments);
  const bareBrowser = await openBrowser(browserArguments);
  try {
    const ourPage = await openPage(ourBrowser, places.workstation);
    const barePage = await openPage(bareBrowser, places.bareLexical);
    const rowOf = (index: number) =>
      ourPage.getByRole('option', { name: places.articles[index]?.headline ?? '' });
    const buttonOf = (index: number) => barePage.getByRole('button', { name: String(index), exact: true });
    const desk: Desk = {
      page: ourPage,
      async point(index) {
        await rowOf(index).hover();
        await ourPage.waitForTimeout(REST_MS);
      },
      async leave() {
        await ourPage.evaluate(() => (window.location.hash = '#/naskah'));
        await ourPage.locator('[role="option"]').first().waitFor();
      },
      open: (index) => rowOf(index).click(),
    };
    const bare: Bare = {
      page: barePage,
      async point(index) {
        await buttonOf(index).hover();
        await barePage.waitForTimeout(REST_MS);
      },
      open: (index) => buttonOf(index).click(),
    };
    await run(desk, bare);
  } finally {
    await Promise.all([ourBrowser.close(), bareBrowser.close()]);
  }
}
