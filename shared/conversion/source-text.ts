/** Pieces that are joined before more are collected: as many strings as an engine holds at ease. */
const JOINED_AT = 4_096;

const SLICE = 65_536;

/**
 * Changes a text sign by sign, a slice at a time: for a replacement in one go the engine notes every hit before it writes the
 * first, which takes many times the memory of the text. `change` sees no more than one slice.
 */
export function inSlices(text: string, change: (slice: string) => string): string {
  if (text.length <= SLICE) return change(text);
  const changed: string[] = [];
  for (let at = 0; at < text.length; at += SLICE) changed.push(change(text.slice(at, at + SLICE)));
  return changed.join('');
}

/**
 * Words that a tokenizer hands out piece by piece. What stands together in the source is taken out of it at once, and the rest
 * is joined as it grows: a string that is only ever appended to is kept by the engine as a chain with a link for every piece,
 * and millions of them (`&x;&x;…`) fill the memory long before the words do.
 */
export class SourceText {
  readonly #source: string;
  #start = 0;
  #end = 0;
  #pieces: string[] = [];
  #joined: string[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** What stands in the source from `start` to `end`. */
  range(start: number, end: number): void {
    if (start !== this.#end || this.#start === this.#end) {
      this.#endRange();
      this.#start = start;
    }
    this.#end = end;
  }

  /** Words that stand otherwise in the source, as an entity. */
  add(words: string): void {
    this.#endRange();
    this.#keep(words);
  }

  /** Everything since it was taken last; empty where there was nothing. */
  take(): string {
    this.#endRange();
    if (this.#joined.length === 0 && this.#pieces.length <= 1) {
      return this.#pieces.pop() ?? '';
    }
    const words = [...this.#joined, ...this.#pieces].join('');
    this.#pieces = [];
    this.#joined = [];
    return words;
  }

  #endRange(): void {
    if (this.#start < this.#end) this.#keep(this.#source.slice(this.#start, this.#end));
    this.#start = 0;
    this.#end = 0;
  }

  #keep(words: string): void {
    this.#pieces.push(words);
    if (this.#pieces.length < JOINED_AT) return;
    this.#joined.push(this.#pieces.join(''));
    this.#pieces = [];
  }
}
