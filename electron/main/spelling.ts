/** Spell checking by Chromium: the system's own on a Mac, dictionaries elsewhere. */
import type { Session } from 'electron';
import type { Language } from '../../shared/i18n/translate.ts';

/** Chromium's dictionaries for each language a person chooses. */
const DICTIONARIES: Record<Language, readonly string[]> = { id: ['id'], en: ['en-GB', 'en-US'] };

export interface Spelling {
  enabled: boolean;
  /** Languages to check by; null: the system knows. */
  languages: readonly string[] | null;
  /** Where dictionaries are fetched from; null: nowhere. */
  address: string | null;
}

/**
 * Where dictionaries are needed they come from an address of the newsroom's own (https), or there is no checking:
 * Electron would fetch them from Google's servers, and this program contacts nobody it was not told to.
 */
export function decideSpelling(
  platform: NodeJS.Platform,
  configured: string,
  chosen: readonly Language[],
): Spelling {
  if (platform === 'darwin') return { enabled: true, languages: null, address: null };
  if (URL.parse(configured)?.protocol !== 'https:') return { enabled: false, languages: null, address: null };
  const address = configured.endsWith('/') ? configured : `${configured}/`;
  return { enabled: true, languages: dictionariesOf(chosen), address };
}

/** The dictionaries of the chosen languages; of none, nothing is underlined. */
export function dictionariesOf(chosen: readonly Language[]): string[] {
  return chosen.flatMap((language) => DICTIONARIES[language]);
}

export function applySpelling(session: Session, { enabled, languages, address }: Spelling): void {
  // First, so that nothing is ever fetched from the preset address.
  if (address !== null) session.setSpellCheckerDictionaryDownloadURL(address);
  session.setSpellCheckerEnabled(enabled);
  const known = languages?.filter((language) => session.availableSpellCheckerLanguages.includes(language));
  if (known !== undefined) session.setSpellCheckerLanguages(known);
}
