/** What this window holds that the core has not stored yet: asked for before the window closes. */

export interface Keeper {
  hasUnsaved(): boolean;
  /** Resolves when everything is stored, or could not be. */
  flushAll(): Promise<void>;
}

/** A save that has not come through by then is told as unsaved; it goes on all the same. */
const WAIT_MS = 5_000;

const keepers = new Set<Keeper>();

/** Has the keeper asked before the window closes, for as long as the window lives. */
export function keepBeforeClose(keeper: Keeper): void {
  keepers.add(keeper);
}

/** Stores everything, within five seconds; whether something of it is still unsaved then. */
export async function saveEverything(waitMs = WAIT_MS): Promise<{ unsaved: boolean }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitMs);
  });
  const stored = Promise.all([...keepers].map((keeper) => keeper.flushAll()));
  await Promise.race([stored.catch(() => null), late]);
  clearTimeout(timer);
  return { unsaved: [...keepers].some((keeper) => keeper.hasUnsaved()) };
}
