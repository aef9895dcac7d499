/** Whether this window writes an article that others may show too, or reads along; see `articles.writing`. */
import type { WritingRole } from '../../../../shared/contract/articles.ts';
import type { CoreClient } from '../../../core-client/core-client.ts';
import { afterPaint } from '../../../after-paint.ts';
import { createStore, type Store } from '../../../store.ts';

/** This window, for as long as its page lives; a page loaded anew is another. */
const windowId = crypto.randomUUID();
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

export interface WritingSeat {
  /** `writer` until told otherwise: opening an article does not wait for it. */
  role: Store<WritingRole>;
  /** This window shows the article: from now on it holds on to writing it. More than once changes nothing. */
  take(): void;
  /** Asks to write; whoever writes stores what is unsaved first. */
  takeOver(): Promise<void>;
  /** This window shows the article no more. */
  leave(): void;
}

function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}

/** `store` stores what is unsaved; it is awaited before the article is handed over. */
export function createWritingSeat(
  client: CoreClient,
  articleId: string,
  store: () => Promise<unknown>,
): WritingSeat {
  const role = createStore<WritingRole>('writer');
  const left = new AbortController();
  const { signal } = left;

  async function handOver(): Promise<void> {
    await store();
    await client.articles.writing.handOver({ articleId, windowId });
  }

  /** Holds on; where the connection breaks, in the same role again as soon as it is back. */
  async function follow(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const writes = role.get() === 'writer' || role.get() === 'asked';
      try {
        const roles = await client.articles.writing.hold({ articleId, windowId, writes }, { signal });
        for await (const told of roles) {
          pause = FIRST_PAUSE_MS;
          role.set(told.role);
          // Where the call fails the core has gone, and everybody holds on anew.
          if (told.role === 'asked') handOver().catch(() => {});
        }
      } catch {
        // The connection broke: the text stays, and so does the role until the core says otherwise.
      }
      if (!signal.aborted) await pauseFor(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
  let taken = false;

  return {
    role,
    take() {
      if (taken) return;
      taken = true;
      // The article comes first.
      afterPaint(() => void follow());
    },
    async takeOver() {
      await client.articles.writing.takeOver({ articleId, windowId });
    },
    leave: () => void afterPaint(() => left.abort()),
  };
}
