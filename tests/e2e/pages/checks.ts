import type { Locator, Page } from '@playwright/test';

/** The panel of checks beside the copy. */
export class Checks {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('tabpanel', { name: /^Periksa/ });
  }

  /** Opens the panel by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+5');
    await this.panel.waitFor();
  }

  group(name: string): Locator {
    return this.panel.getByRole('region', { name, exact: true });
  }

  /** The line of a finding, by its words or its reason. */
  finding(words: string): Locator {
    return this.panel.getByRole('listitem').filter({ has: this.page.getByText(words, { exact: true }) });
  }

  /** Takes a finding in hand: keys work on it from then on. */
  async take(words: string): Promise<void> {
    await this.finding(words).getByRole('button').first().focus();
    await this.finding(words).getByRole('button', { expanded: true }).waitFor();
  }

  /** A word offered for a misspelt one in hand. The core allows Hunspell twenty seconds; a busy machine may need them. */
  async offered(misspelt: string, word: string): Promise<Locator> {
    const offer = this.finding(misspelt).getByRole('button', { name: word, exact: true });
    await offer.waitFor({ timeout: 40_000 });
    return offer;
  }

  /** Whether a line stands right under these words of the copy. */
  isUnderlined(words: string): Promise<boolean> {
    return this.page.evaluate((sought) => {
      const copy = document.querySelector('[data-lexical-editor]');
      const texts = document.createTreeWalker(copy ?? document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const start = text.textContent?.indexOf(sought) ?? -1;
        if (start === -1) continue;
        const range = new Range();
        range.setStart(text, start);
        range.setEnd(text, start + sought.length);
        const box = range.getBoundingClientRect();
        return [...document.querySelectorAll('[data-marks] i')].some((line) => {
          const { left, right, top } = line.getBoundingClientRect();
          const isAsWide = Math.abs(left - box.left) < 2 && Math.abs(right - box.right) < 2;
          return isAsWide && top > box.top + box.height / 2 && top < box.bottom;
        });
      }
      return false;
    }, words);
  }

  /** How many marks of a look are drawn over the copy. */
  marks(look: 'error' | 'advice' | 'hint'): Promise<number> {
    return this.page.locator(`[data-mark="${look}"]`).count();
  }
}
