/** The front page and the paged lists: sections, tags, index. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { renderPage } from './layout.ts';
import type { PageLinks } from './links.ts';
import { html, type Markup } from './markup.ts';
import { headlineOf, sidebar } from './sidebar.ts';
import {
  absolutePage,
  isoTime,
  leadPicture,
  readableTime,
  sectionOf,
  summaryOf,
  type Site,
  type SiteArticle,
} from './site-model.ts';

/** Articles on one page of a list. */
export const ARTICLES_PER_PAGE = 30;
const SECONDARY = 3;
const FRONT_LENGTH = 1 + SECONDARY + 24;

type Size = 'lead' | 'secondary' | 'row';

function pictureOf(site: Site, article: SiteArticle, links: PageLinks, isFirst: boolean): Markup | null {
  const lead = leadPicture(site, article);
  if (!lead) return null;
  const { picture, image } = lead;
  const size = picture.width > 0 && html` width="${picture.width}" height="${picture.height}"`;
  const lazy = !isFirst && html` loading="lazy" decoding="async"`;
  // The headline beside it is the link; a second one on the picture would only be read out twice.
  return html`<div class="card-picture">
    <img src="${links.file(picture.file)}" alt="${image.alt}" ${size}${lazy} />
  </div> `;
}

function card(site: Site, article: SiteArticle, links: PageLinks, size: Size): Markup {
  const { house } = site;
  const summary = summaryOf(article);
  const { kicker } = article.fields;
  const section = sectionOf(house, article.fields);
  return html`<article class="card card-${size}">
    ${pictureOf(site, article, links, size === 'lead')}
    <div class="card-text">
      <p class="card-section">
        ${section.name}${kicker.trim() !== '' && html` <span class="kicker">${typographicQuotes(kicker.trim())}</span>`}
      </p>
      <h2><a href="${links.page(article.path)}">${headlineOf(article)}</a></h2>
      ${summary !== '' && html`<p class="card-summary">${typographicQuotes(summary)}</p> `}
      <p class="card-time">
        <time datetime="${isoTime(house, article.firstPublishedAt)}"
          >${readableTime(house, article.firstPublishedAt)}</time
        >
      </p>
    </div>
  </article> `;
}

function noArticles(): Markup {
  return html`<p class="note">${translate('id', 'site.noArticles')}</p>`;
}

/** The front page: the newest story leads, three stand below it, the rest follow as a list. */
export function renderFrontPage(site: Site, links: PageLinks): string {
  const [lead, ...others] = site.articles.slice(0, FRONT_LENGTH);
  const secondary = others.slice(0, SECONDARY);
  const rest = others.slice(SECONDARY);
  const main = lead
    ? html`${card(site, lead, links, 'lead')}${
          secondary.length > 0 &&
          html`<div class="secondary">
            ${secondary.map((article) => card(site, article, links, 'secondary'))}
          </div> `
        }${
          rest.length > 0 &&
          html`<section class="list" aria-label="${translate('id', 'site.latest')}">
            ${rest.map((article) => card(site, article, links, 'row'))}
          </section> `
        }
        <p class="to-index"><a href="${links.page('indeks')}">${translate('id', 'site.indexTitle')}</a></p>`
    : noArticles();
  const head = html`<meta property="og:type" content="website" /> `;
  return renderPage(
    site,
    {
      title: site.house.name,
      description: site.house.tagline || translate('id', 'site.frontDescription', { house: site.house.name }),
      canonical: absolutePage(site.house, ''),
      head,
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
    html`<a rel="${rel}" href="${links.page(listPagePath(list.path, to))}">${words}</a>`;
  return html`<nav class="pager" aria-label="${translate('id', 'site.pages')}">
    <p>
      ${page > 1 && link(page - 1, 'prev', translate('id', 'site.newer'))}
      <span>${translate('id', 'site.pageOf', { page, pages })}</span>
      ${page < pages && link(page + 1, 'next', translate('id', 'site.older'))}
    </p>
  </nav>`;
}

/** One page of a list, counted from 1. */
export function renderListPage(site: Site, list: ArticleList, page: number, links: PageLinks): string {
  const shown = list.articles.slice((page - 1) * ARTICLES_PER_PAGE, page * ARTICLES_PER_PAGE);
  const rows = shown.map((article) => card(site, article, links, 'row'));
  const main = html`<h1 class="list-title">${list.title}</h1>
    <div class="list">${rows.length > 0 ? rows : noArticles()}</div>
    ${pager(list, page, links)}`;
  const suffix = page === 1 ? '' : ` (${translate('id', 'site.pageOf', { page, pages: pageCount(list) })})`;
  return renderPage(
    site,
    {
      title: `${list.title}${suffix}`,
      description: list.description,
      canonical: absolutePage(site.house, listPagePath(list.path, page)),
      ...(list.section === undefined ? {} : { section: list.section }),
      main,
      aside: sidebar(site, links),
    },
    links,
  );
}
