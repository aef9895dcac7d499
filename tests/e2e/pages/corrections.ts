import { expect, type Locator, type Page } from '@playwright/test';

/** The forms about what readers have: Ralat and Cabut berita. */
export class Corrections {
  readonly page: Page;
  readonly ralat: Locator;
  readonly reply: Locator;
  readonly withdrawal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.ralat = page.getByRole('dialog', { name: 'Ralat' });
    this.reply = page.getByRole('dialog', { name: 'Hak jawab' });
    this.withdrawal = page.getByRole('dialog', { name: 'Cabut berita' });
  }

  /** By its key, once the composer has an article that is live. */
  async openRalat(): Promise<void> {
    await expect(this.#state).toBeVisible();
    await this.page.keyboard.press('Control+Alt+c');
    await expect(this.ralat.getByLabel('Yang benar')).toBeVisible();
  }

  /** Takes the only sentence that changed, and files it. */
  async fileChange(): Promise<void> {
    await this.ralat.getByRole('button', { name: 'Pakai' }).click();
    await this.ralat.getByRole('button', { name: 'Terbitkan ralat' }).click();
    await expect(this.ralat).toBeHidden();
  }

  /** The state of the article in the head of the composer. */
  get #state(): Locator {
    return this.page.getByRole('button', { name: 'Terbit', exact: true });
  }

  async #choose(entry: string): Promise<void> {
    await this.#state.click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async openReply(): Promise<void> {
    await this.#choose('Hak jawab…');
    await expect(this.reply).toBeVisible();
  }

  async openWithdrawal(): Promise<void> {
    await this.#choose('Cabut berita…');
    await expect(this.withdrawal).toBeVisible();
  }

  async withdraw(ground: string): Promise<void> {
    await this.withdrawal.getByLabel(/^Alasan/).selectOption({ label: ground });
    await this.withdrawal.getByRole('button', { name: 'Cabut berita ini' }).click();
    await expect(this.withdrawal).toBeHidden();
  }
}
