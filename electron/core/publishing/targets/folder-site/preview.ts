/** The very page an article will get on the site, for the composer's preview. */
import type { House } from '../../../../../shared/contract/settings.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import type { ListedArticle } from '../../target.ts';
import { renderArticlePage } from './article-page.ts';
import type { PageLinks } from './links.ts';
import { newestFirst, popularOf, wantedPath, type Site, type SiteArticle } from './site-model.ts';

export { readSiteAsset } from './site-assets.ts';

/** The preview's own addresses: style beside it, pictures of the media store, other pages nowhere. */
const previewLinks: PageLinks = {
  page: () => '#isi',
  file: (path) => path.replace(/^assets\//, '/preview/').replace(/^media\//, '/media/'),
};

/**
 * The article's page as HTML text, with `/preview/site.css` and pictures at `/media/<sha-256>`. Its form and links lead
 * nowhere and no script is loaded. `liveArticles` are those of the site it would go to, `popular` its hand order.
 */
export function renderArticlePreview({
  article,
  house,
  liveArticles,
  popular,
}: {
  article: ListedArticle;
  house: House;
  liveArticles: readonly ListedArticle[];
  popular: readonly string[];
}): string {
  const place = (listed: ListedArticle): SiteArticle => ({
    ...listed,
    path: wantedPath(house, listed),
    marker: '',
  });
  const shown = place(article);
  const others = liveArticles.filter(({ articleId }) => articleId !== article.articleId).map(place);
  const articles = [shown, ...others].toSorted(newestFirst);
  const pictures = documentImages(article.document)
    .filter(({ mediaId }) => mediaId !== '')
    .map(({ mediaId, width, height }) => [mediaId, { file: `media/${mediaId}`, width, height }] as const);
  const site: Site = { house, articles, popular: popularOf(articles, popular), pictures: new Map(pictures) };
  const page = renderArticlePage(site, shown, previewLinks);
  return page
    .replace(/<script src=[^>]*><\/script>\n/, '')
    .replace(/(<form class="comment-form"[^>]*) action="[^"]*"/, '$1');
}
