/** What the core answers instead of doing it, in words. */
import { contractErrors } from '../../../shared/contract/errors.ts';
import { isMessageKey, translate, type Language } from '../../../shared/i18n/translate.ts';

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && Object.hasOwn(contractErrors, error.code) ? error.code : null;
}

/** Whether the data folder, not the request, is what stands in the way. */
export function isStorageRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'STORAGE_FULL' || code === 'STORAGE_FAILED';
}

/** One sentence for a typed error of the contract; null for anything else. */
export function refusalSentence(error: unknown, language: Language): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null;
  const parameters: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data ?? {})) {
    if (typeof value === 'string' || typeof value === 'number') parameters[name] = value;
  }
  const reason = `error.invalid.${parameters['reason']}`;
  if (code === 'INVALID' && isMessageKey(reason)) return translate(language, reason, parameters);
  const read = `error.read.${parameters['code']}`;
  if (code === 'UNREADABLE' && isMessageKey(read)) return translate(language, read, parameters);
  const key = `error.${code}`;
  const sentence = isMessageKey(key) ? translate(language, key, parameters) : code;
  return [sentence, ...reasonsOf(data, language)].join(' ');
}

/** Why an article may not be published, each reason a sentence. */
function reasonsOf(data: unknown, language: Language): string[] {
  if (typeof data !== 'object' || data === null || !('reasons' in data)) return [];
  return (data.reasons as { code: string; detail: string | null }[]).map(({ code, detail }) => {
    const key = `publish.reason.${code}`;
    if (code === 'required-missing') {
      const parts = (detail ?? '').split(', ').map((part) => {
        const name = `storyTypes.part.${part}`;
        return isMessageKey(name) ? translate(language, name) : part;
      });
      return translate(language, `publish.reason.${code}`, { detail: parts.join(', ') });
    }
    return isMessageKey(key)
      ? translate(language, key, { detail: detail ?? '' })
      : translate(language, 'publish.reason.other', { code });
  });
}
