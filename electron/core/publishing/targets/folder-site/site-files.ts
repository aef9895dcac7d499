/** Every file a site consists of, in the order in which they are written; each is rendered when its turn comes. */
import { documentImages } from '../../../../../shared/document/walk.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { renderArticlePage } from './article-page.ts';
import { renderCorrectionsPage } from './corrections-page.ts';
import { renderFeed, renderRobots, renderSitemap } from './feeds.ts';
import { frontFeedFile, renderFrontFeed } from './front-feed.ts';
import { FOOTER_PAGES } from './layout.ts';
import { relativeLinks } from './links.ts';
import { listPagePath, pageCount, renderFrontPage, renderListPage, type ArticleList } from './list-pages.ts';
import { newsletterFile, renderNewsletter, renderNewsletterText } from './newsletter.ts';
import type { SiteAsset } from './site-assets.ts';
import { withSidebar, sidebar } from './sidebar.ts';
import type { SiteFile, SiteFolder } from './site-folder.ts';
import { sectionOf, sectionsOf, tagsOf, type Site, type SiteArticle } from './site-model.ts';
import { renderGuidelinesPage, renderMastheadPage, renderNotFoundPage } from './text-pages.ts';

/** What is read from disk once a delivery. */
export interface SiteParts {
  assets: ReadonlyMap<string, SiteAsset>;
  guidelines: string;
}

/** The file of an article's page. */
export function pageFile(path: string): string {
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** Files of an article's pictures, from the root, each once. */
export function pictureFiles(site: Site, article: SiteArticle): string[] {
  const files = documentImages(article.document).flatMap(
    ({ mediaId }) => site.pictures.get(mediaId)?.file ?? [],
  );
  return [...new Set(files)];
}

/** Sections, tags and the index; sections of the house also where they are empty, since the navigation leads there. */
export function listsOf(site: Site): ArticleList[] {
  const { house, articles } = site;
  const sections = new Map(
    sectionsOf(house).map((section) => [section.path, { ...section, articles: [] as SiteArticle[] }]),
  );
  const tags = new Map<string, { path: string; name: string; articles: SiteArticle[] }>();
  for (const article of articles) {
    const section = sectionOf(house, article.fields);
    const list = sections.get(section.path) ?? { ...section, articles: [] };
    list.articles.push(article);
    sections.set(section.path, list);
    for (const tag of tagsOf(article.fields)) {
      const tagged = tags.get(tag.path) ?? { ...tag, articles: [] };
      tagged.articles.push(article);
      tags.set(tag.path, tagged);
    }
  }
  const description = (section: string): string =>
    translate('id', 'site.sectionDescription', { section, house: house.name });
  return [
    ...[...sections.values()].map(({ path, name, articles: listed }) => ({
      path,
      title: name,
      section: path,
      description: description(name),
      articles: listed,
    })),
    ...[...tags.values()].map(({ path, name, articles: listed }) => ({
      path,
      title: translate('id', 'site.tagTitle', { tag: name }),
      description: description(name),
      articles: listed,
    })),
    {
      path: FOOTER_PAGES.index,
      title: translate('id', 'site.indexTitle'),
      description: translate('id', 'site.frontDescription', { house: house.name }),
      articles,
    },
  ];
}

function replaceable(path: string, content: SiteFile['content']): SiteFile {
  return { path, content, others: 'replace' };
}

/** What every page needs. */
export function* assetFiles(parts: SiteParts): Generator<SiteFile> {
  for (const [name, { bytes }] of parts.assets) yield replaceable(`assets/${name}`, () => bytes);
}

export function articleFile(site: Site, article: SiteArticle, others: SiteFile['others']): SiteFile {
  return {
    path: pageFile(article.path),
    content: () => renderArticlePage(site, article, relativeLinks(article.path)),
    others,
  };
}

/**
 * Pages of articles as they stand on disk with the column beside them brought up to date; one that has no such column, or
 * is not there, is made anew. Pages in one depth share a column, but for the article that is on it itself.
 */
export function* articlesWithSidebar(folder: SiteFolder, site: Site): Generator<SiteFile> {
  const columns = new Map<string, string>();
  const listed = new Set(
    site.fronts.flatMap(({ resolved }) =>
      resolved.collections.flatMap(({ items }) =>
        items.flatMap(({ content }) => (content.kind === 'article' ? content.articleId : [])),
      ),
    ),
  );
  const columnOf = ({ articleId, path }: SiteArticle): string => {
    const links = relativeLinks(path);
    const render = (current: string | null): string => sidebar(site, links, { current })?.html ?? '';
    if (listed.has(articleId)) return render(articleId);
    const depth = links.page('');
    const column = columns.get(depth) ?? render(null);
    columns.set(depth, column);
    return column;
  };
  for (const article of [...site.articles, ...site.withdrawn]) {
    const made = articleFile(site, article, 'leave');
    yield {
      ...made,
      content: async () => {
        const standing = (await folder.read(made.path))?.toString('utf8') ?? '';
        return withSidebar(standing, columnOf(article)) ?? made.content();
      },
    };
  }
}

/** The front page, lists, texts and feeds. */
export function* listFiles(site: Site, parts: SiteParts): Generator<SiteFile> {
  const lists = listsOf(site);
  yield replaceable('index.html', () => renderFrontPage(site, relativeLinks('')));
  for (const list of lists) {
    for (let page = 1; page <= pageCount(list); page += 1) {
      const path = listPagePath(list.path, page);
      yield replaceable(pageFile(path), () => renderListPage(site, list, page, relativeLinks(path)));
    }
  }
  yield replaceable(pageFile(FOOTER_PAGES.masthead), () => renderMastheadPage(site));
  yield replaceable(pageFile(FOOTER_PAGES.guidelines), () => renderGuidelinesPage(site, parts.guidelines));
  yield replaceable(pageFile(FOOTER_PAGES.corrections), () => renderCorrectionsPage(site));
  yield replaceable('404.html', () => renderNotFoundPage(site));
  yield replaceable('feed.xml', () => renderFeed(site));
  for (const front of site.fronts) {
    yield replaceable(frontFeedFile(front), () => renderFrontFeed(site, front));
    if (front.kind !== 'newsletter') continue;
    yield replaceable(`${newsletterFile(front)}.html`, () => renderNewsletter(site, front));
    yield replaceable(`${newsletterFile(front)}.txt`, () => renderNewsletterText(site, front));
  }
  const { masthead, guidelines, corrections } = FOOTER_PAGES;
  const listPaths = [...lists.map(({ path }) => path), masthead, guidelines, corrections];
  yield replaceable('sitemap.xml', () => renderSitemap(site, listPaths));
  yield { path: 'robots.txt', content: () => renderRobots(site), others: 'leave' };
}
