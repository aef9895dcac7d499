/** When a source that answers and brings nothing is worth a word. */
import { isOpen, lastOpening, type Hours } from './source-schedule.ts';

/** How long a source may bring nothing at first: feeds are known to move, folders and mailboxes fill when somebody sends. */
export function usualSilenceMinutes(kind: string): number {
  return kind === 'feed' ? 120 : 0;
}

export interface Silent {
  kind: string;
  silentAfterMinutes: number;
  hours: Hours | null;
  state: { lastDeliveryAt: string | null };
}

/**
 * How long a source has been silent, in milliseconds, once that is as long as it may be; null before, while it is not
 * looked at, for a source that has no such limit (0), for what is brought in by hand, and for one that never brought anything. Only the time since the
 * source's own opening counts. `now` in milliseconds since 1970, `offsetMinutes` of the house, east of UTC.
 */
export function silenceOf(source: Silent, now: number, offsetMinutes: number): number | null {
  const { kind, silentAfterMinutes, hours, state } = source;
  if (kind === 'manual' || silentAfterMinutes === 0 || state.lastDeliveryAt === null) return null;
  if (!isOpen(hours, now, offsetMinutes)) return null;
  const since = Math.max(Date.parse(state.lastDeliveryAt), lastOpening(hours, now, offsetMinutes) ?? 0);
  const silence = now - since;
  return silence > silentAfterMinutes * 60_000 ? silence : null;
}
