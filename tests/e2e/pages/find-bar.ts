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
      const boxesOf = (look: string): DOMRect[] =>
        [...document.querySelectorAll(`[data-mark="${look}"]`)].map((box) => box.getBoundingClientRect());
      const isOn = (boxes: readonly DOMRect[], text: Node, at: number): boolean => {
        const letter = new Range();
        letter.setStart(text, at);
        letter.setEnd(text, at + 1);
        const { left, width, top, bottom } = letter.getBoundingClientRect();
        const middle = left + width / 2;
        return boxes.some(
          (box) => box.left < middle && box.right > middle && box.top < top + 2 && box.bottom > bottom - 2,
        );
      };
      const wordsOn = (isLit: (text: Node, at: number) => boolean): string[] => {
        const words: string[] = [];
        const copy = document.querySelector('[data-lexical-editor]');
        const texts = document.createTreeWalker(copy ?? document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
          let word = '';
          for (const [at, letter] of [...(text.nodeValue ?? ''), ''].entries()) {
            if (letter !== '' && isLit(text, at)) word += letter;
            else if (word !== '') {
              words.push(word);
              word = '';
            }
          }
        }
        return words;
      };
      const [grounds, edges, current] = ['found', 'found-edge', 'found-current'].map(boxesOf);
      const isCurrent = (text: Node, at: number): boolean => isOn(current ?? [], text, at);
      const isFound = (text: Node, at: number): boolean =>
        isOn(grounds ?? [], text, at) && isOn(edges ?? [], text, at);
      return [
        ...wordsOn((text, at) => isFound(text, at) && !isCurrent(text, at)),
        ...wordsOn((text, at) => isFound(text, at) && isCurrent(text, at)),
      ];
    });
  }

  /** What is drawn by the browser's registry of highlights, which makes every frame of the page dearer. */
  registered(): Promise<number> {
    return this.page.evaluate(() => CSS.highlights.size);
  }
}
