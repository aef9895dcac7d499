import type { ToldPublishReason } from '../shared/contract/publishing.ts';
import { formatDateTime } from '../shared/domain/indonesian-dates.ts';
import { isMessageKey } from '../shared/i18n/translate.ts';
import { useLocale, useTranslate } from './i18n.ts';

/** What stands in the way of publishing, or is asked about, as a sentence with what to do next. */
export function usePublishReasonWords(): (reason: Pick<ToldPublishReason, 'code' | 'detail'>) => string {
  const translate = useTranslate();
  const { language, offsetMinutes } = useLocale();
  return ({ code, detail }) => {
    const key = `publish.reason.${code}`;
    if (code === 'required-missing') {
      const parts = (detail ?? '').split(', ').map((part) => {
        const name = `storyTypes.part.${part}`;
        return isMessageKey(name) ? translate(name) : part;
      });
      return translate(`publish.reason.${code}`, { detail: parts.join(', ') });
    }
    const time = code === 'embargo-active' && detail !== null ? Date.parse(detail) : Number.NaN;
    const told = Number.isNaN(time) ? (detail ?? '') : formatDateTime(time, offsetMinutes, language);
    return isMessageKey(key) ? translate(key, { detail: told }) : translate('publish.reason.other', { code });
  };
}
