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

  /** How many marks of a look are drawn over the copy. */
  marks(look: 'error' | 'advice' | 'hint'): Promise<number> {
    return this.page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, `redaksi-${look}`);
  }
}
