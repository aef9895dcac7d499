import { expect, type Locator, type Page } from '@playwright/test';

/** The timeline of an article's revisions, and the window that compares two of them. */
export class Revisions {
  readonly page: Page;
  readonly timeline: Locator;
  readonly comparison: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timeline = page.getByRole('list', { name: 'Garis waktu revisi' });
    this.comparison = page.getByRole('dialog', { name: 'Bandingkan revisi' });
  }

  async saveAs(name: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+s');
    await this.page.getByRole('textbox', { name: 'Nama revisi' }).fill(name);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText(`Revisi “${name}” disimpan.`)).toBeVisible();
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+3');
    await expect(this.timeline).toBeVisible();
  }

  /** The entry of a revision by its name. */
  entry(name: string): Locator {
    return this.timeline.getByRole('listitem').filter({ hasText: name });
  }
}
