/** What stands of an article at a target: its slug and its place, taken before it goes out and kept in step after. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import type { Database } from '../database/open.ts';
import type { Clock } from '../providers.ts';
import type { ArticlesForPublishing } from './neighbours.ts';
import type { Placement, PublishingQueries, StoredDelivery } from './queries.ts';
import { PublishError, type PublishableArticle, type RemotePost } from './target.ts';

export interface StandingArticles {
  /**
   * The pinned revision as it goes out. Its place is taken first: no other article gets its slug while it is under
   * way. Throws PublishError where the revision is gone.
   */
  articleOf(delivery: StoredDelivery): PublishableArticle;
  /** Notes that readers see the article at the target; call it in a transaction. */
  wentLive(delivery: StoredDelivery, post: RemotePost, article: PublishableArticle): void;
  /** Notes that the target holds it and will show it at its time; call it in a transaction. */
  waitsThere(delivery: StoredDelivery, post: RemotePost, article: PublishableArticle): void;
  /** Notes that readers do not see it there (any more); its state follows where it is live nowhere else. */
  notLive(delivery: StoredDelivery, placement: Placement, change?: Partial<Placement>): void;
}

export function createStandingArticles({
  database,
  queries,
  articles,
  clock,
}: {
  database: Database;
  queries: PublishingQueries;
  articles: ArticlesForPublishing;
  clock: Clock;
}): StandingArticles {
  /** The slug of an article keeps still at a target once it is out, and no two articles share one. */
  function slugFor(
    { articleId, targetId }: StoredDelivery,
    { slug: wanted, headline }: ArticleFields,
    placement: Placement | null,
  ): string {
    if (wanted === '' && placement?.remote) return placement.slug;
    const base = wanted || makeSlug(headline) || `artikel-${articleId.slice(0, 8)}`;
    let slug = base;
    for (let number = 2; queries.isSlugTaken(targetId, slug, articleId); number += 1) {
      slug = `${base}-${number}`;
    }
    return slug;
  }

  function takePlace(delivery: StoredDelivery, fields: ArticleFields): Placement {
    const { articleId, targetId, revisionId } = delivery;
    const placement = queries.placement(articleId, targetId);
    const taken: Placement = {
      ...(placement ?? { articleId, targetId, remote: null, url: null, live: false, revisionId }),
      slug: slugFor(delivery, fields, placement),
      firstPublishedAt: placement?.firstPublishedAt ?? clock.now(),
      updatedAt: placement?.updatedAt ?? clock.now(),
    };
    if (!placement?.live) queries.writePlacement(taken);
    return taken;
  }

  function write(
    { articleId, targetId, revisionId }: StoredDelivery,
    post: RemotePost,
    { slug, firstPublishedAt }: PublishableArticle,
    live: boolean,
  ): void {
    queries.writePlacement({
      articleId,
      targetId,
      remote: post,
      slug,
      url: live ? post.url : null,
      revisionId,
      live,
      firstPublishedAt,
      updatedAt: clock.now(),
    });
  }

  return {
    articleOf(delivery) {
      const { articleId, revisionId } = delivery;
      const revision = articles.revision(revisionId);
      if (!revision) throw new PublishError('not-publishable', `revision ${revisionId} is gone`);
      const { fields, document, createdAt } = revision;
      const { slug, firstPublishedAt } = database.transaction(() => takePlace(delivery, fields)).immediate();
      return { articleId, revisionId, fields, slug, document, firstPublishedAt, updatedAt: createdAt };
    },

    wentLive(delivery, post, article) {
      write(delivery, post, article, true);
      articles.markPublished(delivery.articleId, true, delivery.askedBy);
    },

    waitsThere(delivery, post, article) {
      write(delivery, post, article, false);
    },

    notLive({ askedBy }, placement, change = {}) {
      queries.writePlacement({
        ...placement,
        url: null,
        live: false,
        updatedAt: clock.now(),
        ...change,
      });
      if (!queries.isLiveAnywhere(placement.articleId)) {
        articles.markPublished(placement.articleId, false, askedBy);
      }
    },
  };
}
