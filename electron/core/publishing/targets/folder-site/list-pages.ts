/** The front page and the paged lists: sections, tags, index. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { FOOTER_PAGES, renderPage } from './layout.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { mainCollection } from './front-markup.ts';
import { headlineOf, sidebar } from './sidebar.ts';
import { mainOf } from './site-fronts.ts';
import {
  absolutePage,
  homeOf,
  isoTime,
  leadPicture,
  readableTime,
  sectionFrontOf,
  sectionOf,
  summaryOf,
  type Site,
  type SiteArticle,
  type SiteFront,
} from './site-model.ts';

/** Articles on one page of a list. */
export const ARTICLES_PER_PAGE = 30;

/** The headline beside it is the link; a second one on the picture would only be read out twice. */
function pictureOf(site: Site, article: SiteArticle, links: PageLinks): Markup | null {
  const lead = leadPicture(site, article);
  if (!lead) return null;
  const { picture, image } = lead;
  const size = picture.width > 0 && markup` width="${picture.width}" height="${picture.height}"`;
  return markup`<div class="card-picture"><img src="${links.file(picture.file)}" alt="${image.alt}"${size} loading="lazy" decoding="async"></div>`;
}

function row(site: Site, article: SiteArticle, links: PageLinks): Markup {
  const { house } = site;
  const { name } = sectionOf(house, article.fields);
  const summary = typographicQuotes(summaryOf(article));
  const kicker = typographicQuotes(article.fields.kicker.trim());
  const kickerPart = kicker !== '' && markup` <span class="kicker">${kicker}</span>`;
  const at = article.firstPublishedAt;
  return lines(
    markup`<article class="card card-row">`,
    pictureOf(site, article, links),
    markup`<div class="card-text">`,
    markup`<p class="card-section">${name}${kickerPart}</p>`,
    markup`<h2><a href="${links.page(article.path)}">${headlineOf(article)}</a></h2>`,
    summary !== '' && markup`<p class="card-summary">${summary}</p>`,
    markup`<p class="card-time"><time datetime="${isoTime(house, at)}">${readableTime(house, at)}</time></p>`,
    markup`</div>`,
    markup`</article>`,
  );
}

function noArticles(): Markup {
  return markup`<p class="note">${translate('id', 'site.noArticles')}</p>`;
}

function collectionsOf(site: Site, front: SiteFront | null, links: PageLinks): Markup[] {
  if (front === null) return [];
  return mainOf(front.resolved).map((collection, index) =>
    mainCollection(site, collection, links, index === 0),
  );
}

/** The front page: Beranda as it was launched. */
export function renderFrontPage(site: Site, links: PageLinks): string {
  const { house } = site;
  const collections = collectionsOf(site, homeOf(site), links);
  const main = lines(
    collections.length === 0 ? noArticles() : collections,
    markup`<p class="to-index"><a href="${links.page(FOOTER_PAGES.index)}">${translate('id', 'site.indexTitle')}</a></p>`,
  );
  return renderPage(
    site,
    {
      title: house.name,
      description: house.tagline || translate('id', 'site.frontDescription', { house: house.name }),
      canonical: absolutePage(house, ''),
      head: markup`<meta property="og:type" content="website">`,
      isFront: true,
      main,
      aside: sidebar(site, links),
    },
    links,
  );
}

/** A list of articles under one heading, split into pages. */
export interface ArticleList {
  path: string;
  title: string;
  /** Marks the section in the navigation. */
  section?: string;
  description: string;
  articles: readonly SiteArticle[];
}

/** Folder of a page of a list, counted from 1. */
export function listPagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}/halaman/${page}`;
}

/** Number of pages of a list; an empty one has one. */
export function pageCount(list: ArticleList): number {
  return Math.max(1, Math.ceil(list.articles.length / ARTICLES_PER_PAGE));
}

function pager(list: ArticleList, page: number, links: PageLinks): Markup | null {
  const pages = pageCount(list);
  if (pages === 1) return null;
  const link = (to: number, rel: string, words: string): Markup =>
    markup`<a rel="${rel}" href="${links.page(listPagePath(list.path, to))}">${words}</a>`;
  return lines(
    markup`<nav class="pager" aria-label="${translate('id', 'site.pages')}">`,
    markup`<p>`,
    page > 1 && link(page - 1, 'prev', translate('id', 'site.newer')),
    markup`<span>${translate('id', 'site.pageOf', { page, pages })}</span>`,
    page < pages && link(page + 1, 'next', translate('id', 'site.older')),
    markup`</p>`,
    markup`</nav>`,
  );
}

/** One page of a list, counted from 1. */
export function renderListPage(site: Site, list: ArticleList, page: number, links: PageLinks): string {
  const shown = list.articles.slice((page - 1) * ARTICLES_PER_PAGE, page * ARTICLES_PER_PAGE);
  const rows = shown.map((article) => row(site, article, links));
  const front = list.section === undefined ? null : sectionFrontOf(site, list.section);
  const main = lines(
    markup`<h1 class="list-title">${list.title}</h1>`,
    page === 1 && collectionsOf(site, front, links),
    markup`<div class="list">`,
    rows.length > 0 ? rows : noArticles(),
    markup`</div>`,
    pager(list, page, links),
  );
  const suffix = page === 1 ? '' : ` (${translate('id', 'site.pageOf', { page, pages: pageCount(list) })})`;
  return renderPage(
    site,
    {
      title: `${list.title}${suffix}`,
      description: list.description,
      canonical: absolutePage(site.house, listPagePath(list.path, page)),
      ...(list.section === undefined ? {} : { section: list.section }),
      main,
      aside: sidebar(site, links, { front }),
    },
    links,
  );
}
