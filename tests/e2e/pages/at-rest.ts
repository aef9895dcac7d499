import type { Page } from '@playwright/test';

/**
 * Waits until a page has done and drawn all that the last key or click brought about, save what it waits for others to
 * answer: what is seen then is not from before.
 */
export async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((rests) => requestIdleCallback(() => rests())));
}
