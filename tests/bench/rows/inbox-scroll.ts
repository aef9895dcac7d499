/** Scrolling the inbox in the built workstation: frames, and what a scroll costs further down. */
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { Workstation } from '../../e2e/support/workstation.ts';
import { mainThreadSeconds, openBrowser, openPage } from '../pages.ts';
import type { Bench, Figure, RowGroup } from '../row.ts';
import { median } from '../statistics.ts';

const STEPS = 120;
const PIXELS_OF_STEP = 400;
const MS_OF_STEP = 33;
const STRETCHES = 6;

/** Notes the time between frames from now on; taken by `takeFrames`. */
async function noteFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    let before = performance.now();
    const note = (): void => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

async function takeFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames.splice(0));
}

/** Turns the wheel over the list; main-thread milliseconds of a step, and the longest frame. */
async function scroll(page: Page, workedSeconds: () => Promise<number>) {
  await takeFrames(page);
  const before = await workedSeconds();
  for (let step = 0; step < STEPS; step += 1) {
    const started = performance.now();
    await page.mouse.wheel(0, PIXELS_OF_STEP);
    await page.waitForTimeout(Math.max(0, MS_OF_STEP - (performance.now() - started)));
  }
  const work = (((await workedSeconds()) - before) * 1000) / STEPS;
  return { work, longest: Math.max(...(await takeFrames(page))) };
}

async function measure({ folders, stories, say }: Bench): Promise<Record<string, Figure>> {
  const workstation = new Workstation(dirname(await folders.withStories(stories)));
  workstation.arrange({});
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, await workstation.start());
    const list = page.getByRole('listbox');
    await list.locator('[role="option"]').first().waitFor();
    await list.hover();
    await noteFrames(page);
    const worked = await mainThreadSeconds(page);
    await scroll(page, worked);
    const stretches: Awaited<ReturnType<typeof scroll>>[] = [];
    for (let stretch = 0; stretch < STRETCHES; stretch += 1) stretches.push(await scroll(page, worked));
    const shown = await list.evaluate((element) => Math.round(element.scrollTop / 98));
    say(
      `  longest frames ${stretches.map(({ longest }) => longest.toFixed(0)).join(', ')} ms; row ${shown} reached`,
    );
    const half = STRETCHES / 2;
    return {
      'scroll-frame': { ours: median(stretches.map(({ longest }) => longest)) },
      'scroll-cost': {
        ours: median(stretches.slice(half).map(({ work }) => work)),
        base: median(stretches.slice(0, half).map(({ work }) => work)),
      },
    };
  } finally {
    await browser.close();
    await workstation.stop();
  }
}

export const group: RowGroup = {
  rows: [
    {
      name: 'scroll-frame',
      what: 'inbox scrolled, 1,000,000 stories: longest frame of a stretch, median of six stretches',
      unit: 'ms',
      budget: { most: 50 },
    },
    {
      name: 'scroll-cost',
      what: 'inbox scrolled: main-thread work per step in the last three stretches ÷ in the first three',
      unit: 'ms',
      budget: { most: 1.2 },
    },
  ],
  how: `the wheel is turned over the list of the built workstation, 30 times a second, four rows each time, pages being fetched as
one goes; six stretches of 120 turns after one to warm up. The limit of 1.2 is this page's reading of "constant cost".`,
  measure,
};
