/** What a `datetime-local` field shows, as an instant at a fixed offset from UTC (minutes). */
import { civilTimeAt, epochOfCivilTime } from '../../shared/domain/civil-time.ts';

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** The value of a `datetime-local` field: `2026-11-24T09:30`, the wall clock at the offset. */
export function fieldValueOf(epochMs: number, offsetMinutes: number): string {
  const { year, month, day, hour, minute } = civilTimeAt(epochMs, offsetMinutes);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`;
}

/** The instant a `datetime-local` field stands for; null where it is not filled in. */
export function timeOfField(value: string, offsetMinutes: number): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value);
  if (parts === null) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return epochOfCivilTime({ year, month, day, hour: hour ?? 0, minute: minute ?? 0 }, offsetMinutes);
}
