/** Parts of a post as it was meant beside what stands at the site, as a person should be told them. */
import type { Difference } from '../target.ts';

export function valueDifference(field: string, meant: unknown, found: unknown): Difference[] {
  const [left, right] = [String(meant), String(found)];
  return left === right ? [] : [{ field, meant: left, found: right }];
}

/** The time a post was given (both in milliseconds since 1970), to the minute: what sites' own screens can set. */
export function scheduleDifference(schedule: number | null, publicAt: number | null): Difference[] {
  if (schedule === null || (publicAt !== null && Math.abs(publicAt - schedule) < 60_000)) return [];
  const [meant, found] = [schedule, publicAt].map((time) =>
    time === null ? '' : new Date(time).toISOString(),
  );
  return [{ field: 'publish-at', meant: meant ?? '', found: found ?? '' }];
}

/** Around the first place where two texts part. */
export function excerpts(meant: string, found: string): { meant: string; found: string } {
  let start = 0;
  while (start < meant.length && meant[start] === found[start]) start += 1;
  const from = Math.max(0, start - 40);
  return { meant: meant.slice(from, start + 160), found: found.slice(from, start + 160) };
}
