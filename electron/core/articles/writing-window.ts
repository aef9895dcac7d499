/**
 * Which window writes an article, where several show it. A window holds on by a call that lasts as long as its
 * connection: one that crashes lets go with it, whatever any clock says. Who writes is told here and nowhere enforced;
 * that nothing is overwritten is the business of the base every save names.
 */
import type { WritingRole } from '../../../shared/contract/articles.ts';

/** A writer that is asked for the article and does not answer by then is gone or hangs. */
const ANSWER_MS = 4_000;

interface Window {
  windowId: string;
  role: WritingRole;
  /** Wakes the call that tells the window its role. */
  wake: () => void;
}

interface Held {
  windows: Map<string, Window>;
  writer: string | null;
  /** The window that asked to write, and what settles its call. */
  taking: { windowId: string; grant: () => void } | null;
}

export type WritingWindows = ReturnType<typeof createWritingWindows>;

export function createWritingWindows() {
  const articles = new Map<string, Held>();

  function heldOf(articleId: string): Held {
    const held = articles.get(articleId) ?? { windows: new Map(), writer: null, taking: null };
    articles.set(articleId, held);
    return held;
  }

  function roleOf(held: Held, windowId: string): WritingRole {
    if (held.writer === windowId) return held.taking === null ? 'writer' : 'asked';
    return held.writer === null ? 'free' : 'reader';
  }

  /** Tells every window whose role has changed. */
  function tell(held: Held): void {
    for (const window of held.windows.values()) {
      const role = roleOf(held, window.windowId);
      if (role === window.role) continue;
      window.role = role;
      window.wake();
    }
  }

  function give(held: Held, windowId: string | null): void {
    held.writer = windowId !== null && held.windows.has(windowId) ? windowId : null;
    const { taking } = held;
    held.taking = null;
    taking?.grant();
    tell(held);
  }

  function letGo(articleId: string, held: Held, window: Window): void {
    // A window that came back over another connection holds on by that one.
    if (held.windows.get(window.windowId) !== window) return;
    held.windows.delete(window.windowId);
    if (held.taking?.windowId === window.windowId) {
      held.taking.grant();
      held.taking = null;
    }
    if (held.writer === window.windowId) give(held, held.taking?.windowId ?? null);
    else tell(held);
    if (held.windows.size === 0) articles.delete(articleId);
  }

  return {
    /**
     * Holds on to the article until the signal is aborted or the listener goes, and tells the window's role at once and
     * whenever it changes. `writes`: it wants to write, and does where nobody else is writing.
     */
    async *hold(
      { articleId, windowId, writes }: { articleId: string; windowId: string; writes: boolean },
      signal: AbortSignal | undefined,
    ): AsyncGenerator<{ role: WritingRole }, void, void> {
      const held = heldOf(articleId);
      held.windows.get(windowId)?.wake();
      const window: Window = { windowId, role: 'reader', wake: () => {} };
      held.windows.set(windowId, window);
      if (writes && held.writer === null) give(held, windowId);
      window.role = roleOf(held, windowId);
      let told: WritingRole | null = null;
      const end = () => window.wake();
      signal?.addEventListener('abort', end, { once: true });
      try {
        while (signal?.aborted !== true && held.windows.get(windowId) === window) {
          if (told === window.role) {
            await new Promise<void>((resolve) => {
              window.wake = resolve;
            });
          } else {
            told = window.role;
            yield { role: told };
          }
        }
      } finally {
        signal?.removeEventListener('abort', end);
        letGo(articleId, held, window);
      }
    },

    /**
     * The window wants to write. Whoever writes is asked, stores what is unsaved and hands over; one that does not answer
     * is not waited for. Resolves when the window writes; nothing happens for a window that does not hold on.
     */
    async takeOver(articleId: string, windowId: string): Promise<void> {
      const held = articles.get(articleId);
      if (held === undefined || !held.windows.has(windowId) || held.writer === windowId) return;
      if (held.writer === null) return give(held, windowId);
      held.taking?.grant();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => give(held, windowId), ANSWER_MS);
        held.taking = {
          windowId,
          grant() {
            clearTimeout(timer);
            resolve();
          },
        };
        tell(held);
      });
    },

    /** The writer has stored everything: the window that asked writes now, or nobody where none did. */
    handOver(articleId: string, windowId: string): void {
      const held = articles.get(articleId);
      if (held?.writer === windowId) give(held, held.taking?.windowId ?? null);
    },
  };
}
