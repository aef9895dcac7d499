/**
 * The sketches of the stories that came last, held in memory so that a story's likely duplicates are found without a
 * look into the database. What is held is bounded: a new story takes the place of the oldest.
 */
import { SKETCH_LENGTH } from '../../../../shared/domain/duplicates/compared-copy.ts';

/** Stories held; a large desk receives fewer in the days in which duplicates of a story come. */
export const STORIES_HELD = 32_768;

/** Hashes two sketches must share for their stories to be compared. */
export const SHARED_AT_LEAST = 2;

const BUCKETS = 1 << 17;
const NONE = -1;

/** How many hashes two sketches share; both are in ascending order. */
export function sharedHashes(one: Uint32Array, other: Uint32Array): number {
  let count = 0;
  let there = 0;
  for (const hash of one) {
    while ((other[there] ?? Number.POSITIVE_INFINITY) < hash) there += 1;
    if (other[there] === hash) count += 1;
  }
  return count;
}

export interface RecentSketches {
  /** Takes a story in, with its own time in milliseconds since 1970. */
  add(storyId: number, at: number, sketch: Uint32Array): void;
  /** Stories that share enough with a sketch and lie within `spanMs` of `at`, the likest first, at most `limit`. */
  like(sketch: Uint32Array, at: number, spanMs: number, limit: number): number[];
}

/** Every hash of a held sketch is one entry in the chain of its bucket; entries live in arrays, to cost no objects. */
export function createRecentSketches(held = STORIES_HELD): RecentSketches {
  const heads = new Int32Array(BUCKETS).fill(NONE);
  const hashes = new Uint32Array(held * SKETCH_LENGTH);
  const next = new Int32Array(held * SKETCH_LENGTH).fill(NONE);
  const lengths = new Uint8Array(held);
  const storyIds = new Float64Array(held);
  const times = new Float64Array(held);
  let place = 0;

  const bucketOf = (hash: number): number => (hash ^ (hash >>> 17)) & (BUCKETS - 1);

  function unlink(entry: number): void {
    const bucket = bucketOf(hashes[entry] ?? 0);
    let at = heads[bucket] ?? NONE;
    if (at === entry) {
      heads[bucket] = next[entry] ?? NONE;
      return;
    }
    while (at !== NONE && next[at] !== entry) at = next[at] ?? NONE;
    if (at !== NONE) next[at] = next[entry] ?? NONE;
  }

  return {
    add(storyId, at, sketch) {
      const first = place * SKETCH_LENGTH;
      for (let index = 0; index < (lengths[place] ?? 0); index += 1) unlink(first + index);
      sketch.forEach((hash, index) => {
        const bucket = bucketOf(hash);
        hashes[first + index] = hash;
        next[first + index] = heads[bucket] ?? NONE;
        heads[bucket] = first + index;
      });
      lengths[place] = sketch.length;
      storyIds[place] = storyId;
      times[place] = at;
      place = (place + 1) % held;
    },

    like(sketch, at, spanMs, limit) {
      const shared = new Map<number, number>();
      for (const hash of sketch) {
        for (let entry = heads[bucketOf(hash)] ?? NONE; entry !== NONE; entry = next[entry] ?? NONE) {
          if (hashes[entry] !== hash) continue;
          const story = Math.floor(entry / SKETCH_LENGTH);
          if (Math.abs((times[story] ?? 0) - at) <= spanMs) shared.set(story, (shared.get(story) ?? 0) + 1);
        }
      }
      return [...shared]
        .filter(([, count]) => count >= SHARED_AT_LEAST)
        .toSorted((one, other) => other[1] - one[1])
        .slice(0, limit)
        .map(([story]) => storyIds[story] ?? 0);
    },
  };
}
