import { expect, type Locator, type Page } from '@playwright/test';

/** Articles whose source has changed, and what that means for each. */
export class ImpactDesk {
  readonly page: Page;
  readonly rows: Locator;
  /** What tells of it on every screen. */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('listbox', { name: 'Naskah yang sumbernya berubah' }).getByRole('option');
    this.status = page.getByRole('link', { name: /menunggu koreksi sumber/ });
  }

  /** From the status bar, once it tells of a change. */
  async openFromStatus(): Promise<void> {
    await expect(this.status).toBeVisible({ timeout: 30_000 });
    await this.status.click();
    await expect(this.rows.first()).toBeVisible();
  }

  /** By the headline of the article; that of its source may be the same. */
  row(headline: string): Locator {
    return this.rows.filter({ has: this.page.getByText(headline, { exact: true }) });
  }

  entry(headline: string): Locator {
    return this.page.getByRole('article', { name: headline });
  }

  async open(headline: string): Promise<Locator> {
    await this.row(headline).click();
    const entry = this.entry(headline);
    await expect(entry).toBeVisible();
    return entry;
  }
}
