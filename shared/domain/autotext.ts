/** Autotext: letters one types that become words of the house. Pure. */
import type { AutotextEntry } from '../contract/writing-settings.ts';

/** What may stand in braces in a text. */
export const AUTOTEXT_VARIABLES = ['kota', 'hari', 'tanggal', 'jam', 'penulis', 'outlet'] as const;
export type AutotextVariable = (typeof AUTOTEXT_VARIABLES)[number];

export type AutotextValues = Readonly<Record<AutotextVariable, string>>;

/** Longest abbreviation there can be, in UTF-16 units. */
export const LONGEST_ABBREVIATION = 30;

/** The text with its variables filled in; braces around anything else stay as they are. */
export function fillIn(text: string, values: AutotextValues | Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(values));
  return text.replaceAll(/\{(\p{Ll}+)\}/gu, (whole, name: string) => known.get(name) ?? whole);
}

/** The entry whose abbreviation is the whole word before the caret, as it is written; null where none is. */
export function findAutotext(before: string, entries: readonly AutotextEntry[]): AutotextEntry | null {
  const word = /\S+$/u.exec(before)?.[0] ?? '';
  return entries.find(({ abbreviation }) => abbreviation === word) ?? null;
}
