import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { parseHTML } from 'linkedom';

/** Halaman Depan as a publisher meets it. */
export class Fronts {
  readonly page: Page;
  readonly pool: Locator;
  readonly notices: Locator;
  readonly clipboard: Locator;
  /** What screen readers are told while something is carried. */
  readonly told: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pool = page.getByRole('list', { name: 'Daftar naskah' });
    this.notices = page.getByRole('list', { name: 'Turun sendiri dari halaman' });
    this.clipboard = page.getByRole('region', { name: 'Papan klip' });
    this.told = page.locator('#dnd-kit-announcement-front');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/depan'));
    await expect(this.page.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible();
  }

  collection(title: string): Locator {
    return this.page.getByRole('list', { name: `Isi ${title}` });
  }

  /** The headlines of a collection's cards, in order. */
  async cards(title: string): Promise<string[]> {
    const grips = this.collection(title).getByRole('button', { name: /^Pindahkan / });
    const names = await grips.evaluateAll((found) =>
      found.map((grip) => grip.getAttribute('aria-label') ?? ''),
    );
    return names.map((name) =>
      name.replace(/^Pindahkan (.*?)(?:, diisi otomatis)?, tempat \d+ di .*$/, '$1'),
    );
  }

  async expectCards(title: string, headlines: readonly string[]): Promise<void> {
    await expect.poll(() => this.cards(title)).toEqual(headlines);
  }

  /** The part of a story or card that is taken hold of. */
  grip(within: Locator, headline: string): Locator {
    return within.getByRole('button', { name: new RegExp(`^Pindahkan ${headline}`) });
  }

  story(headline: string): Locator {
    return this.pool.getByRole('listitem').filter({ hasText: headline });
  }

  card(title: string, headline: string): Locator {
    return this.collection(title).getByRole('listitem').filter({ hasText: headline });
  }

  /** Drags something with the mouse and lets it go over the upper edge of something else. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const source = await from.boundingBox();
    const target = await to.boundingBox();
    if (source === null || target === null)
      throw new Error('what is dragged, or where to, is not to be seen');
    await this.page.mouse.move(source.x + 70, source.y + 16);
    await this.page.mouse.down();
    await this.page.mouse.move(source.x + 90, source.y + 24, { steps: 3 });
    await this.page.mouse.move(target.x + 90, target.y + 6, { steps: 8 });
    await expect(this.page.getByText('Jatuhkan di sini')).toBeVisible();
    await this.page.mouse.up();
  }

  /** Takes what is carried by keys to a place of a collection, counted from 1, and puts it down. */
  async carryTo(title: string, place: number): Promise<void> {
    const there = new RegExp(`^${title}, tempat ${place} dari `);
    for (let step = 0; step < 30 && !there.test((await this.told.textContent()) ?? ''); step += 1) {
      const before = await this.told.textContent();
      await this.page.keyboard.press('ArrowDown');
      await expect(this.told).not.toHaveText(before ?? '');
    }
    await expect(this.told).toHaveText(there);
    await this.page.keyboard.press('Space');
  }

  /** Gives a card words of its own, by key. */
  async rename(title: string, headline: string, words: string): Promise<void> {
    await this.grip(this.collection(title), headline).press('Enter');
    const editor = this.page.getByRole('dialog', { name: 'Sunting kartu' });
    await editor.getByLabel('Judul').fill(words);
    await editor.getByRole('button', { name: 'Simpan' }).click();
    await expect(editor).toBeHidden();
  }

  /** Opens the launch dialog, which tells first what changes. */
  async openLaunch(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Luncurkan', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Luncurkan Beranda' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Launches everything and waits until it is on the site. */
  async launch(number: number): Promise<void> {
    const dialog = await this.openLaunch();
    await dialog.getByRole('button', { name: 'Luncurkan', exact: true }).click();
    await this.expectLaunched(number);
  }

  async expectLaunched(number: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`no\\. ${number}$`)).last()).toBeVisible();
    await expect(this.page.getByText('tampil di Situs folder')).toBeVisible();
  }
}

/** What a reader finds on a page of the folder site, part by part. */
export function pageOnDisk(siteFolder: string, path: string) {
  const file = join(siteFolder, path);
  const { document } = parseHTML(existsSync(file) ? readFileSync(file, 'utf8') : '<html></html>');
  const headlines = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '');
  return {
    headline: headlines('.collection-lead4 h2, .collection-lead4 h3'),
    picks: headlines('.collection-strip h3'),
    latest: headlines('.latest li > a'),
    popular: headlines('.popular li > a'),
  };
}
