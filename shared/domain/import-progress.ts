/** How far a long import is: how fast it goes, and when it will have ended. */

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

/** A rate taken over less time says nothing. */
const TOLD_AFTER_MS = 1_500;

/** Tells the end from what has been done in the time that has passed. */
export function estimateImport({ startedAt, now, bytesDone, bytesOf, stories }: ImportSoFar): ImportEstimate {
  const fraction = bytesOf <= 0 ? 0 : Math.min(1, Math.max(0, bytesDone / bytesOf));
  const passed = now - startedAt;
  if (passed < TOLD_AFTER_MS) return { fraction, storiesPerSecond: null, endsAt: null };
  return {
    fraction,
    storiesPerSecond: stories === 0 ? null : stories / (passed / 1000),
    endsAt: fraction === 0 ? null : Math.round(startedAt + passed / fraction),
  };
}
