import { expect, type Locator, type Page } from '@playwright/test';

/** The comments screen as a moderator meets it. */
export class Comments {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('listbox', { name: 'Daftar komentar' }).getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/terbitan'));
    await this.page.getByRole('link', { name: /^Komentar/ }).click();
    await expect(this.page.getByRole('navigation', { name: 'Saringan komentar' })).toBeVisible();
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  async show(view: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Saringan komentar' })
      .getByRole('button', { name: new RegExp(`^${view}`) })
      .click();
  }

  async undo(): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Pemberitahuan' })
      .getByRole('button', { name: 'Urungkan' })
      .last()
      .click();
  }
}
