/** When an edited article is saved. Pure: given the clock and what is going on, says what to do now. */

/** A save waits for this much quiet in the typing … */
export const QUIET_MS = 300;
/** … but never longer than this after the first unsaved key. */
export const LATEST_MS = 1000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

export interface SaveSituation {
  /** Milliseconds of the first edit that no save has taken along yet; null where there is none. */
  dirtySince: number | null;
  lastEditAt: number;
  inFlight: boolean;
  /** When a failed save is tried again; null where none failed. */
  retryAt: number | null;
  /** True where saving makes no sense before somebody decides (conflict) or changes something (refused copy). */
  stopped: boolean;
  /** Somebody asked for it now: blur, hide, close, preview, publish. */
  flush: boolean;
}

export type SaveDecision = { kind: 'rest' } | { kind: 'send' } | { kind: 'wait'; until: number };

/** What to do at `now`: nothing, send at once, or look again at `until`. */
export function decideSave(situation: SaveSituation, now: number): SaveDecision {
  if (situation.stopped || situation.inFlight) return { kind: 'rest' };
  if (situation.retryAt === null && situation.dirtySince === null) return { kind: 'rest' };
  const due =
    situation.retryAt ?? Math.min(situation.lastEditAt + QUIET_MS, (situation.dirtySince ?? now) + LATEST_MS);
  return situation.flush || now >= due ? { kind: 'send' } : { kind: 'wait', until: due };
}

/** How long to wait after the n-th failure in a row (1-based): doubling from one second to half a minute. */
export function retryDelay(failures: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
}
