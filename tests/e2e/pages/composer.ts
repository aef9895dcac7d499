import { expect, type Locator, type Page } from '@playwright/test';
import { untilAtRest } from './at-rest.ts';

/** The composer as an editor meets it. */
export class Composer {
  readonly page: Page;
  readonly headline: Locator;
  readonly body: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByRole('textbox', { name: 'Judul', exact: true });
    this.body = page.getByRole('textbox', { name: 'Isi naskah' });
  }

  async newArticle(): Promise<void> {
    await this.page.evaluate(() => (window.location.hash = '#/naskah'));
    await this.page.getByRole('button', { name: 'Naskah baru' }).first().click();
    await expect(this.page).toHaveURL(/#\/naskah\/[\w-]+/);
    await expect(this.headline).toHaveValue('');
  }

  get articleId(): string {
    return /#\/naskah\/([\w-]+)/.exec(this.page.url())?.[1] ?? '';
  }

  /** Puts the caret at the end of the copy. */
  async goToEnd(): Promise<void> {
    await this.body.focus();
    await this.page.keyboard.press('Control+End');
  }

  /**
   * Pastes what another program put on the clipboard, as the browser hands it over. A script does not queue behind the
   * keys as a real paste does: it waits for the frame that shows what they did.
   */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate(async (kinds) => {
      await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
      const clipboardData = new DataTransfer();
      for (const [kind, content] of Object.entries(kinds)) clipboardData.setData(kind, content);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, data);
  }

  /** Presses keys while the page stands still: they come all at once, before anything is drawn between them. */
  async pressAtOnce(keys: readonly string[]): Promise<void> {
    await this.page.evaluate(() => {
      setTimeout(() => {
        const end = performance.now() + 500;
        while (performance.now() < end);
      });
    });
    await Promise.all(keys.map((key) => this.page.keyboard.press(key)));
  }

  /** Inserts the block that the slash menu offers first for these letters, at the caret. */
  async insert(query: string): Promise<void> {
    await this.page.keyboard.type(`/${query}`);
    await expect(
      this.page.getByRole('listbox', { name: 'Sisipkan' }).getByRole('option').first(),
    ).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('listbox', { name: 'Sisipkan' })).toBeHidden();
  }

  /**
   * Waits until the last edit is stored. Once a page rests it shows what came of the last key: "Menyimpan …" from then on, not
   * the "Tersimpan" of an edit before. What comes in by itself (a paste, a picture) has to be seen in the copy first.
   */
  async expectSaved(): Promise<void> {
    await untilAtRest(this.page);
    await expect(this.page.getByRole('status').filter({ hasText: /^Tersimpan/ })).toBeVisible();
  }

  async chooseSection(name: string): Promise<void> {
    await this.page.getByRole('tabpanel').getByRole('combobox', { name: 'Rubrik' }).selectOption(name);
  }

  async openPublishing(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^(Terbitkan|Perbarui)…$/ }).click();
    const popover = this.page.getByRole('dialog', { name: 'Terbitkan' });
    await expect(popover).toBeVisible();
    return popover;
  }

  /** Publishes to the folder site and waits until this very delivery is live there, not one before it. */
  async publishToFolder(): Promise<void> {
    const popover = await this.openPublishing();
    const send = popover.getByRole('button', { name: /^(Terbitkan|Perbarui)/ }).first();
    await expect(send).toBeEnabled();
    const earlier = await this.#newestDelivery(popover);
    await send.click();
    await expect.poll(() => this.#newestDelivery(popover)).not.toBe(earlier);
    await expect(popover.locator('[data-delivery]').first()).toHaveAttribute('data-state', 'live');
    await this.page.keyboard.press('Escape');
  }

  /** Publishes to one of several targets and waits for how it ends there. */
  async publishTo(target: string, ends: 'live' | 'failed' = 'live'): Promise<void> {
    const popover = await this.openPublishing();
    const line = popover.getByRole('listitem').filter({ hasText: target });
    const send = line.getByRole('button', { name: /^(Terbitkan|Perbarui)/ }).first();
    const earlier = await this.#newestDelivery(line);
    await send.click();
    await expect.poll(() => this.#newestDelivery(line)).not.toBe(earlier);
    await expect(line.locator('[data-delivery]').first()).toHaveAttribute('data-state', ends);
    await this.page.keyboard.press('Escape');
  }

  /** Id of the newest delivery shown; null where the article never went out. */
  async #newestDelivery(shown: Locator): Promise<string | null> {
    const line = shown.locator('[data-delivery]').first();
    return (await line.count()) === 0 ? null : line.getAttribute('data-delivery');
  }
}
