import type { Locator, Page } from '@playwright/test';

/** The record of an article's publications. */
export class PublicationRecordPage {
  readonly #desk: Page;
  readonly page: Locator;
  readonly entries: Locator;

  constructor(desk: Page) {
    this.#desk = desk;
    this.page = desk.getByRole('article');
    this.entries = desk.getByRole('navigation', { name: 'Catatan, terbaru di atas' }).getByRole('link');
  }

  /** From the published article in hand, by the menu of its state. */
  async open(): Promise<void> {
    await this.#desk.getByRole('button', { name: 'Terbit', exact: true }).click();
    await this.#desk.getByRole('menuitem', { name: 'Catatan terbit' }).click();
    await this.page.waitFor();
  }

  part(title: string): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.#desk.getByRole('heading', { level: 3, name: title, exact: true }) });
  }
}
