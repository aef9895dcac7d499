/** Typing and opening in an article of 10,000 words: the built workstation against bare Lexical, in real browsers. */
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { Workstation } from '../../e2e/support/workstation.ts';
import { longArticles, storeArticles, type LongArticle } from '../long-articles.ts';
import { mainThreadSeconds, openBrowser, openPage, serveBareLexical } from '../pages.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median, percentile } from '../statistics.ts';

/** More than the editor keeps of articles left lately, so that each is opened anew. */
const ARTICLES = 10;
const KEYS_OF_STRETCH = 60;
/** Twelve and a half keys a second: a quick typist. */
const MS_PER_KEY = 80;
const EDITOR = '[data-lexical-editor="true"]';

/**
 * Frames as soon as there is something to draw: a key's time is then what was done for it, not the wait for the
 * screen's next turn. Work is counted at the ordinary rate, since a moving part of the page would draw without end.
 */
const NO_WAIT_FOR_SCREEN = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

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
          if (document.querySelector(editor)?.lastElementChild?.textContent !== words) return;
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
const REST_MS = 250;

interface Bare {
  page: Page;
  point(index: number): Promise<void>;
  open(index: number): Promise<void>;
}

interface Desk extends Bare {
  /** Back to the list, from where articles are opened. */
  leave(): Promise<void>;
}

async function measureOpening(desk: Desk, bare: Bare, articles: readonly LongArticle[], rounds: number) {
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

async function measureTyping(desk: Desk, bare: Bare, stretches: number) {
  await desk.leave();
  await desk.open(0);
  await desk.page.locator(EDITOR).getByText('Akhir naskah panjang nomor 0.').waitFor();
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

/** Opens both pages, each in a browser of its own, for as long as `run` takes. */
async function withPages<Result>(
  places: Places,
  browserArguments: readonly string[],
  run: (desk: Desk, bare: Bare) => Promise<Result>,
): Promise<Result> {
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
    return await run(desk, bare);
  } finally {
    await Promise.all([ourBrowser.close(), bareBrowser.close()]);
  }
}

async function measure({ folders, short, samples, wants }: Bench): Promise<Record<string, Figure>> {
  const articles = longArticles(ARTICLES);
  const dataFolder = await folders.ownWithStories(0);
  await storeArticles(dataFolder, articles);
  const workstation = new Workstation(dirname(dataFolder));
  workstation.arrange({
    house: { name: 'Seruji', outlet: 'SERUJI.CO.ID' },
    person: { name: 'Meja', code: 'SU02' },
  });
  const lexical = await serveBareLexical(articles.map(({ document }) => document));
  const stretches = short ? 2 : 8;
  const figures: Record<string, Figure> = {};

  async function run(browserArguments: readonly string[], task: (desk: Desk, bare: Bare) => Promise<void>) {
    const places = { workstation: await workstation.start(), bareLexical: lexical.url, articles };
    await withPages(places, browserArguments, task);
    await workstation.stop();
  }

  try {
    if (wants('key-press') || wants('key-press-p95') || wants('open-article')) {
      await run(NO_WAIT_FOR_SCREEN, async (desk, bare) => {
        if (wants('open-article')) {
          const rounds = short ? 1 : Math.ceil(samples / ARTICLES);
          figures['open-article'] = await measureOpening(desk, bare, articles, rounds);
        }
        const [ours, base] = await measureTyping(desk, bare, stretches);
        figures['key-press'] = { ours: median(ours.times), base: median(base.times) };
        figures['key-press-p95'] = { ours: percentile(ours.times, 95) };
      });
    }
    if (wants('key-work')) {
      await run([], async (desk, bare) => {
        const [ours, base] = await measureTyping(desk, bare, stretches);
        figures['key-work'] = { ours: median(ours.work), base: median(base.work) };
      });
    }
    return figures;
  } finally {
    await workstation.stop();
    lexical.close();
  }
}

export const group: RowGroup = {
  rows: [
    {
      name: 'key-press',
      what: 'key press → after next paint, 10,000-word article, median ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.25 },
    },
    {
      name: 'key-press-p95',
      what: 'key press → after next paint, 10,000-word article, p95',
      unit: 'ms',
      budget: { most: 16 },
    },
    {
      name: 'key-work',
      what: 'main-thread work per key, idle callbacks and saving included ÷ bare Lexical',
      unit: 'ms',
      budget: { most: 1.5 },
    },
    {
      name: 'open-article',
      what: 'opening a 10,000-word article, click → text painted ÷ bare `setEditorState`',
      unit: 'ms',
      budget: { most: 1.5 },
    },
  ],
  how: `the built workstation (inspector open, autosave on) and a page with nothing but Lexical's rich text and history
(\`tests/bench/bare-lexical\`), each in a headless Chromium of its own, the same version and the same documents. Keys are
typed in the middle of the article, ${1000 / MS_PER_KEY} a second, in stretches that take turns; a key's time runs from
the event's own time stamp to the first task after the next frame, and there frames do not wait for a screen. Work, at
60 frames a second, is Chromium's \`TaskDuration\` of a stretch and the 1.5 s after it, by key. Opening goes through ten articles, more than
the editor remembers, each clicked after the pointer has rested on it for ${REST_MS} ms; bare Lexical parses the same JSON on the
click.`,
  measure,
};
