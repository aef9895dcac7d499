import { expect, type Locator, type Page } from '@playwright/test';

/** The sources of an article, in the tab beside its copy. */
export class ArticleSources {
  readonly page: Page;
  readonly panel: Locator;
  readonly rows: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('tabpanel', { name: /^Sumber/ });
    this.rows = this.panel
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: /^Lepas/ }) });
    this.search = this.panel.getByRole('combobox', { name: /^Cari kiriman/ });
  }

  /** Opens the tab by its key, once there are tabs: they come a frame after the copy. */
  async open(): Promise<void> {
    await expect(this.page.getByRole('tab', { name: /^Sumber/ })).toBeVisible();
    await this.page.keyboard.press('Control+Alt+2');
    await expect(this.panel).toBeVisible();
  }

  /** Looks for a story of the wire and takes the first one found. */
  async addStory(words: string): Promise<void> {
    await this.search.fill(words);
    await expect(this.panel.getByRole('option', { name: words })).toBeVisible();
    await this.search.press('Enter');
  }

  async addPage(address: string): Promise<void> {
    await this.search.fill(address);
    await this.panel.getByRole('button', { name: 'Ambil halaman' }).click();
  }

  /** Adds a file with this text, as the button's own chooser does. */
  async addFile(name: string, text: string, creditName = ''): Promise<void> {
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await this.panel.getByLabel('Pilih berkas sumber').setInputFiles(file);
    await this.panel.getByRole('textbox', { name: 'Nama di baris kredit' }).fill(creditName);
    await this.panel.getByRole('button', { name: 'Tambahkan berkas' }).click();
    await expect(this.rows.filter({ hasText: name })).toBeVisible();
  }

  async remove(name: string): Promise<void> {
    await this.rows
      .filter({ hasText: name })
      .getByRole('button', { name: /^Lepas/ })
      .click();
  }
}
