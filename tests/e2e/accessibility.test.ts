import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { beginWithSample, chooseLook, furnish } from './pages/every-screen.ts';
import { WordPressSite } from './support/wordpress-site.ts';
import { expect, test } from './support/workstation.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// Half-faded text has no contrast worth measuring: nothing moves while it is looked at.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What axe calls serious or critical on the page as it stands, in one theme: rule, element, what is amiss. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  const results = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"], preload: false })',
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').at(-1) ?? ''}`,
      ),
    );
}

/** What scrolls down and has something beyond its right edge: copy that is cut or has to be scrolled to sideways. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role="tabpanel"], [role="dialog"], main, aside')]
      .flatMap((part) => [part, ...part.querySelectorAll<HTMLElement>('*')])
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((element) => `wider than its place: ${element.outerHTML.slice(0, 160)}`),
  );
}

test('no screen has a serious fault of accessibility, in either theme, nor anything cut at its edge', async ({
  workstation,
  page,
}) => {
  test.slow();
  const site = new WordPressSite();
  const found: string[] = [];
  async function look(name: string): Promise<void> {
    for (const theme of ['light', 'dark'] as const) {
      found.push(...(await violations(page, theme)).map((fault) => `${name}, ${theme}: ${fault}`));
    }
    found.push(...(await cutOff(page)).map((fault) => `${name}, 1100 wide: ${fault}`));
  }
  try {
    workstation.arrange({ firstRun: { done: false } });
    await page.setViewportSize({ width: 1100, height: 700 });
    await page.addInitScript({ path: axe });
    await page.goto(await workstation.start());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('first-run');
    await beginWithSample(page);
    for (const { name, show, leave } of await furnish(page, site)) {
      await show(page);
      await look(name);
      await leave?.(page);
    }
    expect(found, found.join('\n')).toEqual([]);
  } finally {
    await site.stop();
  }
});

test('a screen reader is told in the interface’s language that a line became a heading, and that it is none any more', async ({
  composer,
  desk,
}) => {
  const told = (words: string) => desk.getByRole('status').filter({ hasText: words });
  await composer.newArticle();
  await composer.goToEnd();
  await desk.keyboard.type('## ');
  await expect(told('Judul tingkat 2')).toHaveCount(1);
  await desk.keyboard.press('Backspace');
  await expect(told('Bukan judul tingkat 2 lagi')).toHaveCount(1);

  // Those of an article that is opened are nobody's doing.
  await desk.keyboard.type('## Bagian');
  await composer.expectSaved();
  await desk.reload();
  await expect(composer.body.getByRole('heading')).toHaveText('Bagian');
  await expect(told('Judul tingkat')).toHaveCount(0);
  await composer.goToEnd();
  await desk.keyboard.type('\nKata.\n');
  await composer.expectSaved();

  const article = await desk.evaluate(() => window.location.hash);
  await chooseLook(desk, 'en');
  await desk.evaluate((hash) => (window.location.hash = hash), article);
  const body = desk.getByRole('textbox', { name: 'Body of the article' });
  await expect(body.getByRole('heading')).toHaveText('Bagian');
  await body.focus();
  await desk.keyboard.press('Control+End');
  await desk.keyboard.type('### ');
  await expect(told('Heading level 3')).toHaveCount(1);
});
