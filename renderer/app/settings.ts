/** Language, theme and zone from the settings, and the change of them. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { offsetOfIndonesianZone } from '../../shared/domain/indonesian-dates.ts';
import type { Language } from '../../shared/i18n/translate.ts';
import { useCore } from '../core-client/core-client.ts';

const REMEMBERED = 'interface';

/** What of the interface's settings stands on the document. */
type DocumentLook = Pick<Settings['interface'], 'language' | 'theme' | 'density'>;

/** The look of the last time, so that the first paint is right before the core has answered. */
export function rememberedInterface(): DocumentLook {
  try {
    const { language, theme, density } = JSON.parse(
      window.localStorage.getItem(REMEMBERED) ?? '{}',
    ) as Record<string, unknown>;
    return {
      language: language === 'en' ? 'en' : 'id',
      theme: theme === 'dark' || theme === 'light' ? theme : 'system',
      density: density === 'compact' ? density : 'comfortable',
    };
  } catch {
    return { language: 'id', theme: 'system', density: 'comfortable' };
  }
}

/** Puts the look on the document; with `system` the theme follows the system from then on. */
export function applyInterface({ language, theme, density }: DocumentLook): () => void {
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply(): void {
    const dark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }
  apply();
  document.documentElement.lang = language;
  document.documentElement.dataset['density'] = density;
  prefersDark.addEventListener('change', apply);
  return () => prefersDark.removeEventListener('change', apply);
}

export interface Locale {
  language: Language;
  offsetMinutes: number;
}

/** Keeps the document in the chosen look; gives the locale for every component, and whether this is the first run. */
export function useAppliedSettings(): { locale: Locale; firstRun: boolean } {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.get.queryOptions());
  const chosen = data?.interface ?? rememberedInterface();
  const { language, theme, density } = chosen;
  useEffect(() => applyInterface({ language, theme, density }), [language, theme, density]);
  useEffect(() => {
    if (data === undefined) return;
    try {
      window.localStorage.setItem(REMEMBERED, JSON.stringify(data.interface));
    } catch {
      // Only the first paint next time depends on it.
    }
  }, [data]);
  const offsetMinutes = offsetOfIndonesianZone(data?.house.timeZone ?? 'Asia/Jakarta');
  // Every component listens to it: it is a new value only where it is another one.
  const locale = useMemo(() => ({ language, offsetMinutes }), [language, offsetMinutes]);
  return { locale, firstRun: data?.firstRun.done === false };
}
