import { expect, type Locator, type Page } from '@playwright/test';

/** Settings, page Data: backups, check, export. */
export class DataPage {
  readonly page: Page;
  readonly backups: Locator;

  constructor(page: Page) {
    this.page = page;
    this.backups = page.getByRole('list', { name: 'Cadangan' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/atur/data'));
    await expect(this.page.getByRole('heading', { name: 'Folder data' })).toBeVisible();
  }

  async backUpNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cadangkan sekarang' }).click();
    await expect(this.backups.filter({ hasText: 'Dibuat sendiri' })).toBeVisible();
  }

  /** Restores the newest backup of those whose line says this, and waits until it is in place. */
  async restore(line: RegExp): Promise<void> {
    await this.backups.filter({ hasText: line }).first().getByRole('button', { name: 'Pulihkan' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Pulihkan cadangan ini?' });
    await dialog.getByRole('button', { name: 'Simpan yang sekarang, lalu pulihkan' }).click();
    await expect(this.page.getByText(/Cadangan .* sudah dipasang/)).toBeVisible();
    await expect(dialog).toBeHidden();
  }
}
