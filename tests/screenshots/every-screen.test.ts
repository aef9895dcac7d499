/** Pictures of every screen, for looking at: both languages, both themes, a wide and a narrow window. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { FirstRun } from '../e2e/pages/first-run.ts';
import { beginWithSample, chooseLook, furnish } from '../e2e/pages/every-screen.ts';
import { WordPressSite } from '../e2e/support/wordpress-site.ts';
import { expect, test } from '../e2e/support/workstation.ts';

const folder = resolve(import.meta.dirname, '../../.cache/screenshots');
const windows = [
  { width: 1440, height: 900 },
  { width: 1100, height: 700 },
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function picture(page: Page, language: 'id' | 'en', name: string): Promise<void> {
  for (const window of windows) {
    await page.setViewportSize(window);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      const file = `${language}-${name}-${window.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    }
  }
}

/** What the morning's work told stands over no picture. */
async function closeMessages(page: Page): Promise<void> {
  const close = page.getByRole('region', { name: 'Pemberitahuan' }).getByRole('button', { name: 'Tutup' });
  for (let left = await close.count(); left > 0; left -= 1) await close.first().click();
  await expect(close).toHaveCount(0);
}

test('every screen is pictured', async ({ workstation, page }) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const site = new WordPressSite();
  try {
    workstation.arrange({ firstRun: { done: false } });
    await page.goto(await workstation.start());
    const firstRun = new FirstRun(page);
    await firstRun.chooseLanguage('English');
    await expect(firstRun.title).toHaveText('Welcome to Redaksi');
    await picture(page, 'en', 'first-run');
    await firstRun.chooseLanguage('Indonesia');
    await expect(firstRun.title).toHaveText('Selamat datang di Redaksi');
    await picture(page, 'id', 'first-run');
    await beginWithSample(page);
    const screens = await furnish(page, site);
    await closeMessages(page);
    for (const language of ['id', 'en'] as const) {
      await chooseLook(page, language);
      for (const { name, show, leave } of screens) {
        await show(page);
        await picture(page, language, name);
        await leave?.(page);
      }
    }
  } finally {
    await site.stop();
  }
});
