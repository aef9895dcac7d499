import { formatClock as clockOf } from '../../../shared/domain/indonesian-dates.ts';
import type { Language } from '../../../shared/i18n/translate.ts';

/** `21.33` (in English `21:33`) of an ISO 8601 time at an offset in minutes; empty where it is no time. */
export function formatClock(time: string, offsetMinutes: number, language: Language): string {
  const epochMs = Date.parse(time);
  return Number.isNaN(epochMs) ? '' : clockOf(epochMs, offsetMinutes, language);
}
