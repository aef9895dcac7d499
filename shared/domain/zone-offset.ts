/** Offsets of named zones, which change over the year where clocks are put forward. */

/**
 * Minutes east of UTC of an IANA zone at a time (milliseconds since 1970): `America/New_York` is −240 in July and −300 in
 * December. Null for a name that is no zone's.
 */
export function offsetInZone(zone: string, epochMs: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
      epochMs,
    );
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return null;
  }
}
