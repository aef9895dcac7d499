/** When an open entry of *Dampak* is told of again: a few times, further and further apart, then no more. Pure. */

const hour = 3_600_000;

/** Ages in milliseconds. What readers have, or will have at a set time, presses more than a draft. */
const REMINDED_AT = {
  pressing: [1 * hour, 4 * hour, 24 * hour, 72 * hour],
  draft: [24 * hour, 72 * hour],
} as const;

/** No entry is told of again before this age in milliseconds. */
export const firstReminderAt = REMINDED_AT.pressing[0];

/**
 * How many reminders have come due since the source changed, `age` milliseconds ago. After the last one only the count in the
 * status bar and on the list goes on.
 */
export function remindersDue(age: number, pressing: boolean): number {
  return REMINDED_AT[pressing ? 'pressing' : 'draft'].filter((at) => age >= at).length;
}
