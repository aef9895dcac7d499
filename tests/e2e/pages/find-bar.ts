import { expect, type Locator, type Page } from '@playwright/test';

/** Find and replace above the copy. */
export class FindBar {
  readonly page: Page;
  readonly bar: Locator;
  readonly words: Locator;
  readonly replacement: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('search', { name: 'Cari dan ganti' });
    this.words = this.bar.getByRole('textbox', { name: 'Cari', exact: true });
    this.replacement = this.bar.getByRole('textbox', { name: 'Ganti dengan' });
  }

  async open({ replacing = false } = {}): Promise<void> {
    await this.page.keyboard.press(replacing ? 'Control+h' : 'Control+f');
    await expect(this.words).toBeFocused();
  }

  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }

  /** What it says of the hits: `2 dari 3`, or what is wrong. */
  get status(): Locator {
    return this.bar.getByRole('status');
  }

  /** Words that are lit up in the copy now, the one that stands out last. */
  lit(): Promise<string[]> {
    return this.page.evaluate(() =>
      ['redaksi-found', 'redaksi-found-current'].flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map(String),
      ),
    );
  }
}
