import { civilTimeAt } from '../../../shared/domain/civil-time.ts';
import type { Language } from '../../../shared/i18n/translate.ts';

/** `21.33` (in English `21:33`) of an ISO 8601 time at an offset in minutes; empty where it is no time. */
export function formatClock(time: string, offsetMinutes: number, language: Language): string {
  const epochMs = Date.parse(time);
  if (Number.isNaN(epochMs)) return '';
  const { hour, minute } = civilTimeAt(epochMs, offsetMinutes);
  const parts = [hour, minute].map((part) => String(part).padStart(2, '0'));
  return parts.join(language === 'id' ? '.' : ':');
}
