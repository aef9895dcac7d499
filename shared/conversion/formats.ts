/** Formats of text in HTML: by the element, by its style, and which of them are open at a place. */
import { TEXT_FORMAT } from '../document/vocabulary.ts';

/** Inline elements and the formats they set; `span` and `font` may set some by their style. */
export const FORMATS: Readonly<Record<string, number>> = {
  b: TEXT_FORMAT.bold,
  strong: TEXT_FORMAT.bold,
  i: TEXT_FORMAT.italic,
  em: TEXT_FORMAT.italic,
  cite: TEXT_FORMAT.italic,
  dfn: TEXT_FORMAT.italic,
  u: TEXT_FORMAT.underline,
  ins: TEXT_FORMAT.underline,
  s: TEXT_FORMAT.strikethrough,
  strike: TEXT_FORMAT.strikethrough,
  del: TEXT_FORMAT.strikethrough,
  code: TEXT_FORMAT.code,
  kbd: TEXT_FORMAT.code,
  samp: TEXT_FORMAT.code,
  tt: TEXT_FORMAT.code,
  sub: TEXT_FORMAT.subscript,
  sup: TEXT_FORMAT.superscript,
  span: 0,
  font: 0,
};

/** The formats of an element whose own are `own`, as its style changes them; Word's `mso-bidi-font-weight` does not. */
export function formatOfStyle(style: string, own: number): number {
  let bits = own;
  if (/(?:^|[\s;])font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) bits |= TEXT_FORMAT.bold;
  else if (/(?:^|[\s;])font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style)) bits &= ~TEXT_FORMAT.bold;
  if (/(?:^|[\s;])font-style\s*:\s*(?:italic|oblique)/i.test(style)) bits |= TEXT_FORMAT.italic;
  else if (/(?:^|[\s;])font-style\s*:\s*normal/i.test(style)) bits &= ~TEXT_FORMAT.italic;
  if (/(?:^|[\s;])text-decoration[\w-]*\s*:[^;]*underline/i.test(style)) bits |= TEXT_FORMAT.underline;
  if (/(?:^|[\s;])text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) bits |= TEXT_FORMAT.strikethrough;
  if (/(?:^|[\s;])vertical-align\s*:\s*super/i.test(style)) bits |= TEXT_FORMAT.superscript;
  if (/(?:^|[\s;])vertical-align\s*:\s*sub(?:[\s;]|$)/i.test(style)) bits |= TEXT_FORMAT.subscript;
  return bits;
}

const FORMAT_BITS = Object.values(TEXT_FORMAT);

/** The formats open at a place, counted, so that tags closed in the wrong order do no harm. */
export class FormatStack {
  #byTag = new Map<string, number[]>();
  #counts = new Map<number, number>();
  bits = 0;

  open(tag: string, bits: number): void {
    const stack = this.#byTag.get(tag);
    if (stack === undefined) this.#byTag.set(tag, [bits]);
    else stack.push(bits);
    if (bits !== 0) this.#count(bits, 1);
  }

  close(tag: string): void {
    const bits = this.#byTag.get(tag)?.pop() ?? 0;
    if (bits !== 0) this.#count(bits, -1);
  }

  #count(bits: number, step: 1 | -1): void {
    for (const bit of FORMAT_BITS) {
      if ((bits & bit) === 0) continue;
      const count = (this.#counts.get(bit) ?? 0) + step;
      this.#counts.set(bit, count);
      if (count > 0) this.bits |= bit;
      else this.bits &= ~bit;
    }
  }
}
