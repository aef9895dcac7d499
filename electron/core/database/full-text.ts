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
    const term = `"${words.join(' ')}"${open ? ' *' : ''}`;
    (part[1] === '-' ? unwanted : wanted).push(term);
  });
  if (wanted.length === 0) return null;
  const positive = wanted.join(' AND ');
  return unwanted.length === 0 ? positive : `(${positive}) NOT (${unwanted.join(' OR ')})`;
}
