import { expect, type Locator, type Page } from '@playwright/test';

/** The targets in the settings. */
export class Targets {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What a test of a target found. */
  get found(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('list') });
  }

  /** The target among those that are set up. */
  card(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Opens the form of a new target: `Ghost`, `mitra`. */
  async openForm(kind: string): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/atur/target'));
    await this.page.getByRole('button', { name: `Tambah ${kind}` }).click();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).selectOption(option);
  }

  async tryConnection(): Promise<void> {
    await this.page.getByRole('button', { name: 'Uji sambungan' }).last().click();
  }

  async save(name: string): Promise<void> {
    await this.fill('Nama target', name);
    await this.page.getByRole('button', { name: 'Tambahkan' }).click();
    await expect(this.page.getByText(`${name} ditambahkan.`)).toBeVisible();
  }

  /** Sets a WordPress up as a target. */
  async addSite(
    address: string,
    name: string,
    { user, password } = { user: 'editor', password: 'abcd efgh ijkl mnop' },
  ): Promise<void> {
    await this.openForm('WordPress');
    await this.fill('Alamat situs WordPress', address);
    await this.fill('Nama pengguna', user);
    await this.fill('Sandi aplikasi', password);
    await this.save(name);
  }
}
