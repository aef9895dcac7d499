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

  /** Prints it as the browser does when it saves a PDF; answers what stands on the paper. */
  async print(): Promise<string> {
    await this.#desk.evaluate(() => {
      const note = (): void => {
        document.body.dataset['paper'] = document.querySelector('#layers')?.textContent ?? '';
      };
      window.addEventListener('beforeprint', note, { once: true });
    });
    const pdf = await this.#desk.pdf({ format: 'A4' });
    if (pdf.subarray(0, 5).toString() !== '%PDF-') throw new Error('nothing was printed');
    return (await this.#desk.locator('body').getAttribute('data-paper')) ?? '';
  }

  part(title: string): Locator {
    return this.page
      .locator('section')
      .filter({ has: this.#desk.getByRole('heading', { level: 3, name: title, exact: true }) });
  }
}
