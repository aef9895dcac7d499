/**
 * The one subscription to the core's events. It is opened again whenever it breaks, and while it stands the window
 * counts as connected. What was missed in between is not replayed: whoever listens is told to look at everything anew.
 */
import type { CoreEvent } from '../../shared/contract/events.ts';

/** `ended`: the workstation was closed, and this window has no way back in unless it is opened anew. */
export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting' | 'ended';

export interface EventFeed {
  status(): ConnectionStatus;
  /** Called whenever the status changes. */
  subscribeStatus(listener: () => void): () => void;
  /** Called for every event; returns the function that ends it. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /** Called when the subscription stands again after a break: events may have been missed. */
  subscribeResumed(listener: () => void): () => void;
  stop(): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows `open()`, an endless stream of events, and opens it again with growing pauses when it ends or fails.
 * `hasEnded` is asked after each break; trying goes on even so, as the window may be let in again.
 */
export function createEventFeed(
  open: (signal: AbortSignal) => Promise<AsyncIterable<CoreEvent>>,
  hasEnded: () => Promise<boolean> = async () => false,
): EventFeed {
  const stopped = new AbortController();
  const eventListeners = new Set<(event: CoreEvent) => void>();
  const statusListeners = new Set<() => void>();
  const resumedListeners = new Set<() => void>();
  let status: ConnectionStatus = 'connecting';

  function become(next: ConnectionStatus): void {
    if (status === next) return;
    const resumed = status !== 'connecting' && next === 'connected';
    status = next;
    for (const listener of statusListeners) listener();
    if (resumed) for (const listener of resumedListeners) listener();
  }

  async function follow(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!stopped.signal.aborted) {
      try {
        const events = await open(stopped.signal);
        become('connected');
        pause = FIRST_PAUSE_MS;
        for await (const event of events) {
          for (const listener of eventListeners) listener(event);
        }
      } catch {
        // Told by the status; every call that was under way tells its own failure.
      }
      if (stopped.signal.aborted) return;
      const ended = await hasEnded();
      if (stopped.signal.aborted) return;
      become(ended ? 'ended' : 'reconnecting');
      await sleep(pause, stopped.signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  void follow();

  return {
    status: () => status,
    subscribeStatus: (listener) => add(statusListeners, listener),
    subscribe: (listener) => add(eventListeners, listener),
    subscribeResumed: (listener) => add(resumedListeners, listener),
    stop: () => stopped.abort(),
  };
}

function add<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
