import { expect, type Locator, type Page } from '@playwright/test';

/** Who works in the house and who sits here, as an editor meets it. */
export class PeopleDesk {
  readonly page: Page;
  /** The initials at the foot of the rail. */
  readonly switcher: Locator;

  constructor(page: Page) {
    this.page = page;
    this.switcher = page.getByRole('button', { name: /^Yang duduk di sini/ });
  }

  async openSettings(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/atur/orang'));
    await expect(this.page.getByRole('button', { name: 'Tambah orang' })).toBeVisible();
  }

  async add(name: string, code: string, role: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Tambah orang' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill(name);
    await dialog.getByLabel('Kode penyunting').fill(code);
    await dialog.getByLabel('Tugas').selectOption(role);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();
  }

  /** One click on the initials, one on the name. */
  async sitDown(name: string): Promise<void> {
    await this.switcher.click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(name) }).click();
    await expect(this.switcher).toHaveAccessibleName(new RegExp(name));
  }
}
