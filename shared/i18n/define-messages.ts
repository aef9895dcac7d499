/**
 * One area of the interface's words: the same keys in Indonesian and in English. A key missing in either language, or
 * too many in one, is a type error where the area is written.
 *
 * In a message `{name}` is replaced by a parameter; `{count|story|stories}` gives the first word where the number is 1
 * and the second otherwise (English needs it, Indonesian does not).
 */
export interface Messages<Key extends string> {
  id: Readonly<Record<Key, string>>;
  en: Readonly<Record<Key, string>>;
}

/** Takes the words of one area and holds both languages to the same keys. */
export function defineMessages<const Indonesian extends Readonly<Record<string, string>>>(messages: {
  id: Indonesian;
  en: Readonly<Record<keyof Indonesian, string>>;
}): Messages<keyof Indonesian & string> {
  return messages;
}
