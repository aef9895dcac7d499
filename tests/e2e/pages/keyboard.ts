import { expect, type Locator, type Page } from '@playwright/test';

/** The desk as it is worked with both hands on the keys. */
export class KeyboardDesk {
  readonly page: Page;
  readonly palette: Locator;

  constructor(page: Page) {
    this.page = page;
    this.palette = page.getByRole('dialog', { name: 'Palet perintah' });
  }

  /** Runs a command by its name in the palette. */
  async run(command: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.palette.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(command);
    await this.expectChosen(command);
    await this.page.keyboard.press('Enter');
    await expect(this.palette).toBeHidden();
  }

  /** Waits until Enter would run the command; the search that is offered for the same words is another thing. */
  async expectChosen(command: string): Promise<void> {
    await expect(this.palette.getByRole('option', { selected: true })).toHaveText(new RegExp(`^${command}`));
  }

  /** Goes on with Tab (or Shift+Tab) until the element has the focus, and sees that one can see it. */
  async tabTo(element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(element).toBeVisible();
    for (let presses = 0; presses < 60 && !(await this.#isFocused(element)); presses += 1) {
      await this.page.keyboard.press(key);
    }
    await expect(element).toBeFocused();
    await this.expectVisibleFocus();
  }

  /** Whatever has the focus shows it: by an outline, by its caret, or by the option of a list that is chosen. */
  async expectVisibleFocus(): Promise<void> {
    await expect.poll(() => this.page.evaluate(howFocusIsShown)).toMatch(/^(?:outline|caret|option)$/);
  }

  #isFocused(element: Locator): Promise<boolean> {
    return element.evaluate((node) => node === document.activeElement);
  }
}

/** Runs in the page. Words where nothing shows the focus. */
function howFocusIsShown(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'nothing has the focus';
  const { outlineStyle, outlineWidth, caretColor } = getComputedStyle(element);
  if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) return 'outline';
  const takesText =
    element.isContentEditable ||
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && ['text', 'search'].includes(element.type));
  if (takesText && caretColor !== 'transparent') return 'caret';
  const option = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  if (option !== null && getComputedStyle(option).boxShadow !== 'none') return 'option';
  return `not seen: ${element.outerHTML.slice(0, 200)}`;
}
