import type { Language } from '../../../shared/i18n/translate.ts';

const MINUTE_MS = 60_000;
const units = {
  id: { hour: 'jam', minute: 'mnt' },
  en: { hour: 'h', minute: 'min' },
} as const;

/** A span of time as a complaint's term is thought of: whole hours, minutes below one hour. `span` in milliseconds. */
export function formatTerm(span: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(span / MINUTE_MS));
  const { hour, minute } = units[language];
  return minutes < 60 ? `${minutes} ${minute}` : `${Math.floor(minutes / 60)} ${hour}`;
}
