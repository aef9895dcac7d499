/** The lines of a text as its head is taken off them, one after the other; each costs no more than itself. */
export class HeadLines {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The line that stands first now, or the one `ahead` lines behind it; empty where there is none. */
  peek(ahead = 0): string {
    return this.#lines[this.#at + ahead] ?? '';
  }

  get isEmpty(): boolean {
    return this.#at >= this.#lines.length;
  }

  /** Takes the first `count` lines. */
  take(count = 1): string[] {
    const taken = this.#lines.slice(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  skipEmpty(): void {
    while (!this.isEmpty && this.peek().trim() === '') this.#at += 1;
  }

  /** How many lines stand before the first of which this holds, the first line not asked; all of them where there is none. */
  countBefore(holds: (line: string) => boolean): number {
    let count = 1;
    while (this.#at + count < this.#lines.length && !holds(this.peek(count))) count += 1;
    return Math.min(count, this.#lines.length - this.#at);
  }

  /** What is left. */
  rest(): string[] {
    return this.#lines.slice(this.#at);
  }
}
