import { expect, type Locator, type Page } from '@playwright/test';
import { Composer } from './composer.ts';

interface Place {
  x: number;
  y: number;
}

async function middleOf(target: Locator): Promise<Place> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('where the words shall go is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Words of the copy under the mouse. */
export class Words {
  readonly page: Page;
  readonly composer: Composer;
  /** Stands beside what is selected. */
  readonly tools: Locator;
  /** Shows where what is dragged would come to stand. */
  readonly caret: Locator;

  constructor(page: Page) {
    this.page = page;
    this.composer = new Composer(page);
    this.tools = page.getByRole('toolbar', { name: 'Format kata terpilih' });
    this.caret = page.locator('.drop-caret');
  }

  /** Where words of the copy begin and end on the page. */
  async #edges(words: string): Promise<{ start: Place; end: Place }> {
    return this.composer.body.evaluate((body, sought) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(sought);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + sought.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { start: { x: left, y: top + height / 2 }, end: { x: right, y: top + height / 2 } };
      }
      throw new Error(`not in the copy: ${sought}`);
    }, words);
  }

  /** Selects from the beginning of some words to the end of others, or of the same. */
  async select(first: string, last = first): Promise<void> {
    await this.composer.goToEnd();
    await expect(this.tools).toBeHidden();
    const [{ start }, { end }] = [await this.#edges(first), await this.#edges(last)];
    await this.page.mouse.move(start.x + 1, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x - 1, end.y, { steps: 6 });
    await this.page.mouse.up();
    await expect(this.tools).toBeVisible();
  }

  /** Takes hold of these words, which are selected, and carries them to a point of the window. */
  async carryTo(held: string, { x, y }: Place): Promise<void> {
    const from = await this.#middle(held);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y, { steps: 3 });
    await this.page.mouse.move(x, y, { steps: 8 });
  }

  /** Carries them to where other words begin, where the caret shows it, and lets them go. */
  async dropBefore(held: string, target: string): Promise<void> {
    await this.carryTo(held, (await this.#edges(target)).start);
    await expect(this.tools).toBeHidden();
    await this.letGoBefore(target);
  }

  /** Carries what the mouse holds to where words begin, where the caret shows it, and lets it go. */
  async letGoBefore(target: string): Promise<void> {
    const { start } = await this.#edges(target);
    await this.page.mouse.move(start.x, start.y, { steps: 8 });
    // Where the mouse comes upon another element, the first move tells of that alone.
    await this.page.mouse.move(start.x, start.y);
    await expect(this.caret).toBeVisible();
    await this.page.mouse.up();
    await expect(this.caret).toBeHidden();
  }

  /** Lets them go within words of the copy or over something else, where they come to stand nowhere. */
  async dropOn(held: string, target: string | Locator): Promise<void> {
    await this.carryTo(
      held,
      typeof target === 'string' ? await this.#middle(target) : await middleOf(target),
    );
    await expect(this.caret).toBeHidden();
    await this.page.mouse.up();
  }

  async #middle(words: string): Promise<Place> {
    const { start, end } = await this.#edges(words);
    return { x: (start.x + end.x) / 2, y: start.y };
  }

  /** Lets go what another program dragged in, before words of the copy. */
  async dropFromElsewhere(data: Readonly<Record<string, string>>, target: string): Promise<void> {
    const { start } = await this.#edges(target);
    await this.composer.body.evaluate(
      (body, { kinds, x, y }) => {
        const dataTransfer = new DataTransfer();
        for (const [kind, content] of Object.entries(kinds)) dataTransfer.setData(kind, content);
        const init = { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true };
        const under = document.elementFromPoint(x, y) ?? body;
        under.dispatchEvent(new DragEvent('dragover', init));
        under.dispatchEvent(new DragEvent('drop', init));
      },
      { kinds: data, x: start.x, y: start.y },
    );
  }

  selected(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '');
  }
}
