import { readSearchWords, type SearchTerm } from '../../../shared/domain/search-words.ts';

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
 * Turns what a person types into an FTS5 expression, as shared/domain/search-words.ts reads it. Null where nothing is
 * left to search for. FTS5 syntax: https://www.sqlite.org/fts5.html, section 3.
 */
export function fullTextMatch(query: string): string | null {
  const search = readSearchWords(query);
  if (search === null) return null;
  const term = ({ words, open }: SearchTerm): string =>
    open ? beginningOf(words.join(' ')) : `"${words.join(' ')}"`;
  const positive = search.wanted.map(term).join(' AND ');
  if (search.unwanted.length === 0) return positive;
  return `(${positive}) NOT (${search.unwanted.map(term).join(' OR ')})`;
}
