/** What opening an article needs of the core, fetched while somebody points at it so that opening it need not wait. */
import type { Article } from '../../../../shared/contract/articles.ts';
import type { ArticlePlace } from '../../../../shared/contract/places.ts';

/** Whoever rests on an article this long may be about to open it. */
const REST_MS = 60;

export interface Opening {
  article: Article;
  /** Where one was in it; null where it was never open. */
  place: ArticlePlace | null;
}

export interface FetchAhead {
  /** Somebody points at it. `onCome`: it is here, still the one pointed at, and the page has nothing else to do. */
  pointAt(articleId: string, onCome: (opening: Opening) => void): void;
  /** What was fetched, at once where it is here already; otherwise it is asked for. */
  take(articleId: string): Opening | Promise<Opening>;
  /** It may have changed since: of this article, or of any. */
  forget(articleId?: string): void;
}

export function createFetchAhead(ask: (articleId: string) => Promise<Opening>): FetchAhead {
  let ahead: { articleId: string; opening: Promise<Opening>; come: Opening | null } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function fetch(articleId: string): void {
    const opening = ask(articleId);
    ahead = { articleId, opening, come: null };
    opening.then(
      (come) => {
        if (ahead?.opening === opening) ahead.come = come;
      },
      () => {
        // Opening it asks again and tells what is wrong.
      },
    );
  }

  /** Tells what was fetched once it is here. */
  async function tell(onCome: (opening: Opening) => void): Promise<void> {
    const told = ahead;
    const opening = await told?.opening.catch(() => null);
    if (opening === undefined || opening === null) return;
    requestIdleCallback(() => {
      if (ahead === told) onCome(opening);
    });
  }

  return {
    pointAt(articleId, onCome) {
      clearTimeout(resting);
      resting = setTimeout(() => {
        if (ahead?.articleId !== articleId) fetch(articleId);
        void tell(onCome);
      }, REST_MS);
    },
    take(articleId) {
      clearTimeout(resting);
      const fetched = ahead?.articleId === articleId ? ahead : null;
      ahead = null;
      if (fetched === null) return ask(articleId);
      return fetched.come ?? fetched.opening.catch(() => ask(articleId));
    },
    forget(articleId) {
      if (articleId === undefined || ahead?.articleId === articleId) ahead = null;
    },
  };
}
