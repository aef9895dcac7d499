import { expect, type Locator, type Page } from '@playwright/test';

/** The schedule as a publisher meets it. */
export class Schedule {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/terbitan/jadwal'));
    await expect(this.page.getByRole('region', { name: 'Jadwal' })).toBeVisible();
  }

  /** Turns to the week after, where the day looked for lies there. */
  async nextWeek(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pekan berikutnya' }).click();
  }

  /** The card of an article: its name tells headline, target, time and state. */
  card(headline: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${headline} ?, `) });
  }
}
