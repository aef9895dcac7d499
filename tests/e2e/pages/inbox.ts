import { expect, type Locator, type Page } from '@playwright/test';
import { untilAtRest } from './at-rest.ts';

/** The wire inbox as an editor meets it. */
export class Inbox {
  readonly page: Page;
  readonly rows: Locator;
  readonly reading: Locator;
  readonly newer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('option');
    this.reading = page.getByRole('article');
    this.newer = page.getByRole('button', { name: /kiriman baru/ });
  }

  row(headline: string): Locator {
    return this.rows.filter({ hasText: headline });
  }

  async addFolder(folder: string, name: string, creditName: string): Promise<void> {
    const dialog = await this.#openSourceDialog('Folder');
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(folder);
    await this.#finish(dialog, name, creditName);
  }

  async addFeed(
    address: string,
    name: string,
    creditName: string,
    { ownNetwork }: { ownNetwork: boolean },
  ): Promise<void> {
    const dialog = await this.#openSourceDialog('Alamat umpan');
    await dialog.getByRole('textbox', { name: 'Alamat umpan' }).fill(address);
    if (ownNetwork) await dialog.getByLabel('Izinkan alamat di jaringan sendiri').click();
    await this.#finish(dialog, name, creditName);
  }

  /** A folder at a server of one's own network. */
  async addSftp(address: string, user: string, password: string, name: string): Promise<void> {
    const dialog = await this.#openSourceDialog('SFTP');
    await dialog.getByRole('textbox', { name: 'Server SFTP dan folder' }).fill(address);
    await dialog.getByLabel('Nama pengguna').fill(user);
    await dialog.getByLabel('Sandi', { exact: true }).fill(password);
    await dialog.getByLabel('Izinkan alamat di jaringan sendiri').click();
    await this.#finish(dialog, name, '');
  }

  /** The health page of a source. */
  async openHealth(name: string): Promise<Locator> {
    await this.#sourceMenu(name, 'Keadaan sumber');
    const health = this.page.getByRole('dialog', { name });
    await expect(health).toBeVisible();
    return health;
  }

  /** Settles that copy of a source may not be published. */
  async refuseToPublish(name: string): Promise<void> {
    await this.#sourceMenu(name, 'Ubah');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Hak pakai' }).click();
    await dialog.getByLabel('Menerbitkan').selectOption('Tidak boleh diterbitkan');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();
  }

  async #sourceMenu(name: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `Tindakan untuk ${name}` }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async #openSourceDialog(tab: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Tambah sumber' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('tab', { name: tab }).click();
    return dialog;
  }

  async #finish(dialog: Locator, name: string, creditName: string): Promise<void> {
    await dialog.getByLabel('Nama', { exact: true }).fill(name);
    await dialog.getByLabel('Singkatan untuk kredit').fill(creditName);
    await dialog.getByRole('button', { name: 'Tambah sumber' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Takes in what the list offers as new, unless the story is already in it. */
  async bringIn(headline: string): Promise<void> {
    await expect(this.row(headline).or(this.newer).first()).toBeVisible({ timeout: 30_000 });
    if (!(await this.row(headline).isVisible())) await this.newer.click();
    await expect(this.row(headline)).toBeVisible();
  }

  source(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(name) });
  }

  async open(headline: string): Promise<void> {
    await this.row(headline).click();
    await expect(this.reading.getByRole('heading', { name: headline })).toBeVisible();
  }

  /** Searches for words, by the key of the inbox: it has to be on screen, and at rest, before it knows the key. */
  async search(words: string): Promise<void> {
    const field = this.page.getByRole('searchbox', { name: 'Cari di kawat' });
    await expect(field).toBeVisible();
    await untilAtRest(this.page);
    await this.page.keyboard.press('/');
    await expect(field).toBeFocused();
    await this.page.keyboard.type(words);
  }

  /** *Tulis dari kawat*, by its key. */
  async writeFromWire(): Promise<void> {
    await this.page.keyboard.press('w');
    await expect(this.page).toHaveURL(/#\/naskah\/[\w-]+/);
  }
}
