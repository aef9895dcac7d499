/** The language of the interface, for every component. */
import { createContext, use, useMemo } from 'react';
import {
  translate,
  type Language,
  type MessageKey,
  type MessageParameters,
} from '../shared/i18n/translate.ts';

export type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/** Filled in by the app from the settings; the zone is the newsroom's, times are shown in it. */
export const LocaleContext = createContext<{ language: Language; offsetMinutes: number }>({
  language: 'id',
  offsetMinutes: 420,
});

export function useLocale(): { language: Language; offsetMinutes: number } {
  return use(LocaleContext);
}

/** The function that puts a message key into words. It changes with the language only. */
export function useTranslate(): Translate {
  const { language } = useLocale();
  return useMemo(() => (key, parameters) => translate(language, key, parameters), [language]);
}
