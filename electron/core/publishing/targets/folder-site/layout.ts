/** The frame of every page: head, masthead, navigation, footer. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import type { PageLinks } from './links.ts';
import { lines, markup, type Markup } from './markup.ts';
import { sectionsOf, type Site } from './site-model.ts';

/** Stands in everything we write, unseen by readers: a file with it is ours to replace. */
export const GENERATOR = 'Redaksi folder-site';

export interface Page {
  title: string;
  /** What the window and search engines show instead, and what cards of links show; empty: the title. */
  seoTitle?: string;
  socialTitle?: string;
  description: string;
  /** Full address of the page; null where the site's is not set. */
  canonical: string | null;
  /** Further elements of the head. */
  head?: Markup | null;
  /** Path of the section that the navigation marks. */
  section?: string;
  isFront?: boolean;
  /** Loads site.js: pages with a form. */
  withScript?: boolean;
  /** What stands in main. */
  main: Markup;
  /** What stands beside main. */
  aside?: Markup | null;
}

/** Names of the site's own pages. */
export const FOOTER_PAGES = {
  masthead: 'redaksi',
  guidelines: 'pedoman-media-siber',
  index: 'indeks',
  corrections: 'ralat',
} as const;

function headOf(site: Site, page: Page, links: PageLinks): Markup {
  const { house } = site;
  const title = page.isFront
    ? [house.name, house.tagline].filter((part) => part !== '').join(' – ')
    : `${page.seoTitle || page.title} – ${house.name}`;
  return lines(
    markup`<head>`,
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<title>${title}</title>`,
    page.description !== '' && markup`<meta name="description" content="${page.description}">`,
    markup`<meta name="generator" content="${GENERATOR}">`,
    markup`<meta name="color-scheme" content="light dark">`,
    markup`<meta property="og:site_name" content="${house.name}">`,
    markup`<meta property="og:locale" content="id_ID">`,
    markup`<meta property="og:title" content="${page.socialTitle || page.title}">`,
    page.description !== '' && markup`<meta property="og:description" content="${page.description}">`,
    page.canonical !== null && markup`<meta property="og:url" content="${page.canonical}">`,
    page.canonical !== null && markup`<link rel="canonical" href="${page.canonical}">`,
    markup`<link rel="alternate" type="application/rss+xml" title="${house.name}" href="${links.file('feed.xml')}">`,
    markup`<link rel="stylesheet" href="${links.file('assets/site.css')}">`,
    page.withScript === true && markup`<script src="${links.file('assets/site.js')}" defer></script>`,
    page.head ?? null,
    markup`</head>`,
  );
}

function headerOf(site: Site, page: Page, links: PageLinks): Markup {
  const { house } = site;
  const name = markup`<a href="${links.page('')}">${house.name}</a>`;
  const home = page.isFront === true && markup` aria-current="page"`;
  return lines(
    markup`<header class="site-header">`,
    markup`<div class="masthead">`,
    page.isFront === true
      ? markup`<h1 class="site-name">${name}</h1>`
      : markup`<p class="site-name">${name}</p>`,
    house.tagline !== '' && markup`<p class="tagline">${typographicQuotes(house.tagline)}</p>`,
    markup`</div>`,
    markup`<nav class="sections" aria-label="${translate('id', 'site.sections')}">`,
    markup`<ul>`,
    markup`<li><a href="${links.page('')}"${home}>${translate('id', 'site.home')}</a></li>`,
    sectionsOf(house).map(({ path, name: words }) => {
      const current = page.section === path && markup` aria-current="true"`;
      return markup`<li><a href="${links.page(path)}"${current}>${words}</a></li>`;
    }),
    markup`</ul>`,
    markup`</nav>`,
    markup`</header>`,
  );
}

function footerOf(site: Site, links: PageLinks): Markup {
  const pages = [
    [links.page(FOOTER_PAGES.masthead), translate('id', 'site.masthead')],
    [links.page(FOOTER_PAGES.guidelines), translate('id', 'site.guidelines')],
    [links.page(FOOTER_PAGES.corrections), translate('id', 'site.corrections')],
    [links.page(FOOTER_PAGES.index), translate('id', 'site.indexTitle')],
    [links.file('feed.xml'), translate('id', 'site.feed')],
  ] as const;
  return lines(
    markup`<footer class="site-footer">`,
    markup`<p class="footer-name">${site.house.name}</p>`,
    markup`<nav aria-label="${translate('id', 'site.about')}">`,
    markup`<ul>`,
    pages.map(([address, words]) => markup`<li><a href="${address}">${words}</a></li>`),
    markup`</ul>`,
    markup`</nav>`,
    markup`</footer>`,
  );
}

/** A whole page as HTML text. */
export function renderPage(site: Site, page: Page, links: PageLinks): string {
  const aside = page.aside ?? null;
  const { html } = lines(
    markup`<!DOCTYPE html>`,
    markup`<html lang="id">`,
    headOf(site, page, links),
    markup`<body>`,
    markup`<a class="skip-link" href="#isi">${translate('id', 'site.skip')}</a>`,
    headerOf(site, page, links),
    markup`<div class="page${aside !== null && ' with-sidebar'}">`,
    markup`<main id="isi">`,
    page.main,
    markup`</main>`,
    aside,
    markup`</div>`,
    footerOf(site, links),
    markup`</body>`,
    markup`</html>`,
  );
  return `${html}\n`;
}
