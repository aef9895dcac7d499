/** Why the workstation does not start, to the person who started it. */
import {
  translate,
  type Language,
  type MessageKey,
  type MessageParameters,
} from '../../shared/i18n/translate.ts';
import { DatabaseFromTheFutureError } from '../core/database/migrate.ts';
import { UnsuitableFolderError } from '../core/database/open.ts';
import { DataFolderError } from './providers/data-folder.ts';

/** The language of this machine's user, as far as it can be told before there are settings. */
export function languageHere(): Language {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('id') ? 'id' : 'en';
}

/** One plain sentence in each language for whatever kept a host from starting. */
export function startSentences(error: unknown): Record<Language, string> {
  function inBoth(key: MessageKey, parameters: MessageParameters): Record<Language, string> {
    return { id: translate('id', key, parameters), en: translate('en', key, parameters) };
  }
  if (error instanceof DataFolderError) {
    return inBoth(`cli.data-folder.${error.code}`, { folder: error.folder });
  }
  if (error instanceof UnsuitableFolderError) {
    return inBoth('cli.data-folder.no-locks', { folder: error.folder });
  }
  if (isFull(error)) return inBoth('cli.full', {});
  if (error instanceof DatabaseFromTheFutureError) return inBoth('cli.future', { file: error.file });
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return inBoth('cli.port-taken', { port: String(error.port) });
  }
  return inBoth('cli.unexpected', { problem: error instanceof Error ? error.message : String(error) });
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT';
}
