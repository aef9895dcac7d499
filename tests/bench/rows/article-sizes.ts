/** Typing, opening and finding in short and very long articles, everything of the composer open and at work. */
import type { Page } from '@playwright/test';
import {
  EDITOR,
  measureOpening,
  measureTyping,
  NO_WAIT_FOR_SCREEN,
  withArticles,
  type Desk,
} from '../editor-pages.ts';
import { discussed, longArticles } from '../long-articles.ts';
import type { Bench, Figure, Row, RowGroup } from '../row.ts';
import { median } from '../statistics.ts';

/**
 * The plan names budgets for 10,000 words: a key may take 1.25 times the 8 ms of bare Lexical, so 2 ms more, and 1.5 times its
 * 6.4 ms of work, 3.2 ms more. In an article of a tenth of that bare Lexical takes 1.7 ms less, and what stands around the copy
 * is the same: so many milliseconds more are allowed there too, 1 + 2 ÷ 6.3 and 1 + 3.2 ÷ 4.7.
 */
const SIZES = [
  { name: '1k', words: 1_000, told: '1,000', press: 1.32, work: 1.68 },
  { name: '10k-full', words: 10_000, told: '10,000', press: 1.25, work: 1.5 },
  { name: '50k', words: 50_000, told: '50,000', press: 1.25, work: 1.5 },
] as const;
type Size = (typeof SIZES)[number];
/** More than the editor keeps of articles left lately, so that each is opened anew. */
const ARTICLES = 10;
const FINDS = 5;

/** Opens the panel of checks and the bar of find and replace, and waits until everything was checked once. */
async function openEverything(page: Page): Promise<void> {
  await page.locator(EDITOR).click({ position: { x: 5, y: 10 } });
  await page.keyboard.press('Control+Alt+5');
  const panel = page.getByRole('tabpanel', { name: /^Periksa/ });
  await panel.getByRole('listitem').first().waitFor();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Cari', exact: true }).fill('harga');
  await page.getByText(/^\d[\d.]* dari /).waitFor();
  // Copy of 50,000 words is checked in portions; typing begins when the last of them is through.
  await page.waitForTimeout(4_000);
}

/** Notes the longest task of the page's main thread from now on, once one made on purpose was told; open until `takeLongestTask`. */
async function noteLongTasks(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const tasks = { longest: 0 };
        Object.assign(window, { benchTasks: tasks });
        let isTried = false;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
          if (isTried || tasks.longest < 75) return;
          isTried = true;
          tasks.longest = 0;
          resolve();
        }).observe({ type: 'longtask' });
        setTimeout(() => {
          const until = performance.now() + 80;
          while (performance.now() < until);
        });
      }),
  );
}

async function takeLongestTask(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchTasks: { longest: number } }).benchTasks.longest);
}

/** Milliseconds from the last letter of other words until the count of hits is on screen, its wait for rest included. */
async function timeToFind(page: Page, words: string): Promise<number> {
  const field = page.getByRole('textbox', { name: 'Cari', exact: true });
  await field.fill('tidak ada kata seperti ini');
  await page.getByText('Tidak ditemukan').waitFor();
  const counted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let typed = Number.NaN;
        window.addEventListener('input', (event) => (typed = event.timeStamp), { once: true, capture: true });
        const observer = new MutationObserver(() => {
          if (
            ![...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
              / dari /.test(textContent),
            )
          )
            return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - typed));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await field.fill(words);
  return counted;
}

async function measureFinding(desk: Desk, times: number): Promise<Figure> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) taken.push(await timeToFind(desk.page, 'harga beras'));
  return { ours: median(taken) };
}

function wanted(bench: Bench, { name }: Size): boolean {
  return rowsOf(name).some((row) => bench.wants(row));
}

function rowsOf(name: Size['name']): string[] {
  const rows = [`key-press-${name}`, `key-work-${name}`, `open-${name}`];
  return name === '50k' ? [...rows, 'longest-task-50k', 'find-50k'] : rows;
}

async function measureSize({ folders, short, samples, wants }: Bench, size: Size) {
  const articles = longArticles(ARTICLES, size.words).map(discussed);
  const stretches = short ? 1 : 4;
  const figures: Record<string, Figure> = {};
  await withArticles(folders, articles, async (open) => {
    await open(NO_WAIT_FOR_SCREEN, async (desk, bare) => {
      if (wants(`open-${size.name}`)) {
        const rounds = short ? 1 : Math.ceil(samples / (2 * ARTICLES));
        figures[`open-${size.name}`] = await measureOpening(desk, bare, articles, rounds);
      }
      const [ours, base] = await measureTyping(desk, bare, stretches, openEverything);
      figures[`key-press-${size.name}`] = { ours: median(ours.times), base: median(base.times) };
    });
    await open([], async (desk, bare) => {
      const [ours, base] = await measureTyping(desk, bare, stretches, async (page) => {
        await openEverything(page);
        await noteLongTasks(page);
      });
      figures[`key-work-${size.name}`] = { ours: median(ours.work), base: median(base.work) };
      if (size.name !== '50k') return;
      figures['longest-task-50k'] = { ours: await takeLongestTask(desk.page) };
      figures['find-50k'] = await measureFinding(desk, short ? 1 : FINDS);
    });
  });
  return figures;
}

function sizeRows({ name, told, press, work }: Size): Row[] {
  const where = `${told}-word article, checks and find open, notes and suggestions in it`;
  return [
    {
      name: `key-press-${name}`,
      what: `key press → after next paint, ${where}, median ÷ bare Lexical`,
      unit: 'ms',
      budget: { most: press },
    },
    {
      name: `key-work-${name}`,
      what: `main-thread work per key, ${where} ÷ bare Lexical`,
      unit: 'ms',
      budget: { most: work },
    },
    {
      name: `open-${name}`,
      what: `opening a ${told}-word article with notes and suggestions ÷ bare \`setEditorState\``,
      unit: 'ms',
      budget: { most: 1.5 },
    },
  ];
}

export const group: RowGroup = {
  rows: [
    ...SIZES.flatMap(sizeRows),
    {
      name: 'longest-task-50k',
      what: 'longest task of the main thread while 50,000 words are typed in, everything open',
      unit: 'ms',
      budget: { most: 200 },
    },
    {
      name: 'find-50k',
      what: 'last letter typed into find → hits counted and lit, 50,000 words',
      unit: 'ms',
      budget: { most: 500 },
    },
  ],
  how: `as the rows of typing, in articles of three sizes. On every tenth paragraph lie a suggestion and a note; the panel of checks
is open with its findings, the bar of find and replace with a common word, its hits lit. The longest task is what Chromium's
\`longtask\` tells of the page (0 where none lasted 50 ms); find counts the wait for rest that it makes before it looks.`,
  async measure(bench) {
    const figures: Record<string, Figure> = {};
    for (const size of SIZES) {
      if (!wanted(bench, size)) continue;
      bench.say(`articles of ${size.told} words`);
      Object.assign(figures, await measureSize(bench, size));
    }
    return figures;
  },
};
