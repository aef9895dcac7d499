/** How far a long import is: how fast it goes, and when it will have ended. */
import { estimateEnd } from './estimate-end.ts';

export interface ImportSoFar {
  /** Milliseconds since 1970. */
  startedAt: number;
  now: number;
  /** Of the files given, in bytes: what has been read and stored, and all. */
  bytesDone: number;
  bytesOf: number;
  /** Stories that came out of it so far. */
  stories: number;
}

export interface ImportEstimate {
  /** 0 to 1. */
  fraction: number;
  /** Null until it can be told. */
  storiesPerSecond: number | null;
  /** Milliseconds since 1970; null until it can be told. */
  endsAt: number | null;
}

/** Tells the end from what has been done in the time that has passed. */
export function estimateImport({ startedAt, now, bytesDone, bytesOf, stories }: ImportSoFar): ImportEstimate {
  const { fraction, endsAt } = estimateEnd({ startedAt, now, done: bytesDone, of: bytesOf });
  const { perSecond } = estimateEnd({ startedAt, now, done: stories, of: stories });
  return { fraction, storiesPerSecond: perSecond, endsAt };
}
