/** What stands of an article at a target: its slug and its place, taken before it goes out and kept in step after. */
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import type { Clock } from '../providers.ts';
import type {
  ArticlesForPublishing,
  CorrectionsForPublishing,
  EnterPublication,
  RecordForPublishing,
} from './neighbours.ts';
import type { Placement, PublishingQueries, StoredDelivery } from './queries.ts';
import { revisionAsPublished } from './revision-as-published.ts';
import { PublishError, type PublishableArticle, type RemotePost } from './target.ts';

export interface StandingArticles {
  /** Takes the article's place: no other gets its slug while it is under way. Call it in the transaction that begins. */
  takePlace(delivery: StoredDelivery): void;
  /** The pinned revision as it goes out, in its place. Throws PublishError where the revision is gone. */
  articleOf(delivery: StoredDelivery): PublishableArticle;
  /** Notes that readers see the article at the target, and enters it in the record; call it in a transaction. */
  wentLive(
    delivery: StoredDelivery,
    post: RemotePost,
    article: PublishableArticle,
    enter: EnterPublication,
  ): void;
  /** Notes that the target holds it and will show it at its time; call it in a transaction. */
  waitsThere(delivery: StoredDelivery, post: RemotePost, article: PublishableArticle): void;
  /**
   * Notes a post that stands there without our records knowing, if there is none they know. How it stood when we left it
   * is not known, so it has no stamp. Call it in a transaction.
   */
  foundThere(delivery: StoredDelivery, post: RemotePost): void;
  /** Notes that readers do not see it there (any more); its state follows where it is live nowhere else. */
  notLive(delivery: StoredDelivery, placement: Placement, change?: Partial<Placement>): void;
}

export function createStandingArticles({
  queries,
  articles,
  corrections,
  record,
  clock,
}: {
  queries: PublishingQueries;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  record: Pick<RecordForPublishing, 'enterEnd'>;
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

  function placeOf(delivery: StoredDelivery, fields: ArticleFields): Placement {
    const { articleId, targetId, revisionId } = delivery;
    const placement = queries.placement(articleId, targetId);
    return {
      ...(placement ?? { articleId, targetId, remote: null, url: null, live: false, revisionId }),
      slug: slugFor(delivery, fields, placement),
      firstPublishedAt: placement?.firstPublishedAt ?? clock.now(),
      updatedAt: placement?.updatedAt ?? clock.now(),
    };
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
    takePlace(delivery) {
      const revision = articles.revision(delivery.revisionId);
      if (!revision || delivery.action === 'unpublish' || delivery.action === 'remove') return;
      const place = placeOf(delivery, revision.fields);
      if (!place.live) queries.writePlacement(place);
    },

    articleOf(delivery) {
      const { revisionId } = delivery;
      const revision = articles.revision(revisionId);
      if (!revision) throw new PublishError('not-publishable', `revision ${revisionId} is gone`);
      const place = { ...placeOf(delivery, revision.fields), revisionId };
      return revisionAsPublished(revision, place, corrections);
    },

    wentLive(delivery, post, article, enter) {
      write(delivery, post, article, true);
      articles.markPublished(delivery.articleId, true, delivery.askedBy);
      const { id: deliveryId, action, askedBy, targetId, targetName } = delivery;
      enter({
        deliveryId,
        action,
        askedBy,
        targetId,
        targetName,
        targetKind: queries.target(targetId)?.configuration.kind ?? '',
        url: post.url,
        remoteId: post.remoteId,
        firstPublishedAt: article.firstPublishedAt,
        article,
      });
    },

    waitsThere(delivery, post, article) {
      write(delivery, post, article, false);
    },

    foundThere({ articleId, targetId, askedBy }, post) {
      const placement = queries.placement(articleId, targetId);
      if (placement === null || placement.remote !== null) return;
      const live = post.url !== null;
      queries.writePlacement({
        ...placement,
        remote: { ...post, modifiedStamp: null },
        url: post.url,
        live,
        updatedAt: clock.now(),
      });
      if (live) articles.markPublished(articleId, true, askedBy);
    },

    notLive({ id: deliveryId, action, askedBy }, placement, change = {}) {
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
      if (placement.live) {
        const { articleId, targetId } = placement;
        const kind = action === 'unpublish' || action === 'remove' ? 'taken-down' : 'found-gone';
        record.enterEnd({ kind, deliveryId, action, askedBy, targetId, articleId });
      }
    },
  };
}
