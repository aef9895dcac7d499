import type { Locator, Page } from '@playwright/test';

/** The first-run screen, and the sample newsroom wherever it is offered. */
export class FirstRun {
  readonly page: Page;
  readonly title: Locator;
  readonly example: Locator;
  readonly toast: Locator;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.example = page.getByRole('figure');
    this.toast = page.getByRole('region', { name: 'Pemberitahuan' });
  }

  async chooseLanguage(name: 'Indonesia' | 'English'): Promise<void> {
    await this.page.getByRole('radio', { name }).focus();
    await this.page.keyboard.press('Space');
  }

  async beginWithSample(): Promise<void> {
    await this.page.getByRole('button', { name: /^Newsroom contoh/ }).press('Enter');
  }

  async removeSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Hapus newsroom contoh' }).click();
  }
}
