/** The very pages of the site as they will be, for previews: an article's for the composer, a front's for its screen. */
import { articleFieldsSchema } from '../../../../../shared/contract/articles.ts';
import type { FrontStory } from '../../../../../shared/contract/fronts.ts';
import type { House } from '../../../../../shared/contract/settings.ts';
import { publishable } from '../../../../../shared/document/publishable.ts';
import { buildDocument } from '../../../../../shared/document/build.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { indexFacts, resolveFront } from '../../../../../shared/domain/front/resolve.ts';
import type { LaunchedFront } from '../../../launched-front.ts';
import type { ListedArticle } from '../../target.ts';
import { renderArticlePage } from './article-page.ts';
import type { PageLinks } from './links.ts';
import { renderFrontPage, renderListPage } from './list-pages.ts';
import { renderNewsletter } from './newsletter.ts';
import { frontPictures, siteFronts } from './site-fronts.ts';
import {
  newestFirst,
  sectionOf,
  wantedPath,
  type Site,
  type SiteArticle,
  type SiteFront,
  type SitePicture,
} from './site-model.ts';

export { readSiteAsset } from './site-assets.ts';

/** The preview's own addresses: style beside it, pictures of the media store, other pages nowhere. */
const previewLinks: PageLinks = {
  page: () => '#isi',
  file: (path) => path.replace(/^assets\//, '/preview/').replace(/^media\//, '/media/'),
};

/**
 * The article's page as HTML text, with `/preview/site.css` and pictures at `/media/<sha-256>`. Its form and links lead
 * nowhere and no script is loaded. `liveArticles` and `fronts` are those of the site it would go to, `now` is in
 * milliseconds since 1970.
 */
export function renderArticlePreview({
  article,
  house,
  liveArticles,
  fronts,
  now,
}: {
  article: ListedArticle;
  house: House;
  liveArticles: readonly ListedArticle[];
  fronts: readonly LaunchedFront[];
  now: number;
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
  const site: Site = {
    house,
    articles,
    withdrawn: [],
    articleById: new Map(articles.map((each) => [each.articleId, each])),
    fronts: siteFronts(fronts, articles, now),
    pictures: new Map(pictures),
  };
  return withoutActions(renderArticlePage(site, shown, previewLinks));
}

/**
 * A front's page as HTML text, in the same way: of whatever state of it, with the stories that its facts call live.
 * `now` is in milliseconds since 1970.
 */
export function renderFrontPreview(front: LaunchedFront, house: House, now: number): string {
  const { frontId, kind, section, name, content, facts } = front;
  const resolved = resolveFront(content, indexFacts(facts), now);
  const stories = facts.stories.filter(({ standing }) => standing === 'live');
  const articles = stories.map(articleOfStory);
  const shown: SiteFront = { frontId, kind, section, name, resolved };
  const site: Site = {
    house,
    articles,
    withdrawn: [],
    articleById: new Map(articles.map((article) => [article.articleId, article])),
    fronts: [shown],
    pictures: picturesOf(stories, frontPictures([shown])),
  };
  if (kind === 'newsletter') return renderNewsletter(site, shown, previewLinks);
  if (kind === 'home') return withoutActions(renderFrontPage(site, previewLinks));
  const { path } = sectionOf(house, articleFieldsSchema.parse({ section }));
  const list = {
    path,
    title: name,
    section: path,
    description: '',
    articles: articles.filter(({ fields }) => fields.section === section).toSorted(newestFirst),
  };
  return withoutActions(renderListPage(site, list, 1, previewLinks));
}

/** Without what the page does, and with every picture there at once: it may be printed before anybody has scrolled. */
function withoutActions(page: string): string {
  return page
    .replaceAll(' loading="lazy" decoding="async"', '')
    .replace(/<script src=[^>]*><\/script>\n/, '')
    .replace(/(<form class="comment-form"[^>]*) action="[^"]*"/, '$1');
}

function articleOfStory(story: FrontStory): SiteArticle {
  const { articleId, headline, kicker, summary, section, tags, byline } = story;
  return {
    articleId,
    fields: articleFieldsSchema.parse({ headline, kicker, dek: summary, section, tags, byline }),
    document: publishable(buildDocument([])),
    firstPublishedAt: Date.parse(story.publishedAt ?? story.updatedAt),
    updatedAt: Date.parse(story.updatedAt),
    path: articleId,
    marker: '',
    corrections: [],
    corrects: null,
  };
}

function picturesOf(stories: readonly FrontStory[], mediaIds: readonly string[]): Map<string, SitePicture> {
  const pictures = new Map(
    mediaIds.map((mediaId) => [mediaId, { file: `media/${mediaId}`, width: 0, height: 0 }]),
  );
  for (const { picture } of stories) {
    if (picture && pictures.has(picture.mediaId)) {
      const { mediaId, width, height } = picture;
      pictures.set(mediaId, { file: `media/${mediaId}`, width, height });
    }
  }
  return pictures;
}
