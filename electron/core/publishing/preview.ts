/** The composer's preview: the folder site's very page of the working copy, and the files it is dressed with. */
import { publishable } from '../../../shared/document/publishable.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import type { ServedFile } from '../core.ts';
import type { ArticlesForPublishing, FrontsForPublishing } from './neighbours.ts';
import type { TargetContexts } from './target-context.ts';
import type { PublishingQueries } from './queries.ts';
import { readSiteAsset, renderArticlePreview, renderFrontPreview } from './targets/folder-site/preview.ts';

/** Nothing runs, nothing is sent, nothing comes from elsewhere; only our own page may show it. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const articlePath = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const frontPath = /^front\/([0-9a-f-]{36})\/(draft|live|[0-9a-f-]{36})$/;

/**
 * `path` is an article's id, `front/<front id>/<draft, live or a launch's id>`, or the name of a file beside them
 * (`site.css`); null where there is no such thing.
 */
export function createPreview({
  queries,
  contexts,
  articles,
  fronts,
  house,
  now,
}: {
  queries: PublishingQueries;
  contexts: TargetContexts;
  articles: ArticlesForPublishing;
  fronts: FrontsForPublishing;
  house: () => House;
  now: () => number;
}): (path: string) => Promise<ServedFile | null> {
  function pageOf(id: string): string {
    const { fields, document } = articles.stored(id);
    const site = queries.targets().find(({ configuration }) => configuration.kind === 'folder-site');
    const placement = site ? queries.placement(id, site.id) : null;
    return renderArticlePreview({
      article: {
        articleId: id,
        revisionId: 0,
        fields,
        slug: fields.slug || placement?.slug || makeSlug(fields.headline),
        document: publishable(document),
        firstPublishedAt: placement?.firstPublishedAt ?? now(),
        updatedAt: now(),
      },
      house: house(),
      liveArticles: site ? contexts.liveArticles(site.id, id) : [],
      fronts: site ? fronts.launched(site.id) : [],
      now: now(),
    });
  }

  /** The page as HTML text; null for a path that is no page's. Throws NOT_FOUND. */
  function pageAt(path: string): string | null {
    if (articlePath.test(path)) return pageOf(path);
    const [, frontId, state] = frontPath.exec(path) ?? [];
    if (frontId === undefined || state === undefined) return null;
    return renderFrontPreview(fronts.stateOf(frontId, state), house(), now());
  }

  return async (path) => {
    try {
      const page = pageAt(path);
      if (page !== null) {
        const bytes = Buffer.from(page, 'utf8');
        const headers = { 'content-security-policy': policy, 'cache-control': 'no-store' };
        return { mimeType: 'text/html; charset=utf-8', content: { bytes }, headers };
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'NOT_FOUND') return null;
      throw error;
    }
    const asset = await readSiteAsset(path);
    return (
      asset && { mimeType: asset.mimeType, content: { bytes: new Uint8Array(asset.bytes) }, headers: {} }
    );
  };
}
