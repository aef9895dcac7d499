/** The composer's preview: the folder site's very page of the working copy, and the files it is dressed with. */
import { publishable } from '../../../shared/document/publishable.ts';
import { withCorrections } from '../../../shared/document/with-corrections.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { makeSlug } from '../../../shared/domain/slug.ts';
import type { ServedFile } from '../core.ts';
import type { ArticlesForPublishing, CorrectionsForPublishing, FrontsForPublishing } from './neighbours.ts';
import type { TargetContexts } from './target-context.ts';
import type { PublishingQueries } from './queries.ts';
import { readSiteAsset, renderArticlePreview, renderFrontPreview } from './targets/folder-site/preview.ts';

/**
 * Nothing runs, nothing is sent, nothing comes from elsewhere; only our own page may show it. Mail carries its styles in
 * its elements.
 */
function policyFor({ isMail }: { isMail: boolean }): string {
  return [
    "default-src 'none'",
    `style-src 'self'${isMail ? " 'unsafe-inline'" : ''}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

interface PreviewPage {
  html: string;
  isMail: boolean;
}

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
  corrections,
  fronts,
  house,
  now,
}: {
  queries: PublishingQueries;
  contexts: TargetContexts;
  articles: ArticlesForPublishing;
  corrections: CorrectionsForPublishing;
  fronts: FrontsForPublishing;
  house: () => House;
  now: () => number;
}): (path: string) => Promise<ServedFile | null> {
  function pageOf(id: string): string {
    const { fields, document } = articles.stored(id);
    const site = queries.targets().find(({ configuration }) => configuration.kind === 'folder-site');
    const placement = site ? queries.placement(id, site.id) : null;
    const carried = corrections.carriedBy(id, Number.MAX_SAFE_INTEGER);
    return renderArticlePreview({
      article: withCorrections(
        {
          articleId: id,
          revisionId: 0,
          fields,
          slug: fields.slug || placement?.slug || makeSlug(fields.headline),
          document: publishable(document),
          firstPublishedAt: placement?.firstPublishedAt ?? now(),
          updatedAt: now(),
          corrections: carried,
          corrects: corrections.correctedBy(id),
        },
        carried,
      ),
      house: house(),
      liveArticles: site ? contexts.liveArticles(site.id, id) : [],
      fronts: site ? fronts.launched(site.id) : [],
      now: now(),
    });
  }

  /** Null for a path that is no page's. Throws NOT_FOUND. */
  function pageAt(path: string): PreviewPage | null {
    if (articlePath.test(path)) return { html: pageOf(path), isMail: false };
    const [, frontId, state] = frontPath.exec(path) ?? [];
    if (frontId === undefined || state === undefined) return null;
    const front = fronts.stateOf(frontId, state);
    return { html: renderFrontPreview(front, house(), now()), isMail: front.kind === 'newsletter' };
  }

  return async (path) => {
    try {
      const page = pageAt(path);
      if (page !== null) {
        const bytes = Buffer.from(page.html, 'utf8');
        const headers = { 'content-security-policy': policyFor(page), 'cache-control': 'no-store' };
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
