/** Pictures that lie inside a file, on their way from its bytes to the blocks that show them. */
import { createHash } from 'node:crypto';
import type { LeftOut } from '../../../../shared/contract/articles.ts';
import type { EnclosedPicture } from './manuscript.ts';

const DATA_ADDRESS = /^data:image\/([\w.+-]+)(?:;[\w=.+-]+)*;base64,/i;

/** Collects them; each is kept once, however often it is shown. */
export class EnclosedPictures {
  readonly #found = new Map<string, EnclosedPicture>();
  #missing = 0;

  /** Keeps the bytes of a picture and gives the id by which the document names it. */
  add(bytes: Uint8Array, name: string): string {
    const id = createHash('sha256').update(bytes).digest('hex');
    if (!this.#found.has(id)) this.#found.set(id, { id, bytes, name });
    return id;
  }

  /** Notes that a picture is meant and is not there: null in place of its id. */
  miss(): null {
    this.#missing += 1;
    return null;
  }

  /** The id of the picture that a `data:` address spells out; null for any other address, which leads nowhere from here. */
  ofAddress(address: string): string | null {
    const head = DATA_ADDRESS.exec(address);
    if (head === null) return this.miss();
    const encoded = address.slice(head[0].length);
    const bytes = Buffer.from(encoded.includes('%') ? decodeEscapes(encoded) : encoded, 'base64');
    return bytes.length === 0
      ? this.miss()
      : this.add(bytes, `gambar.${(head[1] ?? '').replace(/\+.*/, '')}`);
  }

  /** What was meant and is not there. */
  leftOut(): LeftOut[] {
    return this.#missing === 0 ? [] : [{ kind: 'pictures', count: this.#missing }];
  }

  list(): EnclosedPicture[] {
    return [...this.#found.values()];
  }
}

function decodeEscapes(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
