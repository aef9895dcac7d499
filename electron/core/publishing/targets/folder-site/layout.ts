/** The frame of every page: head, masthead, navigation, footer. */
import { typographicQuotes } from '../../../../../shared/domain/typographic-quotes.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import type { PageLinks } from './links.ts';
import { html, type Markup } from './markup.ts';
import { sectionsOf, type Site } from './site-model.ts';

/** Stands in everything we write, unseen by readers: a file with it is ours to replace. */
export const GENERATOR = 'Redaksi folder-site';

export interface Page {
  title: string;
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
} as const;

function headOf(site: Site, page: Page, links: PageLinks): Markup {
  const { house } = site;
  const title = page.isFront
    ? [house.name, house.tagline].filter((part) => part !== '').join(' – ')
    : `${page.title} – ${house.name}`;
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${page.description}" />
    <meta name="generator" content="${GENERATOR}" />
    <meta name="color-scheme" content="light dark" />
    <meta property="og:site_name" content="${house.name}" />
    <meta property="og:locale" content="id_ID" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    ${
      page.canonical !== null &&
      html`<link rel="canonical" href="${page.canonical}" />
        <meta property="og:url" content="${page.canonical}" /> `
    }
    <link rel="alternate" type="application/rss+xml" title="${house.name}" href="${links.file('feed.xml')}" />
    <link rel="stylesheet" href="${links.file('assets/site.css')}" />
    ${
      page.withScript === true && html`<script src="${links.file('assets/site.js')}" defer></script> `
    }${page.head ?? null}
  </head>`;
}

function headerOf(site: Site, page: Page, links: PageLinks): Markup {
  const { house } = site;
  const name = html`<a href="${links.page('')}">${house.name}</a>`;
  const sections = sectionsOf(house).map(
    ({ path, name: words }) =>
      html`<li>
        <a href="${links.page(path)}" ${page.section === path && html` aria-current="true"`}>${words}</a>
      </li> `,
  );
  return html`<header class="site-header">
    <div class="masthead">
      ${page.isFront ? html`<h1 class="site-name">${name}</h1>` : html`<p class="site-name">${name}</p>`}
      ${house.tagline !== '' && html`<p class="tagline">${typographicQuotes(house.tagline)}</p>`}
    </div>
    <nav class="sections" aria-label="${translate('id', 'site.sections')}">
      <ul>
        <li>
          <a href="${links.page('')}" ${page.isFront === true && html` aria-current="page"`}
            >${translate('id', 'site.home')}</a
          >
        </li>
        ${sections}
      </ul>
    </nav>
  </header>`;
}

function footerOf(site: Site, links: PageLinks): Markup {
  return html`<footer class="site-footer">
    <p class="footer-name">${site.house.name}</p>
    <nav aria-label="${translate('id', 'site.about')}">
      <ul>
        <li><a href="${links.page(FOOTER_PAGES.masthead)}">${translate('id', 'site.masthead')}</a></li>
        <li><a href="${links.page(FOOTER_PAGES.guidelines)}">${translate('id', 'site.guidelines')}</a></li>
        <li><a href="${links.page(FOOTER_PAGES.index)}">${translate('id', 'site.indexTitle')}</a></li>
        <li><a href="${links.file('feed.xml')}">${translate('id', 'site.feed')}</a></li>
      </ul>
    </nav>
  </footer>`;
}

/** A whole page as HTML text. */
export function renderPage(site: Site, page: Page, links: PageLinks): string {
  const aside = page.aside ?? null;
  return html`<!doctype html>
    <html lang="id">
      ${headOf(site, page, links)}
      <body>
        <a class="skip-link" href="#isi">${translate('id', 'site.skip')}</a>
        ${headerOf(site, page, links)}
        <div class="page${aside !== null && ' with-sidebar'}">
          <main id="isi">${page.main}</main>
          ${aside}
        </div>
        ${footerOf(site, links)}
      </body>
    </html> `.html;
}
