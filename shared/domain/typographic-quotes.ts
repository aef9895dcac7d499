/** Straight quotation marks set as a typesetter would; one character for one, nothing else is touched. */

/** What may stand before an opening quotation mark: nothing, space, an opening bracket or quotation mark, a dash. */
const BEFORE_OPENING = /^$|[\s([{<“‘«–—/-]/u;

/**
 * The text with straight quotation marks and apostrophes made typographic: `"Saya 'kan tahu,"` → `“Saya ’kan tahu,”`.
 * `before` is the character that stands before the text, where it goes on from other text; empty at a start.
 */
export function typographicQuotes(text: string, before = ''): string {
  let previous = before;
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    let character = text.charAt(index);
    if (character === '"') character = BEFORE_OPENING.test(previous) ? '“' : '”';
    else if (character === "'") character = opensSingle(text, index, previous) ? '‘' : '’';
    result += character;
    previous = character;
  }
  return result;
}

/** An apostrophe may stand before a word too (`’kan`, `’98`): it opens a quotation only where one closes it. */
function opensSingle(text: string, index: number, previous: string): boolean {
  if (!BEFORE_OPENING.test(previous)) return false;
  return /^[^\s'][^'\n]*'(?![\p{L}\p{N}])/u.test(text.slice(index + 1));
}
