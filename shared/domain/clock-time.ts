/** Times of the day as people type them. */

const PATTERN = /^(\d{1,2})(?:[.:\s]?([0-5]\d))?$/;

/** `5`, `530`, `05.30`, `5:30` → `05:30`, by the clock of 24 hours; null for what is no time of a day. */
export function readClockTime(typed: string): string | null {
  const [, hour, minute = '00'] = PATTERN.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
