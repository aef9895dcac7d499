import { expect, type Page } from '@playwright/test';

/** The targets in the settings. */
export class Targets {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Sets a WordPress up as a target. */
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
}
