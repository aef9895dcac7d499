/**
 * Lists of Word on the clipboard: paragraphs whose style says `mso-list:l0 level2 lfo1`, each with a marker of its own
 * (`<span style='mso-list:Ignore'>2.</span>`) that tells bullets from numbers.
 */
import type { BlockWriter } from './block-writer.ts';

type ListKind = 'bullet' | 'number';

const LEVEL = /mso-list:\s*l\d+\s+level(\d)/i;
const MARKER = /mso-list:\s*ignore/i;
const NUMBER = /^\s*\(?(?:(\d{1,4})|[a-z]{1,4})[.)]/i;

/** Whether an element holds the marker of a list's paragraph. */
export function isListMarker(style: string | undefined): boolean {
  return style !== undefined && MARKER.test(style);
}

export class WordLists {
  readonly #writer: BlockWriter;
  /** Kinds of the lists that are open, outermost first. */
  #open: ListKind[] = [];
  /** Level of the paragraph that has begun and whose marker has not been met. */
  #level: number | null = null;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  /** To be told of every element that ends a paragraph, with its style, before it is read otherwise. */
  block(name: string, style: string | undefined): void {
    if (this.#open.length === 0 && style === undefined) return;
    const level = name === 'p' ? LEVEL.exec(style ?? '')?.[1] : undefined;
    if (level === undefined) return this.end();
    this.#writer.endBlock();
    this.#level = Math.max(1, Number(level));
  }

  /** Words of a paragraph; one that showed no marker has a bullet. */
  words(value: string): void {
    if (this.#level !== null && value.trim() !== '') this.#item(this.#level, 'bullet', 1);
  }

  /** The whole text of a marker. */
  marker(text: string): void {
    if (this.#level === null) return;
    const found = NUMBER.exec(text);
    this.#item(this.#level, found === null ? 'bullet' : 'number', Number(found?.[1] ?? 1));
  }

  /** The lists are over. */
  end(): void {
    this.#level = null;
    this.#close(0);
  }

  #close(downTo: number): void {
    for (; this.#open.length > downTo; this.#open.pop()) this.#writer.closeList();
  }

  #item(level: number, kind: ListKind, start: number): void {
    this.#level = null;
    this.#close(level);
    if (this.#open.length === level && this.#open.at(-1) !== kind) this.#close(level - 1);
    while (this.#open.length < level) {
      const isLast = this.#open.length === level - 1;
      this.#writer.openList(isLast ? kind : 'bullet', isLast ? start : 1);
      this.#open.push(isLast ? kind : 'bullet');
    }
    this.#writer.nextItem();
  }
}
