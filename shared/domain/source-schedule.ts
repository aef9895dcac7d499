/** When a source is looked at: around the clock, or between two times of the house's day. Pure. */

export interface Hours {
  /** `HH:MM`. */
  from: string;
  /** `HH:MM`; before `from`: on the next day. The same: around the clock. */
  until: string;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Milliseconds from the opening before (or at) a time to that time; `offsetMinutes` is the house's zone, east of UTC. */
function sinceOpening(hours: Hours, now: number, offsetMinutes: number): number {
  const opening = minuteOfDay(hours.from) * minuteMs;
  const local = now + offsetMinutes * minuteMs;
  return (((local - opening) % dayMs) + dayMs) % dayMs;
}

function openFor(hours: Hours): number {
  const minutes = (minuteOfDay(hours.until) - minuteOfDay(hours.from) + 1440) % 1440;
  return (minutes === 0 ? 1440 : minutes) * minuteMs;
}

/** Whether a source is looked at now (milliseconds since 1970). */
export function isOpen(hours: Hours | null, now: number, offsetMinutes: number): boolean {
  return hours === null || sinceOpening(hours, now, offsetMinutes) < openFor(hours);
}

/** The time itself where the source is looked at then, else the next opening (milliseconds since 1970). */
export function nextOpen(hours: Hours | null, time: number, offsetMinutes: number): number {
  if (hours === null || isOpen(hours, time, offsetMinutes)) return time;
  return time + dayMs - sinceOpening(hours, time, offsetMinutes);
}

/** When the source was opened last before a time (milliseconds since 1970); null where it always is. */
export function lastOpening(hours: Hours | null, time: number, offsetMinutes: number): number | null {
  return hours === null ? null : time - sinceOpening(hours, time, offsetMinutes);
}
