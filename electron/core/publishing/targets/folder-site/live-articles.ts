/**
 * Which articles are live, across deliveries that run into the same folder one right after the other: the database
 * learns of a delivery only after its pages are written, and the next one may look before.
 */
import type { ListedArticle } from '../../target.ts';

export interface LiveArticles {
  published(article: ListedArticle): void;
  withdrawn(articleId: string): void;
  /** What the database has, with what it does not know yet; the article at hand, which it leaves out, stays out. */
  merge(listed: readonly ListedArticle[], atHand: string | null): ListedArticle[];
}

export function createLiveArticles(): LiveArticles {
  const ahead = new Map<string, ListedArticle>();
  const gone = new Set<string>();
  return {
    published(article) {
      gone.delete(article.articleId);
      ahead.set(article.articleId, article);
    },
    withdrawn(articleId) {
      ahead.delete(articleId);
      gone.add(articleId);
    },
    merge(listed, atHand) {
      const byId = new Map(listed.map((article) => [article.articleId, article]));
      for (const articleId of gone) {
        if (!byId.delete(articleId) && articleId !== atHand) gone.delete(articleId);
      }
      for (const [articleId, article] of ahead) {
        if (articleId === atHand) continue;
        const known = byId.get(articleId);
        if (known && known.revisionId >= article.revisionId) ahead.delete(articleId);
        else byId.set(articleId, article);
      }
      return [...byId.values()];
    },
  };
}
