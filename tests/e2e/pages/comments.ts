import { expect, type Locator, type Page } from '@playwright/test';

/** The comments screen as a moderator meets it. */
export class Comments {
  readonly page: Page;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('listbox', { name: 'Daftar komentar' }).getByRole('option');
  }

  /** Sets a WordPress up as a target, through the settings. */
  async addSite(address: string, name: string): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/atur/target'));
    await this.page.getByRole('button', { name: 'Tambah WordPress' }).click();
    await this.page.getByRole('textbox', { name: 'Alamat situs WordPress' }).fill(address);
    await this.page.getByRole('textbox', { name: 'Nama pengguna' }).fill('editor');
    await this.page.getByLabel('Sandi aplikasi', { exact: true }).fill('abcd efgh ijkl mnop');
    await this.page.getByRole('textbox', { name: 'Nama target' }).fill(name);
    await this.page.getByRole('button', { name: 'Tambahkan' }).click();
    await expect(this.page.getByText(`${name} ditambahkan.`)).toBeVisible();
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
