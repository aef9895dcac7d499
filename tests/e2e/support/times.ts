/** `2026-11-30T09:00` in WIB on the Monday of next week: always to come, never a day that a test runs into. */
export function mondayNextWeek(time: string): string {
  const shifted = new Date(Date.now() + 7 * 3_600_000);
  const days = 7 - ((shifted.getUTCDay() + 6) % 7);
  return `${new Date(shifted.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
}
