/** The words of a search as a person types them: read once, for the full-text index and for judging a single story. */

export interface SearchTerm {
  /** One word, or those of a phrase in their order. */
  words: string[];
  /** The last word is still being typed: any word that begins so will do. */
  open: boolean;
}

export interface SearchWords {
  /** Every one must occur. */
  wanted: SearchTerm[];
  /** None may occur. */
  unwanted: SearchTerm[];
}

/**
 * Every word must occur, the last one as a beginning (search as one types), words in quotation marks as a phrase, a word
 * behind `-` must not occur. Null where nothing is left to search for.
 */
export function readSearchWords(typed: string): SearchWords | null {
  const parts = [...typed.matchAll(/(-?)(?:["“”]([^"“”]*)["“”]?|(\S+))/gu)];
  const found: SearchWords = { wanted: [], unwanted: [] };
  parts.forEach((part, index) => {
    const phrase = part[2] !== undefined;
    const words = (part[2] ?? part[3] ?? '').match(/[\p{L}\p{N}]+/gu);
    if (!words) return;
    const open = !phrase && index === parts.length - 1 && !/[^\p{L}\p{N}]$/u.test(part[0]);
    (part[1] === '-' ? found.unwanted : found.wanted).push({ words: [...words], open });
  });
  return found.wanted.length === 0 ? null : found;
}

/** The words of a text as the full-text index knows them: without capitals and without marks on letters. */
export function indexedWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

/** Judges texts by the words of a search, as the full-text index would find them. */
export function wordsMatcher(search: SearchWords): (words: readonly string[]) => boolean {
  const plain = ({ words, open }: SearchTerm): SearchTerm => ({ words: words.flatMap(indexedWords), open });
  const wanted = search.wanted.map(plain);
  const unwanted = search.unwanted.map(plain);
  return (text) => wanted.every((term) => occurs(term, text)) && !unwanted.some((term) => occurs(term, text));
}

function occurs({ words, open }: SearchTerm, text: readonly string[]): boolean {
  const last = words.length - 1;
  return text.some((_word, at) =>
    words.every((word, index) => {
      const there = text[at + index];
      return open && index === last ? (there?.startsWith(word) ?? false) : there === word;
    }),
  );
}
