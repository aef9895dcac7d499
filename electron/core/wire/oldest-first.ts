import type { ParsedStory } from './parsed-story.ts';

/**
 * The stories of one delivery in the order they should arrive, so that the newest gets the highest id and stands on
 * top of the inbox. Feeds put the newest first; what has no time of its own goes with the story before it.
 */
export function oldestFirst(stories: readonly ParsedStory[]): ParsedStory[] {
  let time = Number.POSITIVE_INFINITY;
  const timed = stories.map((parsed) => {
    if (parsed.versionCreated !== null) time = parsed.versionCreated;
    return { parsed, time };
  });
  return timed
    .toReversed()
    .sort((one, other) => (one.time === other.time ? 0 : one.time - other.time))
    .map(({ parsed }) => parsed);
}
