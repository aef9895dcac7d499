const SECOND_LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/**
 * Everything that begins with these letters. The index holds beginnings of two and three letters; for a single letter
 * FTS5 would gather every word it begins before the first row, so it is asked for as all its beginnings of two.
 */
function beginningOf(term: string): string {
  if (!/^[a-z0-9]$/i.test(term)) return `"${term}" *`;
  return `("${term}" OR ${SECOND_LETTERS.map((letter) => `"${term}${letter}" *`).join(' OR ')})`;
}

/**
 * Turns what a person types into an FTS5 expression: every word must occur, the last one as a prefix (search as one
 * types), words in quotation marks as a phrase, a word behind `-` must not occur. Null where nothing is left to
 * search for. FTS5 syntax: https://www.sqlite.org/fts5.html, section 3.
 */
export function fullTextMatch(query: string): string | null {
  const parts = [...query.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))/gu)];
  const wanted: string[] = [];
  const unwanted: string[] = [];
  parts.forEach((part, index) => {
    const phrase = part[2] !== undefined;
    const words = (part[2] ?? part[3] ?? '').match(/[\p{L}\p{N}]+/gu);
    if (!words) return;
    const open = !phrase && index === parts.length - 1 && !/[^\p{L}\p{N}]$/u.test(part[0]);
    const term = words.join(' ');
    (part[1] === '-' ? unwanted : wanted).push(open ? beginningOf(term) : `"${term}"`);
  });
  if (wanted.length === 0) return null;
  const positive = wanted.join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`;
}
