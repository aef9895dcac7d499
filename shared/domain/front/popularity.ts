/** What is read most: whether figures still say anything. */
import type { Popularity } from '../../contract/fronts.ts';

const HOUR_MS = 3_600_000;
const SHORTEST_LIFE_HOURS = 6;

/**
 * From when until when (not including) figures count, in milliseconds since 1970: as long again as the time they cover, six
 * hours at least. Figures of a time to come (the clock was set back) count no longer than that either. Null where there
 * are none.
 */
export function popularityLife({
  rows,
  fetchedAt,
  windowHours,
}: Popularity): { from: number; until: number } | null {
  if (fetchedAt === null || rows.length === 0) return null;
  const at = Date.parse(fetchedAt);
  const life = Math.max(windowHours, SHORTEST_LIFE_HOURS) * HOUR_MS;
  return { from: at - life, until: at + life };
}

/** Whether figures may order TERPOPULER at `now` (milliseconds since 1970). Where not, the hand's order holds. */
export function isPopularityUsable(popularity: Popularity, now: number): boolean {
  const life = popularityLife(popularity);
  return life !== null && now >= life.from && now < life.until;
}
