/** Addresses as one types them into words. */

export interface TypedAddress {
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** Absolute: `www.antaranews.com` → `https://www.antaranews.com`. */
  url: string;
}

/** Characters before the caret that are looked at: longer addresses nobody types. */
export const LONGEST_TYPED_ADDRESS = 2000;

/** Up to the one character that ended it: a space or a quotation mark, or a bracket, which may also be part of it. */
const ADDRESS =
  /(?<=^|[\s([{<"'“‘«—–])(?<!\]\()(?:https?:\/\/|www\.[^\s./]+\.)[^\s<>"“”«»]+(?=[\s<>"“”«»]?$)/iu;

/** A name with a top-level domain, and nobody's name or password before it. */
const HOST = /^https?:\/\/(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?=[/?#]|$)/iu;

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Marks of the sentence at its end, and brackets that were opened before it, are none of the address. */
function withoutMarks(address: string): string {
  const last = address.at(-1) ?? '';
  const opening = OPENING[last];
  const isMark =
    opening === undefined ? /[.,;:!?'’…]/.test(last) : count(address, last) > count(address, opening);
  return isMark ? withoutMarks(address.slice(0, -1)) : address;
}

/** Whether a character may end an address. A full stop may not: it stands in every one of them. */
export function endsAddress(character: string): boolean {
  return /^[\s)\]}>"”»]$/.test(character);
}

/**
 * The http(s) or `www.` address that the last character of the text has just ended; null where it ended none. That of a
 * link in Markdown is left to it.
 */
export function typedAddress(text: string): TypedAddress | null {
  if (!endsAddress(text.at(-1) ?? '')) return null;
  const match = ADDRESS.exec(text);
  if (match === null) return null;
  const words = withoutMarks(match[0]);
  const end = match.index + words.length;
  // The bracket belongs to it: it goes on.
  if (end === text.length) return null;
  const url = /^www\./i.test(words) ? `https://${words}` : words;
  return HOST.test(url) ? { start: match.index, end, url } : null;
}
