/** When a feed that answers and brings nothing is worth a word. */

const SILENT_AFTER_MS = 2 * 3_600_000;

/**
 * How long a feed has been silent, in milliseconds, once that is two hours or more; null before, for other kinds of
 * sources, and for one that never brought anything. `now` in milliseconds since 1970.
 */
export function silenceOf(
  source: { kind: string; state: { lastDeliveryAt: string | null } },
  now: number,
): number | null {
  const { lastDeliveryAt } = source.state;
  if (source.kind !== 'feed' || lastDeliveryAt === null) return null;
  const silence = now - Date.parse(lastDeliveryAt);
  return silence > SILENT_AFTER_MS ? silence : null;
}
