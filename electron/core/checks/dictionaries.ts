/** The dictionaries spelling is checked by: the house's own in the data folder, else the ones that ship. */
import { readFile, rm } from 'node:fs/promises';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { CheckedLanguage, DictionaryCondition } from '../../../shared/contract/checks.ts';
import { readResource } from '../resources.ts';
import { writeWhole } from '../write-whole.ts';

export interface DictionaryText {
  /** Affix file and word list as Hunspell reads them, in UTF-8. */
  aff: string;
  dic: string;
}

export interface OpenedDictionary {
  condition: DictionaryCondition;
  text: DictionaryText | null;
}

const FILES: Readonly<Record<CheckedLanguage, string>> = { id: 'id_ID', en: 'en_US' };
/** Larger than any dictionary in use. */
export const LARGEST_DICTIONARY_BYTES = 64 * 1024 * 1024;

function ownFile(dataFolder: string, language: CheckedLanguage, extension: 'aff' | 'dic'): string {
  return join(dataFolder, 'dictionaries', `${FILES[language]}.${extension}`);
}

/** The encoding an affix file says it and its word list are in (`SET ISO8859-1`). */
function encodingOf(aff: Uint8Array): string {
  const named = /^\s*SET\s+(\S+)/m.exec(Buffer.from(aff).toString('latin1'))?.[1] ?? 'ISO8859-1';
  return named.replace(/^microsoft-cp/i, 'windows-').replace(/^ISO(\d)/i, 'ISO-$1');
}

/** Both files as text. Throws where they are no dictionary: an unknown encoding, no word list, no words. */
export function readDictionary(aff: Uint8Array, dic: Uint8Array): DictionaryText {
  const encoding = encodingOf(aff);
  if (!iconv.encodingExists(encoding)) throw new Error(`unknown encoding ${encoding}`);
  const affText = iconv.decode(Buffer.from(aff), encoding);
  const dicText = iconv.decode(Buffer.from(dic), encoding);
  if (affText.includes('\0') || dicText.includes('\0')) throw new Error('not text');
  // A word list begins with how many words it has.
  if (!/^\s*\d+\s*(?:\r?\n)\s*\S/.test(dicText)) throw new Error('no word list');
  return { aff: affText.replace(/^(\s*SET\s+)\S+/m, '$1UTF-8'), dic: dicText };
}

async function readShipped(language: CheckedLanguage): Promise<DictionaryText> {
  const name = `dictionaries/${FILES[language]}`;
  return readDictionary(await readResource(`${name}.aff`), await readResource(`${name}.dic`));
}

async function openShipped(
  language: CheckedLanguage,
  problem: DictionaryCondition['problem'],
): Promise<OpenedDictionary> {
  try {
    return { condition: { language, from: 'shipped', problem }, text: await readShipped(language) };
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { condition: { language, from: null, problem: gone ? 'missing' : 'unreadable' }, text: null };
  }
}

/** Opens a language's dictionary. One that cannot be used is told, and what ships takes its place. Never rejects. */
export async function openDictionary(
  dataFolder: string,
  language: CheckedLanguage,
): Promise<OpenedDictionary> {
  const [aff, dic] = [ownFile(dataFolder, language, 'aff'), ownFile(dataFolder, language, 'dic')];
  if (!existsSync(aff) && !existsSync(dic)) return openShipped(language, null);
  if (!existsSync(aff) || !existsSync(dic)) return openShipped(language, 'half');
  try {
    const text = readDictionary(await readFile(aff), await readFile(dic));
    return { condition: { language, from: 'own', problem: null }, text };
  } catch {
    return openShipped(language, 'unreadable');
  }
}

/** Puts the house's own dictionary in the place of the one that ships. Both files or none. */
export async function keepDictionary(
  dataFolder: string,
  language: CheckedLanguage,
  aff: Uint8Array,
  dic: Uint8Array,
): Promise<void> {
  mkdirSync(join(dataFolder, 'dictionaries'), { recursive: true });
  writeWhole(ownFile(dataFolder, language, 'aff'), aff);
  writeWhole(ownFile(dataFolder, language, 'dic'), dic);
}

/** Back to the dictionary that ships. */
export async function forgetDictionary(dataFolder: string, language: CheckedLanguage): Promise<void> {
  await rm(ownFile(dataFolder, language, 'dic'), { force: true });
  await rm(ownFile(dataFolder, language, 'aff'), { force: true });
}

/** Words of news copy that the Indonesian dictionary lacks; they ship, one a line. */
export async function readNewsWords(): Promise<string[]> {
  try {
    const text = Buffer.from(await readResource('dictionaries/id-news.txt')).toString('utf8');
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    return [];
  }
}
