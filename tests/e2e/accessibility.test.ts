import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { beginWithSample, furnish } from './pages/every-screen.ts';
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
