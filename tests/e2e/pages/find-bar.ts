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

  /** Letters of the copy that are lit up, put together where they stand side by side; what stands out comes last. */
  lit(): Promise<string[]> {
    return this.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('[data-mark="found"] > i')].map((box) =>
        box.getBoundingClientRect(),
      );
      const rangesOf = (look: string): Range[] =>
        [...(CSS.highlights.get(look) ?? [])].filter((range) => range instanceof Range);
      const isIn = (ranges: readonly Range[], text: Node, at: number): boolean =>
        ranges.some((range) => range.comparePoint(text, at) === 0 && range.comparePoint(text, at + 1) === 0);
      const isOnBox = (text: Node, at: number): boolean => {
        const letter = new Range();
        letter.setStart(text, at);
        letter.setEnd(text, at + 1);
        const { left, width, top, bottom } = letter.getBoundingClientRect();
        const middle = left + width / 2;
        return boxes.some(
          (box) => box.left < middle && box.right > middle && box.top < top + 2 && box.bottom > bottom - 2,
        );
      };
      const [found, current] = [rangesOf('redaksi-found'), rangesOf('redaksi-found-current')];
      const words: string[] = [];
      const copy = document.querySelector('[data-lexical-editor]');
      const texts = document.createTreeWalker(copy ?? document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        let word = '';
        for (const [at, letter] of [...(text.nodeValue ?? ''), ''].entries()) {
          const isLit =
            letter !== '' && !isIn(current, text, at) && (isIn(found, text, at) || isOnBox(text, at));
          if (isLit) word += letter;
          else if (word !== '') {
            words.push(word);
            word = '';
          }
        }
      }
      return [...words, ...current.map(String)];
    });
  }

  /** Hits that go along with their words; the browser draws each of them anew with every key. */
  moving(): Promise<string[]> {
    return this.page.evaluate(() => [...(CSS.highlights.get('redaksi-found') ?? [])].map(String));
  }
}
