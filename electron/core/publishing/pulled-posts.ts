/** Posts that stand at a target already: looked through, and taken in as articles that stay linked to them. */
import { articleFieldsSchema, type Article } from '../../../shared/contract/articles.ts';
import type { PostList } from '../../../shared/contract/target-posts.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import { FetchError, safeFetch } from '../network/safe-fetch.ts';
import type { Clock } from '../providers.ts';
import type { ArticlesForPublishing, PicturesForPublishing } from './neighbours.ts';
import type { PostSummary } from './post-pulling.ts';
import type { PublishingQueries } from './queries.ts';
import type { PublishingTarget } from './target.ts';
import type { TargetsService } from './targets-service.ts';

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

export function createPulledPosts({
  database,
  queries,
  targets,
  articles,
  pictures,
  events,
  clock,
  targetFor,
}: {
  database: Database;
  queries: PublishingQueries;
  targets: TargetsService;
  articles: ArticlesForPublishing;
  pictures: PicturesForPublishing;
  events: EventBus;
  clock: Clock;
  targetFor: (configuration: TargetConfiguration) => PublishingTarget;
}) {
  function toContract(targetId: string, post: PostSummary): PostList['rows'][number] {
    const { remoteId, title, url, visibility } = post;
    return {
      remoteId,
      title,
      url,
      visibility,
      modifiedAt: instant(post.modifiedAt),
      publicAt: instant(post.publicAt),
      articleId: queries.articleOfPost(targetId, remoteId),
    };
  }

  /** Pictures of the site itself may be inside the house, as the site may; others may not. */
  function storePictureFrom(site: string | null, signal: AbortSignal) {
    return async (url: string): Promise<string | null> => {
      const { hostname, pathname } = new URL(url);
      try {
        const { status, bytes } = await safeFetch({
          url,
          allowPrivateAddress: hostname === site,
          signal,
        });
        if (status < 200 || status > 299) return null;
        return (await pictures.add(bytes, pathname.split('/').at(-1) ?? '')).mediaId;
      } catch (error) {
        if (
          error instanceof FetchError ||
          (error instanceof Error && 'code' in error && error.code === 'INVALID')
        ) {
          return null;
        }
        throw error;
      }
    };
  }

  return {
    /** A page of the target's posts. Throws TARGET_FAILED, or INVALID where this kind of target has no posts to take in. */
    list: (wanted: { targetId: string; query: string; page: number }): Promise<PostList> =>
      targets.ask(wanted.targetId, async (target, configuration, context) => {
        if (!target.posts) throw contractError('INVALID', { field: 'targetId', reason: 'no-posts-there' });
        const { posts, more } = await target.posts.list(configuration, wanted, context);
        return { rows: posts.map((post) => toContract(wanted.targetId, post)), more };
      }),

    /** See the contract. Asks nobody: also for a target that was removed. Throws NOT_FOUND, INVALID. */
    makePlain({ targetId, raw }: { targetId: string; raw: string }) {
      const target = queries.target(targetId);
      if (target === null) throw contractError('NOT_FOUND', { kind: 'target', id: targetId });
      const { posts } = targetFor(target.configuration);
      if (!posts) throw contractError('INVALID', { field: 'targetId', reason: 'no-posts-there' });
      const memory = {
        get: (key: string) => queries.recall(targetId, key),
        set: (key: string, value: string) => queries.remember(targetId, key, value),
      };
      return posts.makePlain(raw, { targetId, memory });
    },

    /**
     * Takes a post in as an article that stays linked to it, or answers with the article it is already. What was
     * pulled is what the next update is compared with: a change made there since is a conflict, never overwritten.
     */
    take: ({ targetId, remoteId }: { targetId: string; remoteId: string }): Promise<Article['articleId']> =>
      targets.ask(targetId, async (target, configuration, context) => {
        const known = queries.articleOfPost(targetId, remoteId);
        if (known !== null) return known;
        if (!target.posts) throw contractError('INVALID', { field: 'targetId', reason: 'no-posts-there' });
        const site = 'siteUrl' in configuration ? (URL.parse(configuration.siteUrl)?.hostname ?? null) : null;
        const pulled = await target.posts.pull(
          configuration,
          remoteId,
          context,
          storePictureFrom(site, context.signal),
        );
        const live = pulled.visibility === 'public';
        const taken = database.transaction(() => {
          // Somebody may have taken it in while we read it.
          const earlier = queries.articleOfPost(targetId, remoteId);
          if (earlier !== null) return { articleId: earlier, base: null };
          const fields = articleFieldsSchema.parse(pulled.fields);
          const made = articles.adopt(fields, pulled.document, live);
          queries.writePlacement({
            articleId: made.articleId,
            targetId,
            remote: pulled.post,
            slug: pulled.slug,
            url: pulled.post.url,
            revisionId: made.revisionId,
            live,
            firstPublishedAt: pulled.publicAt ?? clock.now(),
            updatedAt: clock.now(),
          });
          return made;
        })();
        const { articleId, base } = taken;
        if (base !== null) events.emit({ type: 'article.changed', articleId, base });
        return articleId;
      }),
  };
}
