import type { Locator, Page } from '@playwright/test';

/** Where sentences came from: the tab beside the copy, and the bars in its margin. */
export class Provenance {
  readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('tabpanel', { name: 'Asal' });
  }

  /** Opens the tab by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Alt+7');
    await this.panel.waitFor();
  }

  /** The bars beside the copy, by kind. */
  bars(kind: 'verbatim' | 'edited' | 'rewritten' | 'new'): Locator {
    return this.page.locator(`[data-margin] [data-look="${kind}"]`);
  }
}
